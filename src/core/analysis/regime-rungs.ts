import { pointer } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import { RegimeRung, Score } from '../rule-set/regime.types';
import { AnalysisFinding } from './analysis.types';
import { finding } from './finding';
import { NEEDED } from './rungs';

/**
 * Rungs of a regime that lie beyond the ceiling or the floor of their score. What its gates, multipliers and credits let
 * a score come to is not looked into; a rung that counts in a window of its own is left out.
 */
export function unreachedRegimeRungs({ ruleSet }: CompiledRuleSet): readonly AnalysisFinding[] {
  const { ladders = [], scores = [] } = ruleSet.regime ?? {};
  return ladders.flatMap((ladder, at) => {
    const score = scores.find(({ code }) => code === ladder.score);
    if (score === undefined) return [];
    return ladder.rungs.flatMap((rung, place) =>
      rung.window === undefined ? beyond(rung, score, pointer('/regime/ladders', at, 'rungs', place)) : [],
    );
  });
}

function beyond(rung: RegimeRung, score: Score, path: string): readonly AnalysisFinding[] {
  const { code, at, reaching = 'at_least' } = rung;
  const { floor = -Infinity, ceiling = Infinity } = score;
  const told = { rung: code, needed: NEEDED[reaching](at) };
  switch (reaching) {
    case 'at_least':
    case 'more_than':
      return ceiling < at || (reaching === 'more_than' && ceiling === at)
        ? [finding('rung_out_of_reach', path, { ...told, most: ceiling })]
        : [];
    case 'at_most':
    case 'less_than':
      return floor > at || (reaching === 'less_than' && floor === at)
        ? [finding('rung_below_floor', path, { ...told, least: floor })]
        : [];
  }
}
