import { CivilDate } from '../core';

export type SubjectState = 'producing' | 'stopped' | 'closed';

/** Facts about a subject that the register supplies, by fact path, such as `enterprise.employees`. */
export type Attributes = Readonly<Record<string, boolean | number | string | readonly string[] | null>>;

/** What changes about a subject from a day on. A property that is absent stays as it was; a null attribute ends it. */
export interface RegisterEntry {
  readonly number: number;
  readonly validFrom: CivilDate;
  readonly name?: string;
  readonly trade?: string;
  readonly state?: SubjectState;
  readonly officeId?: string;
  readonly attributes: Attributes;
}

/** What the register says of a subject as of a day. */
export interface RegisterState {
  readonly name: string;
  readonly trade: string;
  readonly state: SubjectState;
  readonly officeId: string;
  readonly attributes: Attributes;
}

/** Folds the entries up to a day; undefined where the subject was not yet in the register. */
export function registerAsOf(entries: readonly RegisterEntry[], day: CivilDate): RegisterState | undefined {
  const upTo = entries
    .filter(({ validFrom }) => validFrom <= day)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.number - b.number));
  const folded = upTo.reduce<Partial<RegisterState>>(
    (state, { name, trade, state: newState, officeId, attributes }) => ({
      ...state,
      ...(name === undefined ? {} : { name }),
      ...(trade === undefined ? {} : { trade }),
      ...(newState === undefined ? {} : { state: newState }),
      ...(officeId === undefined ? {} : { officeId }),
      attributes: { ...state.attributes, ...attributes },
    }),
    {},
  );
  const { name, trade, state, officeId, attributes } = folded;
  if (name === undefined || trade === undefined || state === undefined) return undefined;
  if (officeId === undefined || attributes === undefined) return undefined;
  return { name, trade, state, officeId, attributes };
}

/** The first day on which a subject is in the register. There must be an entry. */
export function firstDay(entries: readonly RegisterEntry[]): CivilDate {
  return entries.map(({ validFrom }) => validFrom).reduce((first, day) => (day < first ? day : first));
}

/** The first day after one from which another office is in charge; undefined where the last move was before. */
export function nextOfficeDay(entries: readonly RegisterEntry[], day: CivilDate): CivilDate | undefined {
  const later = entries.filter(({ officeId, validFrom }) => officeId !== undefined && validFrom > day);
  return later.length === 0 ? undefined : firstDay(later);
}

/** The register's word on its own properties, as facts: the trade and the state are facts like any attribute. */
export const TRADE_FACT = 'enterprise.trade';
export const STATE_FACT = 'enterprise.state';

/** The facts that the register supplies, by path. Absent attributes are not among them. */
export function registerFacts({ trade, state, attributes }: RegisterState): ReadonlyMap<string, unknown> {
  const present = Object.entries(attributes).filter(([, value]) => value !== null);
  return new Map<string, unknown>([...present, [TRADE_FACT, trade], [STATE_FACT, state]]);
}
