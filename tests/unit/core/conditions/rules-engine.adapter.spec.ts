import { decideConditions, NamedCondition } from '../../../../src/core/conditions/rules-engine.adapter';
import { Facts } from '../../../../src/core/facts/read-facts';
import { Condition, Leaf } from '../../../../src/core/rule-set/rule-set.types';
import { flat } from '../../../support/facts.builder';

const isTrue = (fact: string): Leaf => ({ fact, operator: 'equal', value: true });

async function decide(condition: Condition, facts: Facts): Promise<boolean | undefined> {
  return (await decideConditions([{ name: 'it', condition }], facts)).get('it');
}

describe('decideConditions', () => {
  const facts = flat({ yes: true, no: false, n: 3, limit: 3, kind: 'fixed', parts: ['a'], day: '2026-10-01' });
  const [yes, no] = [isTrue('yes'), isTrue('no')];

  it.each<[Condition, boolean]>([
    [yes, true],
    [no, false],
    [{ not: yes }, false],
    [{ not: no }, true],
    [{ not: { not: yes } }, true],
    [{ all: [yes, no] }, false],
    [{ all: [yes, { not: no }] }, true],
    [{ any: [no, yes] }, true],
    [{ any: [no, { all: [yes, no] }] }, false],
    [{ not: { any: [no, { not: yes }] } }, true],
    [{ fact: 'n', operator: 'greaterThanInclusive', value: { fact: 'limit' } }, true],
    [{ fact: 'n', operator: 'greaterThan', value: { fact: 'limit' } }, false],
    [{ fact: 'n', operator: 'in', value: [1, 3] }, true],
    [{ fact: 'kind', operator: 'notIn', value: ['none'] }, true],
    [{ fact: 'parts', operator: 'contains', value: 'a' }, true],
    [{ fact: 'parts', operator: 'doesNotContain', value: 'b' }, true],
    [{ fact: 'day', operator: 'lessThan', value: '2026-10-01' }, false],
    [{ fact: 'day', operator: 'lessThanInclusive', value: '2026-10-01' }, true],
  ])('decides %j as %p', async (condition, result) => {
    expect(await decide(condition, facts)).toBe(result);
  });

  it('decides nothing when asked nothing', async () => {
    expect(await decideConditions([], facts)).toEqual(new Map());
  });

  it('uses typed operators in place of those that coerce', async () => {
    await expect(decide({ fact: 'kind', operator: 'greaterThan', value: 10 }, facts)).rejects.toThrow(TypeError);
    await expect(decide({ fact: 'kind', operator: 'in', value: 'fixed' as never }, facts)).rejects.toThrow(TypeError);
    await expect(decide({ fact: 'parts', operator: 'equal', value: 'a' }, facts)).rejects.toThrow(TypeError);
  });

  it('rejects an absent fact rather than take it for anything', async () => {
    await expect(decide(isTrue('absent'), facts)).rejects.toThrow(/absent/);
    await expect(decide({ not: isTrue('absent') }, facts)).rejects.toThrow(/absent/);
    await expect(decide({ fact: 'n', operator: 'equal', value: { fact: 'absent' } }, facts)).rejects.toThrow(/absent/);
  });

  it('rejects two conditions of one name, of which one would be lost', async () => {
    const twice: NamedCondition[] = [
      { name: 'it', condition: yes },
      { name: 'it', condition: no },
    ];
    await expect(decideConditions(twice, facts)).rejects.toThrow('decided 1 of 2 conditions');
  });

  it('is sound after a run that was rejected', async () => {
    await expect(decide(isTrue('absent'), facts)).rejects.toThrow();
    expect(await decide(yes, facts)).toBe(true);
  });

  it('loses nothing when many runs overlap, some of them rejected', async () => {
    const conditions = Array.from({ length: 30 }, (_, n): NamedCondition => {
      const deep = Array.from({ length: n % 5 }).reduce<Condition>((inner) => ({ not: { not: inner } }), {
        all: [{ fact: 'n', operator: 'greaterThan', value: n }, { any: [yes, no] }],
      });
      return { name: `c${n}`, condition: deep };
    });
    const runs = Array.from({ length: 200 }, async (_, n) => {
      // A run that starts in the microtask before another's end is where a shared engine loses its rules.
      for (let wait = 0; wait < n; wait++) await Promise.resolve();
      const broken = n % 10 === 9 ? [{ name: 'broken', condition: isTrue('absent') }] : [];
      const given = new Map(facts).set('n', n % 31);
      return decideConditions([...conditions, ...broken], given).then(
        (decided) => conditions.filter(({ name }) => decided.get(name) === true).length,
        () => 'rejected',
      );
    });
    expect(await Promise.all(runs)).toEqual(runs.map((_, n) => (n % 10 === 9 ? 'rejected' : Math.min(n % 31, 30))));
  });
});
