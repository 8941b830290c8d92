import { addPoints, fromPoints, Points, toPoints } from '../numbers/points';
import { pointer } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import { capPoints } from '../ledger/ladder';
import { AskedStanding } from '../scenarios/scenario-standings';
import { Standing } from '../ledger/standing.types';
import { neighbours } from './attainable-totals';
import { Sights } from './sight';

/** What a history scenario asked for; it states all rungs reached, exactly. */
export type StandingWatch = (asked: readonly AskedStanding[], scenario: string) => void;

/**
 * Every rung on both sides: a standing with the least total that reaches it, and one with the greatest that does not. A
 * regime has rungs of many kinds; of each it is seen that it was reached, and that it was not.
 */
export function expectRungs(rules: CompiledRuleSet, sights: Sights): StandingWatch {
  return rules.regime === undefined ? expectLadder(rules, sights) : expectRegimeRungs(rules, sights);
}

function expectLadder({ ruleSet, items }: CompiledRuleSet, sights: Sights): StandingWatch {
  const { ladder, accumulation } = ruleSet;
  const costs = items.flatMap(({ points, variants }) => [points, ...variants.map((variant) => variant.points)]);
  const more = ladder.reaching === 'more_than' ? 1 : 0;
  const watched = ladder.rungs.map(({ code, points }, place) => {
    const bound = (toPoints(points) + more) as Points;
    const { below, from } = neighbours(costs, bound);
    // A ceiling cuts what lies above it off to a total of its own.
    const reaching = from === undefined ? bound : capped(from, bound, accumulation);
    const path = pointer('/ladder/rungs', place);
    return {
      reaching,
      below,
      reached: sights.expect('rung_reached', path, { rung: code, total: fromPoints(reaching) }),
      notReached: sights.expect('rung_not_reached', path, { rung: code, total: fromPoints(below) }),
    };
  });
  return (asked, scenario) => {
    for (const { standing } of asked) {
      const total = ladderTotal(standing, accumulation);
      for (const { reaching, below, reached, notReached } of watched) {
        if (total === reaching) reached(scenario);
        if (total === below) notReached(scenario);
      }
    }
  };
}

type Accumulation = CompiledRuleSet['ruleSet']['accumulation'];

function capped(total: Points, bound: Points, accumulation: Accumulation): Points {
  const cut = capPoints(total, accumulation);
  return cut >= bound ? cut : total;
}

/** The points that count towards the rungs. */
function ladderTotal({ current, carried }: Standing, accumulation: Accumulation): Points {
  const counts = accumulation.carryOver?.countsTowardsLadder ?? true;
  return capPoints(addPoints(toPoints(current), toPoints(counts ? carried : 0)), accumulation);
}

function expectRegimeRungs({ ruleSet }: CompiledRuleSet, sights: Sights): StandingWatch {
  const watched = (ruleSet.regime?.ladders ?? []).flatMap((ladder, at) =>
    ladder.rungs.map(({ code }, place) => {
      const path = pointer('/regime/ladders', at, 'rungs', place);
      return {
        code,
        reached: sights.expect('regime_rung_reached', path, { rung: code }),
        notReached: sights.expect('regime_rung_not_reached', path, { rung: code }),
      };
    }),
  );
  return (asked, scenario) => {
    for (const { standing } of asked) {
      standing.rungs.forEach(({ reached: isReached }, place) => {
        const rung = watched[place];
        if (isReached) rung?.reached(scenario);
        else rung?.notReached(scenario);
      });
    }
  };
}
