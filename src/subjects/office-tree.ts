import { CivilDate, Text } from '../core';
import { OfficeLevel } from './office.entity';

/** The tree jurisdiction → bureau → town, street or park: the level above each. */
const PARENT_LEVEL: Readonly<Record<OfficeLevel, OfficeLevel | undefined>> = {
  jurisdiction: undefined,
  bureau: 'jurisdiction',
  town: 'bureau',
  street: 'bureau',
  park: 'bureau',
};

/** The levels by which a rule set names authorities. */
export type AuthorityLevel = 'local_office' | 'bureau' | 'jurisdiction';

const AUTHORITY_LEVEL: Readonly<Record<OfficeLevel, AuthorityLevel>> = {
  jurisdiction: 'jurisdiction',
  bureau: 'bureau',
  town: 'local_office',
  street: 'local_office',
  park: 'local_office',
};

/** Days of validity, half-open; without `to` they are open. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo: string | null;
}

export function parentLevel(level: OfficeLevel): OfficeLevel | undefined {
  return PARENT_LEVEL[level];
}

/** What a rule set calls an office of this level: towns, streets and parks are its local offices. */
export function authorityLevel(level: OfficeLevel): AuthorityLevel {
  return AUTHORITY_LEVEL[level];
}

export function isValidOn({ validFrom, validTo }: Validity, day: CivilDate): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}

/** Whether one validity holds on every day of another. */
export function covers(outer: Validity, inner: Validity): boolean {
  if (inner.validFrom < outer.validFrom) return false;
  return outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
}

/** A validity in words, to be put into a message. */
export function showValidity({ validFrom, validTo }: Validity): Text {
  if (validTo === null) return { 'zh-CN': ` ${validFrom} 起`, en: `valid from ${validFrom}` };
  return { 'zh-CN': ` ${validFrom} 起至 ${validTo} 前`, en: `valid from ${validFrom} until before ${validTo}` };
}
