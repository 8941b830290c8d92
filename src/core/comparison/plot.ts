import { CivilDate } from '../dates/civil-date';
import { NestedFacts } from '../facts/put-fact';
import { HistoryRecord } from '../ledger/history.types';
import { deadlineOf } from '../ledger/read-history';
import { foldHistory } from '../ledger/standing';
import { Standing } from '../ledger/standing.types';
import { fromPoints, Points } from '../numbers/points';
import { CompiledRuleSet } from '../rule-set/compile';
import { HistoryDocument } from '../rule-set/rule-set.types';
import { Carrier } from './carriers';
import { StandingResult } from './comparison.types';

/** One inspection of a made-up history, and what became of what it found. */
export interface PlotInspection {
  readonly day: CivilDate;
  readonly carrier: Carrier;
  readonly rectified?: CivilDate;
  readonly passed?: CivilDate;
}

/** A made-up history and the day on which its standing is looked at. */
export interface Plot {
  readonly inspections: readonly PlotInspection[];
  readonly asOf: CivilDate;
}

export function recordsOf({ inspections }: Plot): number {
  return inspections.reduce((sum, { carrier, rectified, passed }) => {
    const followed = Number(rectified !== undefined) + Number(passed !== undefined);
    return sum + 1 + followed * carrier.items.length;
  }, 0);
}

/** The records of the plot as a history file holds them. */
export function documentOf(
  { inspections }: Plot,
  facts: (carrier: Carrier) => Readonly<NestedFacts>,
): HistoryDocument['records'] {
  return inspections.flatMap(({ day, carrier, rectified, passed }, place) => {
    const key = keyOf(place);
    const about = carrier.items.map((item) => ({ inspection: key, item }));
    return [
      { type: 'inspection' as const, key, inspectedOn: day, facts: facts(carrier) },
      ...(rectified === undefined
        ? []
        : about.map((finding) => ({ type: 'rectification' as const, finding, completedOn: rectified }))),
      ...(passed === undefined
        ? []
        : about.map((finding) => ({ type: 're_inspection' as const, finding, inspectedOn: passed, passed: true }))),
    ];
  });
}

/** The standing of a plot, every violation costing what its carrier says: nothing is scored. */
export function standingOf(
  { inspections, asOf }: Plot,
  rules: CompiledRuleSet,
  points: ReadonlyMap<string, Points>,
): Standing {
  const records: HistoryRecord[] = [];
  const add = (record: object, day: CivilDate): void => {
    const number = records.length + 1;
    // When something became known matters to nobody who asks with everything known.
    records.push({ number, key: `#${number}`, day, knownAt: number, ...record } as HistoryRecord);
  };
  inspections.forEach(({ day, carrier, rectified, passed }, place) => {
    const key = keyOf(place);
    const violations = carrier.items.map((item) => {
      const { rectification } = rules.ruleSet.items[
        rules.itemIndex.get(item) as number
      ] as CompiledRuleSet['ruleSet']['items'][number];
      return {
        item,
        points: fromPoints(points.get(item) as Points),
        deadline: deadlineOf(rectification.deadline, day),
      };
    });
    add({ type: 'inspection', key, rules, violations }, day);
    for (const item of carrier.items) {
      const finding = { inspection: key, item };
      if (rectified !== undefined) add({ type: 'rectification', finding }, rectified);
      if (passed !== undefined) add({ type: 're_inspection', finding, passed: true }, passed);
    }
  });
  return foldHistory({ records, rules, asOf });
}

/** What of a standing is compared. */
export function resultOf({ total, carried, rungs, measures, next, postings }: Standing): StandingResult {
  return {
    total,
    carried,
    rungs: rungs.filter(({ reached }) => reached).map(({ code }) => code),
    measures: measures.map(({ rung }) => rung),
    nextCycleDay: next.day,
    findings: postings.map(({ finding, points, deadline, state, reason }) => ({
      finding,
      points,
      deadline,
      state,
      reason,
    })),
  };
}

/** Whether the second standing is heavier: more points, more rungs or more measures, and less of none. */
export function compareResults(a: StandingResult, b: StandingResult): 'more' | 'fewer' | 'otherwise' | 'same' {
  const differences = [b.total - a.total, b.rungs.length - a.rungs.length, b.measures.length - a.measures.length];
  const [more, fewer] = [differences.some((one) => one > 0), differences.some((one) => one < 0)];
  if (more !== fewer) return more ? 'more' : 'fewer';
  if (more) return 'otherwise';
  const told = ({ carried, rungs, measures }: StandingResult): string => JSON.stringify([carried, rungs, measures]);
  return told(a) === told(b) ? 'same' : 'otherwise';
}

const keyOf = (place: number): string => `inspection-${place + 1}`;
