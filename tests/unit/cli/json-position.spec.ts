import { findJsonBreak } from '../../../src/cli/json-position';

describe('findJsonBreak', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a": 1,}', 1, 9],
    ['{"a": 1,\n "b": [1, 2,}', 2, 13],
    ['{"a" 1}', 1, 6],
    ['{a: 1}', 1, 2],
    ['{"a": 1 "b": 2}', 1, 9],
    ['[1 2]', 1, 4],
    ['[1]]', 1, 4],
    ['[1}', 1, 3],
    ['[01]', 1, 3],
    ['[tru]', 1, 2],
    ['["a\nb"]', 1, 4],
    ['["\\x"]', 1, 3],
    ['["中文","b"，"c"]', 1, 10],
    ['["open', 1, 7],
    ['{"a": [1, {"b": null}], "c": -1.5e3} x', 1, 38],
  ])('finds where %j breaks', (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(findJsonBreak(text)).toEqual({ line, column });
  });

  it('does not overflow on deep nesting', () => {
    expect(findJsonBreak('['.repeat(200_000))).toEqual({ line: 1, column: 200_001 });
  });
});
