import { showValue } from '../../problems/problem';
import { isJsonObject } from '../../rule-set/json';
import {
  Citation,
  Condition,
  Deadline,
  Expression,
  FactDefinition,
  NamedCode,
  Text,
  Variant,
} from '../../rule-set/rule-set.types';
import { conditionWords } from '../../wording/condition-words';
import { expressionWords } from '../../wording/expression-words';
import { fillText, inBoth, listed, pointsText, quoted } from '../../wording/wording';
import { Show, text } from './property.types';

/** How values of the format are told to people. Each takes a value that fits the schema at its place. */

export const asJson: Show = (value) => showValue(value);

export const asText: Show = (value, { words }) => quoted(words.text(value as Text), words.locale);

export const asString: Show = (value) => String(value);

export const asPoints: Show = (value, { words }) => words.text(pointsText(Number(value)));

export const asYesNo: Show = (value, { words }) => words.text(value === true ? text('是', 'yes') : text('否', 'no'));

/** In brackets, since a condition may be long and has marks of its own. */
export const asCondition: Show = (value, { words }) =>
  words
    .text(text('〔{condition}〕', '[{condition}]'))
    .replace('{condition}', () => conditionWords(value as Condition, words));

export const asExpression: Show = (value, { words }) => expressionWords(value as Expression, words);

const AT_ONCE = text('立即整改', 'at once');
const DAYS = text('{days} 日', '{days} days');
export const asDeadline: Show = (value, { words }) => {
  const deadline = value as Deadline;
  return words.text(deadline === 'at_once' ? AT_ONCE : fillText(DAYS, { days: deadline.days }));
};

/** A value from a closed list. */
export function asTerm(terms: Readonly<Record<string, Text>>): Show {
  return (value, showing) => {
    const term = terms[String(value)];
    return term === undefined ? asJson(value, showing) : showing.words.text(term);
  };
}

/** A code of one of the lists of the rule set, by its name. */
export function asCodeOf(list: 'roles' | 'categories' | 'authorities'): Show {
  return (value, { version, words }) => {
    const named = version.compiled.ruleSet[list].find(({ code }) => code === value);
    return named === undefined ? String(value) : quoted(words.text(named.text), words.locale);
  };
}

/** A list of values, each told alike. */
export function asListOf(show: Show): Show {
  return (value, showing) =>
    listed(
      (value as readonly unknown[]).map((one) => show(one, showing)),
      showing.words.locale,
    );
}

export const asNamed: Show = (value, { words }) => quoted(words.text((value as NamedCode).text), words.locale);

const UNCERTAIN = text('（可靠程度：{certainty}）', ' (certainty: {certainty})');
const CERTAINTIES: Readonly<Record<Citation['certainty'], Text>> = {
  seen: text('已见原文', 'seen'),
  quoted: text('他处引用', 'quoted'),
  chapter_only: text('只见章节', 'chapter only'),
  title_only: text('只见名称', 'title only'),
  known: text('凭一般知识', 'known'),
  unverified: text('未核实', 'unverified'),
};

export const asCitation: Show = (value, { version, words }) => {
  const { source, article, certainty } = value as Citation;
  const title = version.compiled.ruleSet.sources.find(({ code }) => code === source)?.title;
  const name = title === undefined ? source : words.text(title);
  const cited = words.locale === 'en' ? `${name}, ${words.text(article)}` : `《${name}》${words.text(article)}`;
  return `${cited}${words.text(fillText(UNCERTAIN, { certainty: CERTAINTIES[certainty] }))}`;
};

const VARIANT = text('{condition}时，记 {points}', '{points} when {condition}');
export const asVariant: Show = (value, { words }) => {
  const { points, when } = value as Variant;
  const condition = inBoth(() => conditionWords(when, words));
  return words.text(fillText(VARIANT, { points: pointsText(points), condition }));
};

const RANGE = text('{min} 至 {max} 分', '{min} to {max} points');
export const asRange: Show = (value, { words }) => {
  const { min, max } = value as { readonly min: number; readonly max: number };
  return words.text(fillText(RANGE, { min, max }));
};

const CYCLE_DAY = text('{month} 月 {day} 日', '{month}-{day}');
export const asAnchor: Show = (value, { words }) => {
  const { month, day } = value as { readonly month: number; readonly day: number };
  const two = (number: number): string => String(number).padStart(2, '0');
  return words.locale === 'en' ? `${two(month)}-${two(day)}` : words.text(fillText(CYCLE_DAY, { month, day }));
};

const MONTHS = text('{months} 个月', '{months} months');
export const asMonths: Show = (value, { words }) => words.text(fillText(MONTHS, { months: Number(value) }));

/** Something with a name of its own, such as an item, a fact or a rung. */
export const asWhole: Show = (value, showing) => {
  const { words } = showing;
  if (!isJsonObject(value)) return asJson(value, showing);
  const name = value['title'] ?? value['text'] ?? (value['measure'] as NamedCode | undefined)?.text;
  const code = typeof value['code'] === 'string' ? `${value['code']} ` : '';
  return isJsonObject(name) ? `${code}${quoted(words.text(name as Text), words.locale)}` : asJson(value, showing);
};

export const FACT_TYPES: Readonly<Record<FactDefinition['type'], Text>> = {
  boolean: text('是或者否', 'yes or no'),
  integer: text('整数', 'whole number'),
  number: text('数', 'number'),
  string: text('文字', 'text'),
  enum: text('选项', 'one of several values'),
  enum_list: text('多选项', 'some of several values'),
  date: text('日期', 'day'),
};
