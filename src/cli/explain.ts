import { CompiledRuleSet, FactDefinition, InspectionScore, ItemScore, LeafTrace, Trace } from '../core';
import { printable, renderTable } from './tables';
import { Words } from './texts';
import { OPERATORS, OUTCOMES, truthText } from './texts/terms';

type Row = readonly string[];
type Value = LeafTrace['found'] | LeafTrace['wanted'];

/** How each violated item of a score was decided, in people's words: every leaf, and the provisions it rests on. */
export function explainScore(compiled: CompiledRuleSet, score: InspectionScore, words: Words): string {
  const violated = score.items.flatMap((item, place) => (item.outcome === 'violated' ? [{ item, place }] : []));
  if (violated.length === 0) return `${words.say('noViolations')}\n`;
  const parts = violated.map(({ item, place }) => {
    const title = words.text(compiled.ruleSet.items[place]?.title);
    const points = words.say('pointsOf', { points: item.points });
    const heading = `${item.item} ${title}  ${words.term(OUTCOMES, item.outcome)} ${points}`;
    return `\n${printable(heading)}\n${leafTable(compiled, item, words)}${basis(item, words)}\n`;
  });
  return `${words.say('explanation')}\n${parts.join('')}`;
}

function leafTable(compiled: CompiledRuleSet, { trace }: ItemScore, words: Words): string {
  const tell = new Teller(compiled, words);
  const rows = [
    ...(trace.appliesWhen === undefined ? [] : tell.part(words.say('appliesWhen'), trace.appliesWhen)),
    ...(trace.condition === undefined ? [] : tell.part(words.say('condition'), trace.condition)),
    ...(trace.variants ?? []).flatMap(({ points, when }) => tell.part(words.say('variant', { points }), when)),
  ];
  return renderTable(
    [
      { head: words.say('fact'), most: 44 },
      { head: words.say('observed'), most: 20 },
      { head: words.say('operator') },
      { head: words.say('wanted'), most: 36 },
      { head: words.say('result') },
    ],
    rows,
  );
}

function basis({ trace }: ItemScore, words: Words): string {
  const articles = trace.legalBasis.map(({ source, article }) => `${words.text(source)} ${words.text(article)}`);
  return printable(words.say('basis', { articles: articles.join(words.locale === 'en' ? '; ' : '；') }));
}

class Teller {
  constructor(
    private readonly compiled: CompiledRuleSet,
    private readonly words: Words,
  ) {}

  /** A part of an item: what it decides, then its condition one step further in. */
  part(name: string, trace: Trace): readonly Row[] {
    return [
      [this.words.say('part', { name }), '', '', '', this.words.text(truthText(trace.result))],
      ...this.rows(trace, 1),
    ];
  }

  private rows(trace: Trace, depth: number): readonly Row[] {
    if ('fact' in trace) return [this.leaf(trace, depth)];
    const [label, parts] =
      'all' in trace
        ? (['all', trace.all] as const)
        : 'any' in trace
          ? (['any', trace.any] as const)
          : (['not', [trace.not]] as const);
    // One part needs no heading of its own.
    if (parts.length === 1 && label !== 'not') return parts.flatMap((part) => this.rows(part, depth));
    const heading = `${indent(depth)}${this.words.say(label)}`;
    return [
      [heading, '', '', '', this.words.text(truthText(trace.result))],
      ...parts.flatMap((part) => this.rows(part, depth + 1)),
    ];
  }

  private leaf({ fact, operator, found, wanted, result }: LeafTrace, depth: number): Row {
    const definition = this.compiled.catalogue.facts.get(fact);
    return [
      `${indent(depth)}${this.words.text(definition?.text) || fact}`,
      this.value(definition, found),
      this.words.term(OPERATORS, operator),
      this.value(definition, wanted),
      this.words.text(truthText(result)),
    ];
  }

  private value(definition: FactDefinition | undefined, value: Value): string {
    if (value === null) return this.words.term(OUTCOMES, 'not_checked');
    if (typeof value === 'boolean') return this.words.say(value ? 'yes' : 'no');
    if (typeof value === 'number') return [value, this.words.text(definition?.unit)].join(' ').trim();
    if (typeof value === 'string') return this.named(definition, value);
    if ('fact' in value) {
      const other = this.compiled.catalogue.facts.get(value.fact);
      return `${this.words.text(other?.text) || value.fact}${this.words.locale === 'en' ? ': ' : '：'}${this.value(other, value.value)}`;
    }
    return this.words.list(value.map((one) => this.value(definition, one)));
  }

  private named(definition: FactDefinition | undefined, code: string): string {
    return this.words.text(definition?.values?.find((value) => value.code === code)?.text) || code;
  }
}

/** Wide spaces, since a table cell keeps them at the start of a line. */
function indent(depth: number): string {
  return '　'.repeat(depth);
}
