import { ENGINE } from '../../../../src/core/certificate/engine-versions';
import { OPERATORS } from '../../../../src/core/conditions/operators';

/** The operators of each set. Where one is added, the set gets a new number and a row here; rows are never changed. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  '1': [
    'contains',
    'doesNotContain',
    'equal',
    'greaterThan',
    'greaterThanInclusive',
    'in',
    'lessThan',
    'lessThanInclusive',
    'notEqual',
    'notIn',
  ],
};

describe('the set of operators', () => {
  it('is the one that certificates name', () => {
    expect(Object.keys(OPERATORS).sort()).toEqual(SETS[ENGINE.operators]);
  });
});
