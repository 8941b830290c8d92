import { CivilDate } from '../dates/civil-date';
import { addPoints, fromPoints } from '../numbers/points';
import { bandOf } from './score-value';
import { LadderWalk } from './ladder-walk';
import { MeasureInstance, stateOf } from './measure-log';
import { Posting } from './posting.types';
import { RegimeCase, RegimeMeasure, RegimeRungStanding, RegimeScore, RegimeStanding } from './regime-standing.types';
import { RegimeSimulation } from './simulate';
import { Tally } from './tally';

/** What a simulation that has run up to the as-of day has come to. */
export function describeRegime(simulation: RegimeSimulation): RegimeStanding {
  const { board, ladders, measures, poster, asOf } = simulation;
  return {
    scores: board.tallies.map(describeScore),
    rungs: ladders.flatMap(describeLadder),
    measures: measures.log.all.map((one) => describeMeasure(one, asOf)),
    cases: poster.postings.map(describeCase),
    missingFacts: [...simulation.missingFacts].sort(),
  };
}

function describeScore(tally: Tally): RegimeScore {
  const { score, value, unbounded } = tally;
  const slots = [...tally.slots];
  const band = bandOf(score.bands, value);
  const cycle = tally.currentCycle();
  const sum = (kept: typeof slots): number => fromPoints(addPoints(...kept.map(({ counted }) => counted)));
  return {
    ...{ code: score.code, value: fromPoints(value), unbounded: fromPoints(unbounded) },
    ...(band === undefined ? {} : { band: band.code }),
    carried: sum(slots.filter(({ carried, posting }) => carried && posting !== undefined)),
    credited: 0 - sum(slots.filter(({ counted, posting }) => posting === undefined && counted < 0)),
    ...(cycle === undefined ? {} : { cycle }),
  };
}

function describeLadder({ ladder, states }: LadderWalk): readonly RegimeRungStanding[] {
  return states.map(({ rung, times, since }) => ({
    ...{ ladder: ladder.code, code: rung.code, reached: times > 0, times },
    ...(since === undefined ? {} : { since }),
  }));
}

function describeMeasure(one: MeasureInstance, asOf: CivilDate): RegimeMeasure {
  const { measure, ladder, rung, on, from, to, points, completedOn, replacedOn } = one;
  const end = replacedOn ?? completedOn;
  // What its length would still give it no longer counts where it was replaced or completed before.
  const last = to === undefined || (end !== undefined && end <= to) ? end : to;
  return {
    measure: measure.code,
    ...(ladder === undefined ? {} : { ladder }),
    ...(rung === undefined ? {} : { rung }),
    on,
    ...(from === undefined ? {} : { from }),
    ...(last === undefined ? {} : { to: last }),
    ...{ state: stateOf(one, asOf), points: fromPoints(points) },
  };
}

function describeCase({ entry, state, active, points, reason, insteadOf, slots }: Posting): RegimeCase {
  const { finding, key, item, rules } = entry;
  const scores = [...new Set(slots.filter((slot) => slot.tally.slots.has(slot)).map((slot) => slot.tally.score.code))];
  const counts = scores.length > 0 ? 'counts' : 'ended';
  return {
    ...(finding === undefined ? { case: key } : { finding: { inspection: finding.inspection, item: finding.item } }),
    ...{ item: item.code, version: rules.identity.version },
    state: state !== 'posted' ? state : active ? counts : 'pending',
    points: fromPoints(points),
    ...(reason === undefined ? {} : { reason }),
    ...(insteadOf === undefined ? {} : { insteadOf }),
    scores,
  };
}
