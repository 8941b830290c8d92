import { CivilDate } from '../../core';
import { LifeState } from './life-of-a-version';

export type VersionState = Exclude<LifeState, 'draft' | 'in_review' | 'approved' | 'published'>;

export const VERSION_STATES = [
  'not_scheduled',
  'scheduled',
  'in_force',
  'superseded',
  'retired',
  'withdrawn',
] as const satisfies readonly VersionState[];

/** What the state of a published version follows from. */
export interface PublishedLife {
  /** Half-open; `to` null is open. */
  readonly inForce: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
  readonly withdrawn: boolean;
  readonly retired: boolean;
}

/** Where a published version stands on a day. One that is to be retired is in force until its last day is over. */
export function versionStateOn({ inForce, withdrawn, retired }: PublishedLife, day: CivilDate): VersionState {
  if (withdrawn) return 'withdrawn';
  if (inForce.length === 0) return 'not_scheduled';
  if (inForce.some(({ from, to }) => from <= day && (to === null || day < to))) return 'in_force';
  if (inForce.some(({ from }) => day < from)) return 'scheduled';
  return retired ? 'retired' : 'superseded';
}
