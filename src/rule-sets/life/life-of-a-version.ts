/**
 * Where the content of a version stands. The first four are those of its draft; from `scheduled` on it is published, and
 * which it is follows from its days in force and from today.
 */
export type LifeState =
  | 'draft'
  | 'in_review'
  | 'approved'
  | 'published'
  | 'not_scheduled'
  | 'scheduled'
  | 'in_force'
  | 'superseded'
  | 'retired'
  | 'withdrawn';

export type LifeAct =
  'change' | 'discard' | 'submit' | 'approve' | 'complete' | 'reject' | 'publish' | 'withdraw' | 'retire';

export type DraftStatus = Extract<LifeState, 'draft' | 'in_review' | 'approved' | 'published'>;

/**
 * Every step in the life of a version; what is not here cannot be done. `approve` is one approval of several, `complete`
 * the last that is needed. Any change of content leads back to `draft`, whatever was approved before.
 */
const STEPS: Readonly<Record<LifeState, Readonly<Partial<Record<LifeAct, LifeState>>>>> = {
  draft: { change: 'draft', discard: 'draft', submit: 'in_review' },
  in_review: { change: 'draft', approve: 'in_review', complete: 'approved', reject: 'draft' },
  approved: { change: 'draft', reject: 'draft', publish: 'published' },
  published: {},
  not_scheduled: {},
  scheduled: { withdraw: 'withdrawn' },
  in_force: { retire: 'retired' },
  superseded: {},
  retired: {},
  withdrawn: {},
};

/** Where an act leads; undefined where it cannot be done. */
export function stepTo(state: LifeState, act: LifeAct): LifeState | undefined {
  return STEPS[state][act];
}

/** The states in which an act can be done. */
export function statesFor(act: LifeAct): readonly LifeState[] {
  return (Object.keys(STEPS) as LifeState[]).filter((state) => stepTo(state, act) !== undefined);
}
