import { Facts } from '../facts/read-facts';
import { fromPoints } from '../numbers/points';
import { CompiledItem } from '../rule-set/compile';
import { InspectionScore } from '../scoring/score.types';
import { scoreInspection } from '../scoring/score-inspection';
import { inBoth } from '../wording/wording';
import { CounterexampleFact, ItemResult, PointsCounterexample } from './comparison.types';
import { PointsQuestion } from './points-question';
import { Verdict } from './verdict';
import { Version, Versions } from './version';
import { counterexampleSentence } from './words/effect.words';

/**
 * Has both versions score some facts as they would an inspection, and tells what came of it. The search decides by other
 * code than scoring does; that the two agree is checked on every counterexample.
 */
export async function tellCounterexample(
  versions: Versions,
  question: PointsQuestion,
  facts: Facts,
  deciding: Facts,
): Promise<PointsCounterexample> {
  const verdicts = question.compare(facts);
  if (verdicts === undefined) throw new Error('a counterexample leaves something undecided');
  const [old, fresh] = [await scored(versions.old, facts), await scored(versions.new, facts)];
  const items = question.pairs.map((pair, place) => ({
    old: resultOf(pair.old, old, verdicts.old[place] as Verdict),
    new: resultOf(pair.new, fresh, verdicts.new[place] as Verdict),
  }));
  const example = {
    facts: [...facts.keys()].map((path) => tellFact(versions, facts, path, deciding.has(path))),
    items,
    total: { old: old.points, new: fresh.points },
  };
  return { ...example, sentence: counterexampleSentence(example) };
}

function scored(version: Version, facts: Facts): Promise<InspectionScore> {
  return scoreInspection(version.compiled, version.inspection(facts));
}

function resultOf(item: CompiledItem | undefined, score: InspectionScore, verdict: Verdict): ItemResult | null {
  if (item === undefined) return null;
  const found = score.items[item.index];
  if (found?.outcome !== verdict.outcome || found.ownPoints !== fromPoints(verdict.points)) {
    const searched = `${verdict.outcome} ${fromPoints(verdict.points)}`;
    throw new Error(`item ${item.item.code}: searched ${searched}, scored ${found?.outcome} ${found?.ownPoints}`);
  }
  const { item: code, outcome, points, ownPoints } = found;
  return { item: code, outcome, points: ownPoints, counted: points };
}

function tellFact(versions: Versions, facts: Facts, path: string, deciding: boolean): CounterexampleFact {
  const [old, fresh] = [versions.old.knows(path), versions.new.knows(path)];
  const version = fresh ? versions.new : versions.old;
  const value = facts.get(path);
  if (value === undefined) throw new Error(`no such fact in the counterexample: ${path}`);
  return {
    path,
    value,
    text: version.compiled.catalogue.facts.get(path)?.text ?? inBoth(() => path),
    valueText: inBoth((locale) => version.words(locale).value(path, value)),
    deciding,
    old,
    new: fresh,
  };
}
