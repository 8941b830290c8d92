import { readHistory } from '../ledger/read-history';
import { foldHistory } from '../ledger/standing';
import { Points } from '../numbers/points';
import { CompiledRuleSet } from '../rule-set/compile';
import { StandingCounterexample, StandingEffect, StandingResult } from './comparison.types';
import { directionOf } from './direction';
import { Pause } from './pause';
import { compareResults, documentOf, Plot, resultOf, standingOf } from './plot';
import { smallestFirst } from './plots';
import { nestFacts, Version, Versions } from './version';
import { standingEffectSentence, standingSentence } from './words/standing.words';

/** A change of the old version taken by itself, and the histories that may tell the two apart. */
export interface StandingQuestion {
  /** The old version with this one change. */
  readonly changed: CompiledRuleSet;
  readonly plots: readonly Plot[];
  /** What the items of the plots cost in the old and the new version. */
  readonly points: { readonly old: ReadonlyMap<string, Points>; readonly new: ReadonlyMap<string, Points> };
}

type Told = 'more' | 'fewer' | 'otherwise';

/** How many plots that differ are recorded in full for each sign, in case their facts violate further items too. */
const MOST_RECORDED = 12;

/** How many more plots are tried for a difference the other way, once one has been found. */
const MORE_TRIES = 300;

/** How many plots are folded before the next pause. */
const TRIES_A_TIME = 100;

/**
 * Looks for the smallest history on which the standing differs because of one change. What is found is then recorded
 * under both versions as they are, with facts, and only counts if their standings differ the same way.
 */
export async function standingEffect(
  versions: Versions,
  question: StandingQuestion,
  pause: Pause,
): Promise<StandingEffect> {
  const found = new Map<Told, StandingCounterexample>();
  const recorded = new Map<Told, number>();
  let [tried, most] = [0, Infinity];
  for (const plot of smallestFirst(question.plots)) {
    if (tried >= most || (found.has('more') && found.has('fewer'))) break;
    if (tried++ % TRIES_A_TIME === 0) await pause();
    const sign = signOf(versions, question, plot);
    if (sign === 'same' || found.has(sign)) continue;
    const times = (recorded.get(sign) ?? 0) + 1;
    if (times > MOST_RECORDED) continue;
    recorded.set(sign, times);
    const example = await record(versions, plot, sign);
    if (example === undefined) continue;
    found.set(sign, example);
    if (sign !== 'otherwise') most = Math.min(most, tried + MORE_TRIES);
  }
  return effectOf(tried, found);
}

function effectOf(tried: number, found: ReadonlyMap<Told, StandingCounterexample>): StandingEffect {
  const [more, fewer] = [found.get('more') ?? null, found.get('fewer') ?? null];
  const otherwise = more === null && fewer === null ? (found.get('otherwise') ?? null) : null;
  const effect = { direction: directionOf(more !== null, fewer !== null), tried, more, fewer, otherwise };
  return { ...effect, sentence: standingEffectSentence(effect) };
}

/** How the one change makes the standing differ, where the two versions as they are differ the same way. */
function signOf(versions: Versions, { changed, points }: StandingQuestion, plot: Plot): Told | 'same' {
  const before = resultOf(standingOf(plot, versions.old.compiled, points.old));
  const sign = compareResults(before, resultOf(standingOf(plot, changed, points.old)));
  if (sign === 'same') return sign;
  const after = resultOf(standingOf(plot, versions.new.compiled, points.new));
  return compareResults(before, after) === sign ? sign : 'same';
}

async function record(versions: Versions, plot: Plot, sign: Told): Promise<StandingCounterexample | undefined> {
  const old = await fold(versions.old, plot);
  const fresh = await fold(versions.new, plot);
  if (compareResults(old, fresh) !== sign) return undefined;
  const example = {
    records: documentOf(plot, ({ facts }) => nestFacts(facts)),
    asOf: plot.asOf,
    results: { old, new: fresh },
  };
  return { ...example, sentence: standingSentence(example) };
}

async function fold(version: Version, plot: Plot): Promise<StandingResult> {
  const { compiled } = version;
  const records = await readHistory(
    documentOf(plot, ({ facts }) => version.inspection(facts)),
    () => compiled,
    compiled.ruleSet.timeZone,
  );
  return resultOf(foldHistory({ records, rules: compiled, asOf: plot.asOf }));
}
