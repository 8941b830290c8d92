import { FactCatalogue } from '../facts/fact-catalogue';
import { FactDefinition, FactValue, Locale, Text } from '../rule-set/rule-set.types';
import { OUTCOME_TERMS } from './terms';

/** Says something in both languages. */
export function inBoth(say: (locale: Locale) => string): Text {
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}

/** A template with its particulars filled in, each of them in the language of the template. */
export function fillText(template: Text, params: Readonly<Record<string, Text | string | number>> = {}): Text {
  return inBoth((locale) =>
    template[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const param = params[name];
      if (param === undefined) return whole;
      return typeof param === 'object' ? param[locale] : String(param);
    }),
  );
}

const QUOTES: Text = { 'zh-CN': '“{text}”', en: '"{text}"' };
const YES: Text = { 'zh-CN': '是', en: 'yes' };
const NO: Text = { 'zh-CN': '否', en: 'no' };
const NONE: Text = { 'zh-CN': '（一个也没有）', en: '(none)' };

/** In quotation marks; those within become single ones. */
export function quoted(text: string, locale: Locale): string {
  const inner = locale === 'en' ? text.replace(/"/g, "'") : text.replace(/“/g, '‘').replace(/”/g, '’');
  return QUOTES[locale].replace('{text}', () => inner);
}

export function listed(values: readonly string[], locale: Locale): string {
  return values.length === 0 ? NONE[locale] : values.join(locale === 'en' ? ', ' : '、');
}

/** What follows Chinese writing: figures and Latin letters stand a little apart from it. */
export function spaced(value: string, locale: Locale): string {
  return locale === 'en' || /^[-\w]/.test(value) ? ` ${value}` : value;
}

/** The same, where Chinese writing also follows. */
export function spacedWithin(value: string, locale: Locale): string {
  if (locale === 'en') return value;
  return `${spaced(value, locale)}${/\w$/.test(value) ? ' ' : ''}`;
}

const ONE_POINT: Text = { 'zh-CN': '{points} 分', en: '1 point' };
const POINTS: Text = { 'zh-CN': '{points} 分', en: '{points} points' };

/** So many points. */
export function pointsText(points: number): Text {
  return fillText(points === 1 ? ONE_POINT : POINTS, { points });
}

/** Facts and their values as people know them, in one language. */
export class Wording {
  constructor(
    readonly locale: Locale,
    private readonly catalogue: FactCatalogue,
  ) {}

  text(text: Text): string {
    return text[this.locale];
  }

  /** The name of a fact, in quotation marks; its path where the catalogue has no such fact. */
  fact(path: string): string {
    const definition = this.catalogue.facts.get(path);
    return quoted(definition === undefined ? path : this.text(definition.text), this.locale);
  }

  /** A value of a fact: with its unit, or by its name. */
  value(path: string, value: FactValue | undefined): string {
    const definition = this.catalogue.facts.get(path);
    if (value === undefined) return this.text(OUTCOME_TERMS.not_checked);
    if (typeof value === 'boolean') return this.text(value ? YES : NO);
    if (typeof value === 'number') return this.number(value, definition);
    if (typeof value === 'string') return this.named(value, definition);
    return listed(
      value.map((code) => this.named(code, definition)),
      this.locale,
    );
  }

  private number(value: number, definition: FactDefinition | undefined): string {
    if (definition?.unit === undefined) return String(value);
    return `${value} ${this.text(definition.unit)}`;
  }

  private named(code: string, definition: FactDefinition | undefined): string {
    const name = definition?.values?.find((value) => value.code === code)?.text;
    if (name !== undefined) return quoted(this.text(name), this.locale);
    return definition?.type === 'date' ? code : quoted(code, this.locale);
  }
}
