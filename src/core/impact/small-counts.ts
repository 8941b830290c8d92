/** What is counted of the subjects of one group. */
export interface GroupTally {
  subjects: number;
  up: number;
  down: number;
}

/** The counts of one group as they are shown; null where one is kept back. */
export interface GroupCount {
  readonly group: string;
  readonly subjects: number | null;
  readonly up: number | null;
  readonly down: number | null;
}

/** Counts from one to below this are kept back, and everything about groups of fewer subjects. */
export const SMALL_COUNT = 5;

/**
 * The counts of all groups of one way of grouping, in the order of their names, without those by which single subjects
 * would be known. The totals of a column are known too, so no single count is kept back alone: further ones go with it, the
 * least first, until those kept back are two or more and add up to `SMALL_COUNT` or more, or nothing is left to show.
 */
export function shownCounts(counts: Readonly<Record<string, GroupTally>>): readonly GroupCount[] {
  const groups = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  const column = (property: keyof GroupTally): readonly (number | null)[] =>
    shownColumn(groups.map(([, tally]) => ({ count: tally[property], small: tally.subjects < SMALL_COUNT })));
  const [subjects, up, down] = [column('subjects'), column('up'), column('down')];
  return groups.map(([group], place) => {
    return { group, subjects: at(subjects, place), up: at(up, place), down: at(down, place) };
  });
}

const at = (column: readonly (number | null)[], place: number): number | null => column[place] ?? null;

interface Cell {
  readonly count: number;
  /** Its group is small. */
  readonly small: boolean;
}

function shownColumn(cells: readonly Cell[]): readonly (number | null)[] {
  // That there is nobody is told by the total already.
  if (cells.every(({ count }) => count === 0)) return cells.map(({ count }) => count);
  const isSmall = ({ count, small }: Cell): boolean => small || (count > 0 && count < SMALL_COUNT);
  const hidden = new Set(cells.filter(isSmall));
  const sum = (): number => [...hidden].reduce((total, { count }) => total + count, 0);
  // Of equal counts it does not matter which goes; a zero hides nothing unless there is nothing else.
  const others = cells
    .filter((cell) => !hidden.has(cell))
    .sort((a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count);
  const isSafe = (): boolean => hidden.size === 0 || (hidden.size > 1 && sum() >= SMALL_COUNT);
  while (!isSafe() && others.length > 0) hidden.add(others.shift() as Cell);
  return cells.map((cell) => (hidden.has(cell) ? null : cell.count));
}
