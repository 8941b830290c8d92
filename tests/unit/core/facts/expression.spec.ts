import { evaluateExpression, expressionFacts } from '../../../../src/core/facts/expression';
import { toNumber } from '../../../../src/core/numbers/rational';
import { Expression } from '../../../../src/core/rule-set/rule-set.types';

const FACTS: Readonly<Record<string, number>> = { two: 2, half: 0.5, minus: -3, zero: 0 };

function valueOf(expression: Expression): number | undefined {
  const exact = evaluateExpression(expression, (path) => FACTS[path]);
  return exact === undefined ? undefined : toNumber(exact);
}

const two: Expression = { fact: 'two' };
const half: Expression = { fact: 'half' };
const minus: Expression = { fact: 'minus' };
const zero: Expression = { fact: 'zero' };
const absent: Expression = { fact: 'absent' };

describe('evaluateExpression', () => {
  it.each<[number, Expression]>([
    [7, 7],
    [2, two],
    [2.5, { add: [two, half] }],
    [0.3, { add: [0.1, 0.2] }],
    [-0.5, { add: [two, half, minus] }],
    [5, { subtract: [two, minus] }],
    [-3, { multiply: [two, half, minus] }],
    [4, { divide: [two, half] }],
    [-2, { divide: [6, minus] }],
    [0, { divide: [zero, minus] }],
    [1, { multiply: [{ divide: [1, 3] }, 3] }],
    [-3, { min: [two, minus, half] }],
    [2, { max: [two, minus, half] }],
    [2, { max: [two] }],
    [1, { ceil: half }],
    [0, { floor: half }],
    [-1, { floor: { multiply: [half, -1] } }],
    [0, { ceil: { multiply: [half, -1] } }],
    [2, { ceil: two }],
  ])('is %p for %j', (value, expression) => {
    expect(valueOf(expression)).toBe(value);
  });

  it('weighs a quotient by a negative divisor at its true size', () => {
    expect(valueOf({ min: [{ divide: [4, -2] }, 0] })).toBe(-2);
    expect(valueOf({ max: [{ divide: [4, -2] }, 0] })).toBe(0);
    expect(valueOf({ max: [{ divide: [-6, minus] }, 0] })).toBe(2);
  });

  it.each<[Expression]>([
    [{ divide: [two, zero] }],
    [{ divide: [zero, zero] }],
    [{ divide: [1, { subtract: [two, 2] }] }],
    [{ add: [1, { divide: [two, zero] }] }],
    [{ multiply: [0, { divide: [two, zero] }] }],
    [{ min: [1, { divide: [two, zero] }] }],
    [{ max: [{ divide: [two, zero] }, 1] }],
    [{ ceil: { divide: [two, zero] } }],
    [{ floor: { divide: [two, zero] } }],
    [{ divide: [{ divide: [1, zero] }, two] }],
  ])('is absent for %j, which divides by zero', (expression) => {
    expect(valueOf(expression)).toBeUndefined();
  });

  it.each<[Expression]>([
    [absent],
    [{ add: [two, absent] }],
    [{ subtract: [absent, two] }],
    [{ multiply: [0, absent] }],
    [{ divide: [absent, two] }],
    [{ divide: [two, absent] }],
    [{ min: [absent] }],
    [{ max: [two, absent] }],
    [{ ceil: absent }],
    [{ floor: absent }],
  ])('is absent for %j, whose fact is absent', (expression) => {
    expect(valueOf(expression)).toBeUndefined();
  });
});

describe('expressionFacts', () => {
  it('names every fact once, through every operation', () => {
    const all: Expression = {
      add: [
        two,
        { subtract: [half, 1] },
        { multiply: [two, { divide: [minus, 2] }] },
        { min: [zero] },
        { max: [{ ceil: { fact: 'c' } }, { floor: { fact: 'f' } }] },
      ],
    };
    expect([...expressionFacts(all)]).toEqual(['two', 'half', 'minus', 'zero', 'c', 'f']);
  });
});
