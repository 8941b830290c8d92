import { Problem } from '../problems/problem';
import { FactDefinition, FactValue } from '../rule-set/rule-set.types';

/** Where a fact lies in a row of facts laid flat. */
export interface Slot {
  readonly slot: number;
  readonly definition: FactDefinition;
}

/** Facts by slot; undefined where a fact was not checked. */
export type SlotValues = readonly (FactValue | undefined)[];

/** The facts of one inspection laid flat: those asked for only, calculated ones included. */
export interface FactRow {
  readonly values: SlotValues;
  /** Whether none of them is absent. */
  readonly complete: boolean;
  /** What does not fit the catalogue; its facts are absent from the row, and nothing may be decided by it. */
  readonly problems: readonly Problem[];
}
