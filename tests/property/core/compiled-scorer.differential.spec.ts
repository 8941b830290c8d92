import * as fc from 'fast-check';
import { checkFacts } from '../../../src/core/facts/check-facts';
import { expressionFacts } from '../../../src/core/facts/expression';
import { withCalculated } from '../../../src/core/facts/read-facts';
import { FactsError, Problem } from '../../../src/core/problems/problem';
import { compileScorer, CompiledScorer, PlainScore } from '../../../src/core/scoring/compiled-scorer';
import { InspectionScore } from '../../../src/core/scoring/score.types';
import { scoreFacts } from '../../../src/core/scoring/score-inspection';
import { CompiledRuleSet } from '../../../src/core/rule-set/compile';
import { inspected, Inspected } from '../../support/any-facts.arbitraries';

/** Pairs of a rule set and the facts of an inspection; `.ci/run` asks for more. */
const PAIRS = Number(process.env['DIFFERENTIAL_RUNS'] ?? 5000);
const PER_RULE_SET = 25;
const RUNS = { numRuns: Math.ceil(PAIRS / PER_RULE_SET) };

/** What the differential test has met: it proves nothing about what it never meets. */
const met = new Map<string, number>();
const meet = (what: string): void => void met.set(what, (met.get(what) ?? 0) + 1);

/** A score by json-rules-engine, without what the compiled path does not answer. */
function plain({ points, pointsRange, complete, items }: InspectionScore): PlainScore {
  return { points, pointsRange, complete, items: items.map(({ trace: _trace, ...item }) => item) };
}

/** The facts that some items read: those their conditions name, and what these are calculated from. */
function factsOf(rules: CompiledRuleSet, items: readonly string[]): ReadonlySet<string> {
  const read = new Set(
    rules.items.filter(({ item }) => items.includes(item.code)).flatMap((one) => [...one.appliesReads, ...one.reads]),
  );
  // A set that grows while it is walked is walked to its end.
  for (const path of read) {
    const { expression } = rules.catalogue.facts.get(path)!;
    if (expression !== undefined) expressionFacts(expression).forEach((operand) => read.add(operand));
  }
  return read;
}

/** The problems that lie in or above what is read: nothing else is looked at. */
function within(problems: readonly Problem[], read: ReadonlySet<string>): readonly Problem[] {
  const pointers = [...read]
    .filter((path) => !path.startsWith('calc.'))
    .map((path) => `/${path.replaceAll('.', '/')}/`);
  return problems.filter(({ path }) => pointers.some((pointer) => pointer.startsWith(`${path}/`)));
}

/** By path, since facts may come in any order. */
const byPath = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort((a, b) => (a.path < b.path ? -1 : 1));

/** What json-rules-engine decides, or what is wrong with the facts that are read. */
async function oracle(
  rules: CompiledRuleSet,
  read: ReadonlySet<string>,
  facts: unknown,
): Promise<PlainScore | readonly Problem[]> {
  const { problems, values } = checkFacts(rules.catalogue, facts);
  const found = within(problems, read);
  if (found.length > 0) return byPath(found);
  const calculated = rules.catalogue.calculated.filter(({ path }) => read.has(path));
  try {
    return plain(await scoreFacts(rules, withCalculated({ ...rules.catalogue, calculated }, values)));
  } catch (error) {
    if (error instanceof FactsError) return error.problems;
    throw error;
  }
}

/** What the compiled path decides, by both ways of reading facts. */
function decided(scorer: CompiledScorer, facts: unknown): PlainScore | readonly Problem[] {
  const row = scorer.fromNested(facts);
  if (row.problems.length > 0) return byPath(row.problems);
  const values = scorer.reads.map((path) =>
    path.split('.').reduce<unknown>((group, name) => {
      return Object.hasOwn(group ?? {}, name) ? (group as Record<string, unknown>)[name] : undefined;
    }, facts),
  );
  const score = scorer.score(row);
  expect(scorer.fromValues(values)).toEqual(row);
  expect(scorer.decide(row).map(({ outcome }) => outcome)).toEqual(score.items.map(({ outcome }) => outcome));
  return score;
}

const isScore = (answer: PlainScore | readonly Problem[]): answer is PlainScore => 'items' in answer;

function count(rules: CompiledRuleSet, answer: PlainScore | readonly Problem[]): void {
  if (!isScore(answer)) {
    answer.forEach(({ code }) => meet(code));
    return;
  }
  meet(answer.complete ? 'complete' : 'incomplete');
  if (answer.pointsRange.max > answer.pointsRange.min) meet('range');
  answer.items.forEach((item, place) => {
    meet(item.outcome);
    if (item.replacedBy !== undefined) meet('replaced');
    if (item.outcome === 'violated' && item.ownPoints !== rules.ruleSet.items[place]?.points) meet('variant');
    if (item.outcome === 'not_checked' && item.missingFacts.length === 0) meet('nothing missing');
  });
}

describe('the compiled scorer decides as json-rules-engine does', () => {
  const codes = (rules: CompiledRuleSet): readonly string[] => rules.ruleSet.items.map(({ code }) => code);

  it(`over ${PAIRS} pairs of a rule set and the facts of an inspection`, async () => {
    const agree = async ({ rules, inspections }: Inspected): Promise<void> => {
      const scorer = compileScorer(rules);
      const read = factsOf(rules, codes(rules));
      expect(scorer.reads).toEqual(
        rules.ruleSet.facts.filter(({ path, expression }) => read.has(path) && !expression).map(({ path }) => path),
      );
      for (const facts of inspections) {
        const expected = await oracle(rules, read, facts);
        expect(decided(scorer, facts)).toEqual(expected);
        count(rules, expected);
      }
    };
    await fc.assert(fc.asyncProperty(inspected(PER_RULE_SET), agree), RUNS);
    expect([...met.keys()].sort()).toEqual(MUST_MEET);
  }, 600_000);

  it('when only some of the items are compiled, reading only their facts', async () => {
    const agree = async ({ rules, inspections }: Inspected, start: number): Promise<void> => {
      const items = codes(rules).filter((_, place) => (place + start) % 3 !== 0);
      const scorer = compileScorer(rules, { items });
      const read = factsOf(rules, items);
      expect(scorer.items.map(({ item }) => item.item.code)).toEqual(items);
      for (const facts of inspections) {
        const expected = await oracle(rules, read, facts);
        const answer = decided(scorer, facts);
        expect(isScore(answer)).toBe(isScore(expected));
        if (!isScore(answer) || !isScore(expected)) continue;
        const asked = expected.items.filter(({ item }) => items.includes(item));
        expect(answer.items.map(own)).toEqual(asked.map(own));
      }
    };
    await fc.assert(fc.asyncProperty(inspected(5), fc.nat(2), agree), { numRuns: 60 });
  });
});

/** What an item comes to by itself: which exclusive one counts in its place depends on the items beside it. */
const own = ({ item, outcome, ownPoints, missingFacts }: PlainScore['items'][number]): object => ({
  ...{ item, outcome, ownPoints, missingFacts },
});

const MUST_MEET = [
  ...['calculated_out_of_range', 'complete', 'compliant', 'fact_decimals', 'fact_range', 'fact_type', 'fact_value'],
  ...['facts_not_an_object', 'incomplete', 'not_applicable', 'not_checked', 'nothing missing', 'range', 'replaced'],
  ...['variant', 'violated'],
];
