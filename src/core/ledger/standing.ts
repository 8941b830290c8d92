import { CivilDate } from '../dates/civil-date';
import { showInstant } from '../dates/instant';
import { addPoints, fromPoints, Points, toPoints } from '../numbers/points';
import { foldRegime } from '../regime/fold-regime';
import { isOfRegime } from '../regime/regime-kinds';
import { FindingReference } from '../rule-set/rule-set.types';
import { cycleOf } from './cycle';
import { describeFindings } from './describe-findings';
import { Rectification } from './finding';
import { capPoints, climbLadder } from './ladder';
import { forecast, ladderSpan, makePosting, Posting } from './posting';
import { StandingQuestion } from './standing-question';
import { Standing } from './standing.types';
import { applyRecord, foldingRecords, newTimeline, Timeline } from './timeline';

/**
 * Folds a subject's history to its standing as of a day and as known at an instant: a pure function of its arguments,
 * linear in the records but for sorting them. The records may come in any order and must have passed `checkHistory`.
 */
export function foldHistory(question: StandingQuestion): Standing {
  const { records, rules, asOf, knownAt } = question;
  const { regime } = rules;
  if (regime !== undefined) return foldRegime(question, { ...rules, regime });
  const known = knownAt === undefined ? records : records.filter((record) => record.knownAt <= knownAt);
  const timeline = newTimeline(known);
  const folding = foldingRecords(known, timeline.annulled);
  const later = folding.findIndex(({ day }) => day > asOf);
  const upTo = later === -1 ? folding.length : later;
  for (const record of folding.slice(0, upTo)) applyRecord(timeline, record);
  const withoutEffect = [
    ...timeline.withoutEffect.map(({ record, reason }) => ({ record: record.key, reason })),
    // Cases recorded while another version had a regime: they are told, and never passed over in silence.
    ...known.filter(isOfRegime).map(({ key }) => ({ record: key, reason: 'case_without_regime' as const })),
  ];
  const postings = postingsOf(timeline, folding.slice(upTo), asOf);
  const { accumulation, ladder } = rules.ruleSet;
  const cycle = cycleOf(asOf, accumulation.cycle);
  const counting = postings.filter(({ life }) => life.state !== 'cleared');
  const carried = sumOf(counting.filter(({ life }) => life.state === 'carried'));
  const current = sumOf(counting.filter(({ life }) => life.state === 'current'));
  const sum = addPoints(carried, current);
  const climbed = climbLadder(ladder, accumulation, postings.map(ladderSpan), cycle, asOf);
  return {
    ruleSet: rules.identity,
    asOf,
    knownAt: knownAt === undefined ? null : showInstant(knownAt),
    cycle,
    fullMark: accumulation.fullMark,
    total: fromPoints(capPoints(sum, accumulation)),
    sum: fromPoints(sum),
    carried: fromPoints(carried),
    current: fromPoints(current),
    rungs: climbed.rungs.map(({ rung, reached, since }) => ({
      code: rung.code,
      points: rung.points,
      reached,
      ...(since === undefined ? {} : { since }),
      isNew: since === asOf,
      authority: rung.authority,
      measure: rung.measure,
    })),
    nextRung: nextRung(climbed.rungs, climbed.total),
    measures: climbed.measures.map(({ rung, cycle: of, dueOn }) => ({ rung: rung.code, cycle: of, dueOn })),
    postings: describeFindings(known, timeline, postings, asOf),
    next: nextCycleDay(counting, cycle.to),
    withoutEffect,
  };
}

/** The posted findings as of the day. Records after it are then applied too: a late pass works back (A5). */
function postingsOf(timeline: Timeline, later: ReturnType<typeof foldingRecords>, asOf: CivilDate): readonly Posting[] {
  const posted = [...timeline.findings.values()].filter(({ notPosted }) => notPosted === undefined);
  const standing: readonly Rectification[] = posted.map(({ rectification }) => rectification);
  for (const record of later) if (record.type !== 'inspection') applyRecord(timeline, record);
  return posted.map((finding, place) => makePosting(finding, standing[place] as Rectification, asOf));
}

function sumOf(postings: readonly Posting[]): Points {
  return postings.reduce<number>((sum, { points }) => sum + points, 0) as Points;
}

function nextRung(rungs: ReturnType<typeof climbLadder>['rungs'], total: Points): Standing['nextRung'] {
  const rung = rungs.find(({ reached }) => !reached)?.rung;
  if (rung === undefined) return null;
  const distance = fromPoints((toPoints(rung.points) - total) as Points);
  return { code: rung.code, points: rung.points, distance };
}

function nextCycleDay(counting: readonly Posting[], day: CivilDate): Standing['next'] {
  const clears = counting.filter((posting) => forecast(posting, day).state === 'cleared');
  const carries = counting.filter((posting) => forecast(posting, day).state !== 'cleared');
  const reference = ({ finding }: Posting): FindingReference => ({
    inspection: finding.inspection.key,
    item: finding.violation.item,
  });
  return {
    day,
    clears: fromPoints(sumOf(clears)),
    carries: fromPoints(sumOf(carries)),
    clearing: clears.map(reference),
    carrying: carries.map(reference),
  };
}
