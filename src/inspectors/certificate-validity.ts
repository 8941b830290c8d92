import { CivilDate } from '../core';
import { Validity } from '../subjects/office-tree';

/** The days for which a certificate was issued or renewed; without `validTo` they are open. */
export interface CertificatePeriod extends Validity {
  readonly type: 'period';
}

/** From this day on it is no longer valid, as far as it had been issued by then. */
export interface CertificateRevocation {
  readonly type: 'revocation';
  readonly revokedFrom: string;
  readonly reason: string;
}

export type CertificateEntry = CertificatePeriod | CertificateRevocation;

/**
 * The days on which a certificate is valid, in order and apart from each other. A revocation ends what was entered before
 * it, and nothing that is entered after it.
 * @param entries in the order of their recording
 */
export function validityOf(entries: readonly CertificateEntry[]): readonly Validity[] {
  return entries.reduce<readonly Validity[]>(
    (periods, entry) =>
      entry.type === 'period' ? joined([...periods, entry]) : periods.flatMap((one) => before(one, entry.revokedFrom)),
    [],
  );
}

/** Whether a certificate is valid on a day or on any later one. */
export function isValidSince(periods: readonly Validity[], day: CivilDate): boolean {
  return periods.some(({ validTo }) => validTo === null || day < validTo);
}

/** Periods in order, those that meet or overlap as one. */
function joined(periods: readonly Validity[]): readonly Validity[] {
  const ordered = [...periods].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return ordered.reduce<readonly Validity[]>((done, { validFrom, validTo }) => {
    const last = done.at(-1);
    if (last === undefined || (last.validTo !== null && last.validTo < validFrom))
      return [...done, { validFrom, validTo }];
    return [...done.slice(0, -1), { validFrom: last.validFrom, validTo: later(last.validTo, validTo) }];
  }, []);
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return one < other ? other : one;
}

function before({ validFrom, validTo }: Validity, day: string): readonly Validity[] {
  if (day <= validFrom) return [];
  return [{ validFrom, validTo: validTo === null || day < validTo ? day : validTo }];
}
