import { FactDomain } from '../domain-search/fact-domain';
import { searchDomain } from '../domain-search/search-domain';
import { leaveOutIdle, smallestFacts } from '../domain-search/smallest-facts';
import { Facts } from '../facts/read-facts';
import { PointsCounterexample, PointsEffect } from './comparison.types';
import { directionOf } from './direction';
import { tellCounterexample } from './points-counterexample';
import { Pause } from './pause';
import { PointsQuestion, Sign } from './points-question';
import { Versions } from './version';
import { pointsEffectSentence } from './words/effect.words';

/**
 * Looks for facts that two versions score differently, over all that their conditions can tell apart, and makes what is
 * found as small as it can.
 */
export async function pointsEffect(versions: Versions, question: PointsQuestion, pause: Pause): Promise<PointsEffect> {
  if (question.domain.incomparable.length > 0) return effectOf({ tried: 0, whole: false }, 'undetermined');
  const found = search(question);
  await pause();
  const more = await counterexample(versions, question, found, 'more');
  await pause();
  const fewer = await counterexample(versions, question, found, 'fewer');
  const points = more !== null || fewer !== null;
  const otherwise = points ? null : await counterexample(versions, question, found, 'otherwise');
  const told = { more, fewer, ...(points ? {} : { otherwise }) };
  const lost = Object.entries(told).some(([sign, example]) => found.facts.has(sign as Told) && example === null);
  const extent = { tried: found.tried, whole: found.whole && !lost };
  return effectOf(extent, directionOf(more !== null, fewer !== null), { more, fewer, otherwise });
}

/** The effect where nothing that the points depend on has changed. */
export const NO_EFFECT: PointsEffect = effectOf({ tried: 0, whole: true }, 'none');

function effectOf(
  { tried, whole }: { readonly tried: number; readonly whole: boolean },
  direction: PointsEffect['direction'],
  examples: Partial<Pick<PointsEffect, 'more' | 'fewer' | 'otherwise'>> = {},
): PointsEffect {
  const effect = { direction, tried, whole, more: null, fewer: null, otherwise: null, ...examples };
  return { ...effect, sentence: pointsEffectSentence(effect) };
}

type Told = Exclude<Sign, 'same'>;

interface Found {
  readonly tried: number;
  readonly whole: boolean;
  readonly facts: ReadonlyMap<Told, Facts>;
}

function search(question: PointsQuestion): Found {
  const facts = new Map<Told, Facts>();
  const { tried, whole } = searchDomain(question.domain, (choice) => {
    const sign = question.compare(choice)?.sign;
    if (sign !== undefined && sign !== 'same' && !facts.has(sign)) facts.set(sign, new Map(choice));
    return facts.has('more') && facts.has('fewer');
  });
  // With both found there is nothing left that could be missing.
  const both = facts.has('more') && facts.has('fewer');
  if (whole || both) return { tried, whole: true, facts };
  // A sample rarely meets what takes several facts at once; the fewest facts are looked at one after the other.
  let more = tried;
  for (const sign of ['more', 'fewer'] as const) {
    if (facts.has(sign)) continue;
    const smallest = smallestFacts(question.domain, (choice) => question.compare(choice)?.sign === sign);
    more += smallest.tried;
    if (smallest.facts !== undefined) facts.set(sign, smallest.facts);
  }
  return { tried: more, whole: facts.has('more') && facts.has('fewer'), facts };
}

/** How many ways to complete the facts of exclusive items are scored, where further items take part in the choice. */
const MOST_SCORED = 20;

async function counterexample(
  versions: Versions,
  question: PointsQuestion,
  found: Found,
  sign: Told,
): Promise<PointsCounterexample | null> {
  const facts = found.facts.get(sign);
  if (facts === undefined) return null;
  const holds = (choice: Facts): boolean => question.compare(choice)?.sign === sign;
  const several = question.pairs.length > 1;
  // The fewest facts may leave no way to complete them, as where a calculation divides by one of them: of those that
  // were found complete there is one.
  for (const choose of [() => smallestFacts(question.domain, holds).facts, () => leaveOutIdle(facts, holds)]) {
    const deciding = choose();
    if (deciding === undefined) continue;
    for (const complete of completions(question, deciding, holds, several ? MOST_SCORED : 1)) {
      const example = await tellCounterexample(versions, question, complete, deciding);
      if (!several || sign === 'otherwise' || signOfTotal(example) === sign) return example;
    }
  }
  return null;
}

/** Exclusive items only matter to what the inspection comes to. */
function signOfTotal({ total }: PointsCounterexample): Sign {
  if (total.new === total.old) return 'same';
  return total.new > total.old ? 'more' : 'fewer';
}

/** All facts that scoring asks for: those that decide, and for the rest first what makes nothing a violation. */
function completions(
  question: PointsQuestion,
  deciding: Facts,
  holds: (facts: Facts) => boolean,
  most: number,
): readonly Facts[] {
  const { domain } = question;
  const [quiet] = firstOf(domain, (choice) => isQuiet(question, choice), 1);
  const merged = inOrder(domain, new Map([...(quiet ?? []), ...deciding]));
  const first = quiet !== undefined && holds(merged) ? [merged] : [];
  if (first.length === most) return first;
  const facts = domain.facts.map(({ path, values }) => {
    const value = deciding.get(path);
    return { path, values: value === undefined ? values : [value] };
  });
  const size = facts.reduce((product, { values }) => product * values.length, 1);
  return [...first, ...firstOf({ ...domain, facts, size }, holds, most)];
}

function isQuiet(question: PointsQuestion, facts: Facts): boolean {
  const verdicts = question.compare(facts);
  return verdicts !== undefined && [...verdicts.old, ...verdicts.new].every(({ outcome }) => outcome !== 'violated');
}

function firstOf(domain: FactDomain, test: (facts: Facts) => boolean, most: number): readonly Facts[] {
  const found: Facts[] = [];
  searchDomain(domain, (facts) => {
    if (test(facts)) found.push(new Map(facts));
    return found.length === most;
  });
  return found;
}

function inOrder({ facts }: FactDomain, values: Facts): Facts {
  return new Map(
    facts.flatMap(({ path }) => {
      const value = values.get(path);
      return value === undefined ? [] : [[path, value] as const];
    }),
  );
}
