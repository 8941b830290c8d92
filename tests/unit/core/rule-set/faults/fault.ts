import { ProblemCode } from '../../../../../src/core/problems/problem';
import { Edit } from '../../../../support/edit-json';
import { aText } from '../../../../support/rule-set.builder';

/** Changes that make the small rule set wrong in one way, and what must be said about it. */
export interface Fault {
  readonly when: string;
  readonly edits: readonly Edit[];
  readonly code: ProblemCode;
  readonly path: string;
  readonly value?: unknown;
}

/** A fault made by setting one value, reported where it stands, with that value. */
export const set = (when: string, at: string, to: unknown, code: ProblemCode): Fault => ({
  when,
  edits: [{ at, to }],
  code,
  path: at,
  value: to,
});

/** A fault made by setting one value, reported somewhere within it. */
export const within = (
  when: string,
  at: string,
  to: unknown,
  inside: string,
  value: unknown,
  code: ProblemCode,
): Fault => ({ when, edits: [{ at, to }], code, path: `${at}${inside}`, value });

/** Adds a fact to the catalogue of the small rule set, which has six. */
export const newFact = (extra: object): { at: string; to: unknown } => ({
  at: '/facts/-',
  to: { path: 'extra.fact', text: aText('Extra'), suppliedBy: 'inspector', ...extra },
});
