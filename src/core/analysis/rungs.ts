import { fromPoints, Points, toPoints } from '../numbers/points';
import { pointer } from '../problems/problem';
import { CompiledItem, CompiledRuleSet } from '../rule-set/compile';
import { neighbours } from '../scenario-coverage/attainable-totals';
import { AnalysisFinding } from './analysis.types';
import { finding } from './finding';

/**
 * Rungs of the simple ladder that no total reaches, or that every total jumps. A total is any sum of the points that
 * items can cost, cut off at the ceiling.
 *
 * @param violable the items that are not known to be without any violation
 */
export function unreachedRungs({ ruleSet }: CompiledRuleSet, violable: readonly CompiledItem[]) {
  const { ladder, accumulation } = ruleSet;
  const costs = violable.flatMap(({ points, variants }) => [points, ...variants.map((variant) => variant.points)]);
  const ceiling = accumulation.ceiling === undefined ? Infinity : toPoints(accumulation.ceiling);
  const more = ladder.reaching === 'more_than' ? 1 : 0;
  const bounds = ladder.rungs.map(({ points }) => (toPoints(points) + more) as Points);
  return ladder.rungs.flatMap(({ code, points }, place): readonly AnalysisFinding[] => {
    const bound = bounds[place] as Points;
    const path = pointer('/ladder/rungs', place);
    const { from } = neighbours(costs, bound);
    if (from === undefined || bound > ceiling) {
      const most = from === undefined ? 0 : fromPoints(ceiling as Points);
      const reaching = more === 0 ? 'at_least' : 'more_than';
      return [finding('rung_out_of_reach', path, { rung: code, most, needed: NEEDED[reaching](points) })];
    }
    const total = Math.min(from, ceiling) as Points;
    const next = ladder.rungs[place + 1]?.code;
    const isJumped = ladder.jump === 'highest_rung' && next !== undefined && total >= (bounds[place + 1] as Points);
    return isJumped ? [finding('rung_always_jumped', path, { rung: code, next, total: fromPoints(total) })] : [];
  });
}

export const NEEDED = {
  at_least: (at: number) => ({ 'zh-CN': `达到 ${at} 分`, en: `${at} or more` }),
  more_than: (at: number) => ({ 'zh-CN': `超过 ${at} 分`, en: `more than ${at}` }),
  at_most: (at: number) => ({ 'zh-CN': `不超过 ${at} 分`, en: `${at} or less` }),
  less_than: (at: number) => ({ 'zh-CN': `低于 ${at} 分`, en: `less than ${at}` }),
};
