import { toPoints } from '../numbers/points';
import { chooseExclusive } from '../scoring/exclusive-choice';
import { isOfRegime } from '../regime/regime-kinds';
import { Annulled, annulledBy } from './annulments';
import { cycleOf } from './cycle';
import { applyToFinding, Finding, Refusal } from './finding';
import { byDay, findingKey, FindingRecord, HistoryRecord, InspectionRecord } from './history.types';

/** Records that count, in the order in which they fold, with the findings they lead to. */
export interface Timeline {
  readonly annulled: Annulled;
  /** The inspections known, by key, those of later days included. */
  readonly inspections: ReadonlyMap<string, InspectionRecord>;
  /** Every finding that is not annulled, in the order of the records. */
  readonly findings: Map<string, Finding>;
  /** The finding of each item that was posted last. */
  readonly lastPosted: Map<string, Finding>;
  /** Records without effect, and why. */
  readonly withoutEffect: { readonly record: FindingRecord; readonly reason: Refusal }[];
}

/** The records that fold: those known that are neither annulled nor annulments, by day, then number. */
export function foldingRecords(
  known: readonly HistoryRecord[],
  annulled: Annulled,
): readonly (InspectionRecord | FindingRecord)[] {
  return known
    .filter((record) => record.type !== 'annulment' && !isOfRegime(record))
    .filter((record) => !annulled.records.has(record.key))
    .sort(byDay);
}

export function newTimeline(known: readonly HistoryRecord[]): Timeline {
  const inspections = known.filter((record) => record.type === 'inspection').map((one) => [one.key, one] as const);
  return {
    annulled: annulledBy(known),
    inspections: new Map(inspections),
    findings: new Map(),
    lastPosted: new Map(),
    withoutEffect: [],
  };
}

/** Takes the next record into account. Records must come by day, then number. */
export function applyRecord(timeline: Timeline, record: InspectionRecord | FindingRecord): void {
  if (record.type === 'inspection') {
    applyInspection(timeline, record);
    return;
  }
  const reason = applyToTimeline(timeline, record);
  if (reason !== undefined) timeline.withoutEffect.push({ record, reason });
}

function applyToTimeline(timeline: Timeline, record: FindingRecord): Refusal | undefined {
  const key = findingKey(record.finding);
  const finding = timeline.findings.get(key);
  if (finding !== undefined) return applyToFinding(finding, record);
  const { findings, records } = timeline.annulled;
  if (findings.has(key) || records.has(record.finding.inspection)) return 'finding_annulled';
  const inspection = timeline.inspections.get(record.finding.inspection);
  const found = inspection?.violations.some(({ item }) => item === record.finding.item);
  return found === true ? 'before_inspection' : 'no_such_finding';
}

/**
 * Makes the findings of an inspection: the choice among exclusive items first, then the open finding. Annulled findings
 * take no part in either, so what they had displaced is posted.
 */
function applyInspection(timeline: Timeline, inspection: InspectionRecord): void {
  const { rules } = inspection;
  const places = inspection.violations
    .map((violation) => ({ violation, key: findingKey({ inspection: inspection.key, item: violation.item }) }))
    .filter(({ key }) => !timeline.annulled.findings.has(key))
    .map((entry) => ({ ...entry, index: rules.itemIndex.get(entry.violation.item) as number }));
  const replaced = chooseExclusive(
    places.map(({ violation, index }) => ({
      index,
      points: toPoints(violation.points),
      exclusiveWith: rules.items[index]?.exclusiveWith ?? [],
    })),
  );
  for (const { violation, key, index } of places) {
    const winner = replaced.get(index);
    const notPosted =
      winner === undefined
        ? standsInTheWay(timeline, inspection, violation.item)
        : ({ reason: 'exclusive', by: { inspection: inspection.key, item: itemAt(rules, winner) } } as const);
    const finding: Finding = {
      key,
      inspection,
      violation,
      ...(notPosted === undefined ? {} : { notPosted }),
      rectification: { deadline: violation.deadline },
    };
    timeline.findings.set(key, finding);
    if (notPosted === undefined && violation.hypothetical === undefined)
      timeline.lastPosted.set(violation.item, finding);
  }
}

const itemAt = (rules: InspectionRecord['rules'], index: number): string => rules.ruleSet.items[index]?.code ?? '';

/** Settings A6 and A7: an earlier finding of the item that keeps a new one from being posted. */
function standsInTheWay(timeline: Timeline, inspection: InspectionRecord, item: string): Finding['notPosted'] {
  const { cycle, repeat } = inspection.rules.ruleSet.accumulation;
  const last = timeline.lastPosted.get(item);
  if (last === undefined) return undefined;
  const by = { inspection: last.inspection.key, item };
  if (last.rectification.passedOn === undefined) {
    return repeat?.whileOpen === 'posted' ? undefined : { reason: 'open_finding', by };
  }
  if (repeat?.afterPass !== 'not_posted' || last.inspection.day < cycleOf(inspection.day, cycle).from) return undefined;
  return { reason: 'repeat_in_cycle', by };
}
