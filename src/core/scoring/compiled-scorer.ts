import { compileReader } from '../facts/compiled-reader';
import { FactRow, SlotValues } from '../facts/slots';
import { addPoints, fromPoints, NO_POINTS, Points } from '../numbers/points';
import { CompiledItem, CompiledRuleSet } from '../rule-set/compile';
import { compileItemScorer, ItemScorer } from './compiled-item';
import { Decision } from './decide-items';
import { Candidate, chooseExclusive } from './exclusive-choice';
import { InspectionScore, ItemScore } from './score.types';

/** What one inspection came to, without its explanation. */
export interface PlainScore extends Omit<InspectionScore, 'ruleSet' | 'items'> {
  readonly items: readonly Omit<ItemScore, 'trace'>[];
}

/** A rule set, or some of its items, as closures. It decides what `scoreInspection` decides, and explains nothing. */
export interface CompiledScorer {
  readonly rules: CompiledRuleSet;
  /** The items it was compiled for, in the order of the rule set. */
  readonly items: readonly ItemScorer[];
  /** The base facts that it reads, by path, in the order of the catalogue: no others need to be moved. */
  readonly reads: readonly string[];
  /** Reads facts as they are recorded: nested. */
  readonly fromNested: (facts: unknown) => FactRow;
  /** Reads the values of the facts that it reads, in their order; null where one is absent. */
  readonly fromValues: (values: readonly unknown[]) => FactRow;
  /** What the conditions of each item come to, before exclusive items are weighed against each other. */
  readonly decide: (facts: FactRow) => readonly Decision[];
  /** The whole score; exclusive items are weighed among those it was compiled for. */
  readonly score: (facts: FactRow) => PlainScore;
}

/**
 * Compiles the items of a rule set to closures over the same typed operators, for many inspections at once; without
 * `eval`. Differential tests hold it equal to json-rules-engine and to the explanation.
 *
 * @param options.items the codes of the items to compile; absent: every item
 */
export function compileScorer(
  rules: CompiledRuleSet,
  { items: codes }: { readonly items?: readonly string[] } = {},
): CompiledScorer {
  const indices = codes?.map((code) => rules.itemIndex.get(code) ?? noSuchItem(code));
  const compiled = indices === undefined ? rules.items : rules.items.filter(({ index }) => indices.includes(index));
  const reader = compileReader(
    rules.catalogue,
    compiled.flatMap(({ appliesReads, reads }) => [...appliesReads, ...reads]),
  );
  const items = compiled.map((item) => compileItemScorer(item, rules.catalogue, reader.slotOf));
  const decide = (facts: FactRow): readonly Decision[] => {
    if (facts.problems.length > 0) throw new Error('facts that do not fit the catalogue decide nothing');
    const decisions = new Array<Decision>(items.length);
    for (let place = 0; place < items.length; place += 1) {
      decisions[place] = (items[place] as ItemScorer).decide(facts);
    }
    return decisions;
  };
  const { reads, fromNested, fromValues } = reader;
  const score = (facts: FactRow): PlainScore => plainScore(rules, items, decide(facts), facts.values);
  return { rules, items, reads, fromNested, fromValues, decide, score };
}

function noSuchItem(code: string): never {
  throw new Error(`the rule set has no item ${code}`);
}

function plainScore(
  rules: CompiledRuleSet,
  items: readonly ItemScorer[],
  decisions: readonly Decision[],
  values: SlotValues,
): PlainScore {
  const own = decisions.map(({ points }) => points);
  const violated = decisions.map(({ outcome }) => outcome === 'violated');
  const replacedBy = weigh(items, own, violated);
  const greatest = decisions.map(({ outcome, points }, place) =>
    outcome === 'not_checked' ? (items[place] as ItemScorer).greatest(values) : points,
  );
  const possible = greatest.map((points) => points > 0);
  const points = sumOf(own, replacedBy);
  return {
    points: fromPoints(points),
    pointsRange: { min: fromPoints(points), max: fromPoints(sumOf(greatest, weigh(items, greatest, possible))) },
    complete: decisions.every(({ outcome }) => outcome !== 'not_checked'),
    items: items.map(({ item, missing }, place) => {
      const { outcome, points: ownPoints } = decisions[place] as Decision;
      const winner = replacedBy[place];
      return {
        item: item.item.code,
        outcome,
        points: winner === undefined ? fromPoints(ownPoints) : 0,
        ownPoints: fromPoints(ownPoints),
        ...(winner === undefined ? {} : { replacedBy: (rules.items[winner] as CompiledItem).item.code }),
        missingFacts: outcome === 'not_checked' ? missing(values) : [],
      };
    }),
  };
}

/** For each item that takes part the index of the exclusive one that counts in its place; undefined where it counts. */
function weigh(
  items: readonly ItemScorer[],
  points: readonly Points[],
  takesPart: readonly boolean[],
): readonly (number | undefined)[] {
  const candidates = items
    .map(({ item: { index, exclusiveWith } }, place): Candidate => {
      return { index, points: points[place] as Points, exclusiveWith };
    })
    .filter((_, place) => takesPart[place]);
  const replaced = chooseExclusive(candidates);
  return items.map(({ item }) => replaced.get(item.index));
}

function sumOf(points: readonly Points[], replacedBy: readonly (number | undefined)[]): Points {
  return addPoints(...points.map((one, place) => (replacedBy[place] === undefined ? one : NO_POINTS)));
}
