/** One value that is not what a scenario expects. */
export interface Mismatch {
  readonly what: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Compares exactly; a value that the scenario does not state is not looked at. */
export function compare(what: string, expected: unknown, found: unknown): readonly Mismatch[] {
  const same = JSON.stringify(expected) === JSON.stringify(found);
  return expected === undefined || same ? [] : [{ what, expected, found: found ?? null }];
}
