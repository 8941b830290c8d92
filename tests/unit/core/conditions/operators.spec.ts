import { OPERATORS, Wanted } from '../../../../src/core/conditions/operators';
import { FactValue, Operator } from '../../../../src/core/rule-set/rule-set.types';

describe('operators', () => {
  it.each<[FactValue, Operator, Wanted, boolean]>([
    [3, 'equal', 3, true],
    [3, 'equal', 4, false],
    [0.3, 'equal', 0.3, true],
    [true, 'equal', true, true],
    [true, 'equal', false, false],
    ['a', 'equal', 'a', true],
    ['a', 'equal', 'A', false],
    [3, 'notEqual', 3, false],
    [3, 'notEqual', 4, true],
    [false, 'notEqual', true, true],
    [2.999, 'lessThan', 3, true],
    [3, 'lessThan', 3, false],
    [3, 'lessThanInclusive', 3, true],
    [3.001, 'lessThanInclusive', 3, false],
    [3, 'greaterThan', 3, false],
    [3.001, 'greaterThan', 3, true],
    [3, 'greaterThanInclusive', 3, true],
    [2.999, 'greaterThanInclusive', 3, false],
    [-1, 'lessThan', 0, true],
    [9, 'greaterThan', 10, false],
    ['2026-09-30', 'lessThan', '2026-10-01', true],
    ['2026-10-01', 'lessThan', '2026-10-01', false],
    ['2026-10-01', 'lessThanInclusive', '2026-10-01', true],
    ['2026-10-02', 'greaterThan', '2026-10-01', true],
    ['2026-10-01', 'greaterThanInclusive', '2026-10-01', true],
    ['b', 'in', ['a', 'b'], true],
    ['c', 'in', ['a', 'b'], false],
    ['A', 'in', ['BAD'], false],
    [2, 'in', [1, 2], true],
    [2, 'in', ['2'], false],
    ['b', 'notIn', ['a', 'b'], false],
    ['c', 'notIn', ['a', 'b'], true],
    [['a', 'b'], 'contains', 'b', true],
    [['a', 'b'], 'contains', 'c', false],
    [[], 'contains', 'a', false],
    [['a', 'b'], 'doesNotContain', 'c', true],
    [['a', 'b'], 'doesNotContain', 'a', false],
    [[], 'doesNotContain', 'a', true],
  ])('%j %s %j is %p', (found, operator, wanted, result) => {
    expect(OPERATORS[operator](found, wanted)).toBe(result);
  });

  it.each<[FactValue, Operator, Wanted]>([
    ['3', 'equal', 3],
    [0, 'equal', false],
    ['', 'notEqual', 0],
    [['a'], 'equal', 'a'],
    [['a'], 'equal', ['a']],
    [['a'], 'notEqual', ['a']],
    ['9', 'greaterThan', 10],
    [9, 'lessThan', '10'],
    [['7'], 'greaterThan', 5],
    [true, 'greaterThanInclusive', false],
    [true, 'lessThanInclusive', 1],
    ['a', 'in', 'bad'],
    ['a', 'notIn', 'bad'],
    [['a'], 'in', ['a']],
    [1, 'in', 1],
    ['bad', 'contains', 'a'],
    ['bad', 'doesNotContain', 'a'],
    [['a'], 'contains', ['a']],
  ])('%j %s %j cannot be compared', (found, operator, wanted) => {
    expect(() => OPERATORS[operator](found, wanted)).toThrow(TypeError);
  });
});
