import { CivilDate } from '../dates/civil-date';
import { foldHistory } from '../ledger/standing';
import { Standing } from '../ledger/standing.types';
import { addPoints, fromPoints, NO_POINTS, Points, toPoints } from '../numbers/points';
import { CompiledScorer } from '../scoring/compiled-scorer';
import { RecordedHistory, replay, Replay, Undecided } from './replay';

/** Where a subject would stand as of a day, had one version governed its whole history. */
export interface ReplayedStanding {
  /** The points that count, and those that would if every hypothetical violation had cleared with its cycle. */
  readonly total: number;
  readonly totalWithoutHypotheticalCarryOver: number;
  /** The highest rung reached; null below the first. */
  readonly rung: string | null;
  /** Its place on the ladder, 0 below the first. */
  readonly height: number;
  /** What each item adds to the true sum; items that add nothing are not among them. */
  readonly pointsByItem: ReadonlyMap<string, number>;
  /** Violations that count and that no inspection recorded: nothing says whether they were put right. */
  readonly hypothetical: readonly { readonly inspection: string; readonly item: string; readonly points: number }[];
  readonly undecided: readonly Undecided[];
  readonly unreadable: readonly string[];
}

/** One item's part in a change of points, baseline first. */
export interface ItemShift {
  readonly item: string;
  readonly before: number;
  readonly after: number;
}

/** What a change of version changes for one subject: from the baseline to the other. */
export interface SubjectImpact {
  readonly before: ReplayedStanding;
  readonly after: ReplayedStanding;
  /** To a higher rung, to a lower one, or neither. */
  readonly direction: 'up' | 'down' | 'same';
  /** The items whose points differ, the greatest difference first, then by code. */
  readonly shifts: readonly ItemShift[];
}

/** Replays a history under the baseline and under another version, and folds both as of a day. */
export function impactOnSubject(
  { from, to }: { readonly from: CompiledScorer; readonly to: CompiledScorer },
  history: RecordedHistory,
  asOf: CivilDate,
): SubjectImpact {
  const before = standingUnder(from, history, asOf);
  const after = standingUnder(to, history, asOf);
  const direction = after.height > before.height ? 'up' : after.height < before.height ? 'down' : 'same';
  return { before, after, direction, shifts: shiftsBetween(before, after) };
}

function standingUnder(scorer: CompiledScorer, history: RecordedHistory, asOf: CivilDate): ReplayedStanding {
  const replayed = replay(scorer, history);
  const standing = foldHistory({ records: replayed.records, rules: scorer.rules, asOf });
  const counting = standing.postings.filter(({ state }) => state === 'current' || state === 'carried');
  const imagined = hypotheticalKeys(replayed);
  const hypothetical = counting.filter(({ finding }) => imagined.has(`${finding.inspection}/${finding.item}`));
  const carriedOver = pointsOf(hypothetical.filter(({ state }) => state === 'carried'));
  const reached = standing.rungs.filter((rung) => rung.reached);
  return {
    total: standing.total,
    totalWithoutHypotheticalCarryOver: atMost(toPoints(standing.sum) - carriedOver, standing),
    rung: reached.at(-1)?.code ?? null,
    height: reached.length,
    pointsByItem: byItem(counting),
    hypothetical: hypothetical.map(({ finding, points }) => ({ ...finding, points })),
    undecided: replayed.undecided,
    unreadable: replayed.unreadable,
  };
}

/** A ceiling that binds the sum binds what is left of it too. */
function atMost(sum: number, { total, sum: all }: Standing): number {
  const rest = fromPoints(sum as Points);
  return total < all ? Math.min(rest, total) : rest;
}

function hypotheticalKeys({ records }: Replay): ReadonlySet<string> {
  return new Set(
    records.flatMap((record) =>
      record.type !== 'inspection'
        ? []
        : record.violations.filter((one) => one.hypothetical === true).map(({ item }) => `${record.key}/${item}`),
    ),
  );
}

const pointsOf = (findings: readonly { readonly points: number }[]): Points =>
  addPoints(...findings.map(({ points }) => toPoints(points)));

function byItem(counting: Standing['postings']): ReadonlyMap<string, number> {
  const sums = new Map<string, Points>();
  for (const { finding, points } of counting) {
    sums.set(finding.item, addPoints(sums.get(finding.item) ?? NO_POINTS, toPoints(points)));
  }
  return new Map([...sums].map(([item, points]) => [item, fromPoints(points)]));
}

export function shiftsBetween(before: ReplayedStanding, after: ReplayedStanding): readonly ItemShift[] {
  const items = [...new Set([...before.pointsByItem.keys(), ...after.pointsByItem.keys()])];
  const size = ({ before: one, after: other }: ItemShift): number => Math.abs(other - one);
  return items
    .map((item): ItemShift => {
      return { item, before: before.pointsByItem.get(item) ?? 0, after: after.pointsByItem.get(item) ?? 0 };
    })
    .filter((shift) => size(shift) > 0)
    .sort((a, b) => size(b) - size(a) || (a.item < b.item ? -1 : 1));
}
