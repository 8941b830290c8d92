import { MAX_SIGNIFICANT_DIGITS } from '../numbers/decimal';
import { FactDefinition } from '../rule-set/rule-set.types';

/**
 * Compiles a quick test of present values. True: the value fits the definition of its fact. False: it may, or may not;
 * `checkFactValue` tells. Values that occur often pass here.
 */
export function compileFit(definition: FactDefinition): (value: unknown) => boolean {
  switch (definition.type) {
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'integer':
    case 'number': {
      const limit = 10 ** MAX_SIGNIFICANT_DIGITS - 1;
      const min = Math.max(definition.min ?? -limit, -limit);
      const max = Math.min(definition.max ?? limit, limit);
      return (value) => typeof value === 'number' && value >= min && value <= max && Number.isInteger(value);
    }
    case 'enum': {
      const allowed = new Set<unknown>((definition.values ?? []).map(({ code }) => code));
      return (value) => allowed.has(value);
    }
    case 'string':
    case 'date':
    case 'enum_list':
      return () => false;
  }
}
