import { pointer, Problem } from '../../../problems/problem';
import { checkReference } from '../references';

/** What the parts of a regime may name. */
export interface RegimeNames {
  readonly dates: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly scores: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  /** Multipliers that count repetitions. */
  readonly repeats: ReadonlySet<string>;
}

/** Codes in a list, each by its place. */
export function checkAll(
  code: Parameters<typeof checkReference>[0],
  values: readonly string[] | undefined,
  known: ReadonlySet<string>,
  path: string,
): Problem[] {
  return (values ?? []).flatMap((value, n) => checkReference(code, value, known, pointer(path, n)));
}
