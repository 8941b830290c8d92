import { FIRST_DAY, LAST_DAY } from '../dates/civil-date';
import { decimalsOf } from '../facts/fact-catalogue';
import { FactDefinition } from '../rule-set/rule-set.types';

/** What values a base fact may have under every rule set that knows it. */
export type CommonFact = { readonly path: string } & (
  | { readonly kind: 'boolean' | 'text' }
  | { readonly kind: 'choice' | 'list'; readonly codes: readonly string[] }
  | CommonNumber
);

/** A number or a day: something on a line. Days count as whole numbers. */
export interface CommonNumber {
  readonly kind: 'number' | 'day';
  readonly decimals: number;
  readonly min?: number | string;
  readonly max?: number | string;
}

/** Undefined where no value but an absent one would be accepted by all, or where one calculates what another asks for. */
export function commonFact(definitions: readonly FactDefinition[]): CommonFact | undefined {
  const [first] = definitions;
  if (first === undefined || definitions.some(({ expression }) => expression !== undefined)) return undefined;
  const { path } = first;
  const kinds = new Set(definitions.map(({ type }) => KINDS[type]));
  const kind = KINDS[first.type];
  if (kinds.size > 1) return undefined;
  switch (kind) {
    case 'boolean':
    case 'text':
      return { path, kind };
    case 'choice':
    case 'list': {
      const codes = codesOf(first).filter((code) => definitions.every((one) => codesOf(one).includes(code)));
      return codes.length === 0 ? undefined : { path, kind, codes };
    }
    case 'day':
      return { path, kind, decimals: 0, min: FIRST_DAY, max: LAST_DAY };
    case 'number': {
      const decimals = Math.min(...definitions.map(decimalsOf));
      const least = Math.max(...definitions.map(({ min = -Infinity }) => min));
      const most = Math.min(...definitions.map(({ max = Infinity }) => max));
      if (least > most) return undefined;
      const min = least === -Infinity ? {} : { min: least };
      return { path, kind, decimals, ...min, ...(most === Infinity ? {} : { max: most }) };
    }
  }
}

const KINDS = {
  boolean: 'boolean',
  string: 'text',
  enum: 'choice',
  enum_list: 'list',
  date: 'day',
  integer: 'number',
  number: 'number',
} as const;

const codesOf = ({ values }: FactDefinition): readonly string[] => (values ?? []).map(({ code }) => code);
