import { setImmediate } from 'node:timers/promises';
import { compareRuleSets, compileRuleSet } from '../../../../src/core';
import { Settings } from '../../../../src/config/settings';
import { Comparisons } from '../../../../src/rule-sets/comparison/comparisons';
import { formatOf } from '../../../../src/rule-sets/comparison/comparison-format';
import { amendedDraft, changedFurnace } from '../../../support/comparison.builder';

const [old, fresh] = [changedFurnace(), compileRuleSet(amendedDraft())];

describe('comparisons', () => {
  it('are made once for a pair of contents, whoever asks and when', async () => {
    const comparisons = new Comparisons({ requestTimeout: 60_000 } as Settings);
    const [one, two] = [comparisons.of(old, fresh), comparisons.of(old, compileRuleSet(amendedDraft()))];
    expect(two).toBe(one);
    expect(await one).toBe(await comparisons.of(old, fresh));
    expect(await comparisons.of(fresh, old)).not.toBe(await one);
  });

  it('let others have the processor between their questions, and come to the same', async () => {
    let [served, done] = [0, false];
    const others = (async () => {
      for (; !done; served++) await setImmediate();
    })();
    const comparison = await new Comparisons({ requestTimeout: 60_000 } as Settings).of(old, fresh);
    done = true;
    await others;
    // At least once for each of the 22 items.
    expect(served).toBeGreaterThan(20);
    expect(comparison).toEqual(await compareRuleSets(old, fresh));
  });

  it('end with the time of a request, and hold up no other', async () => {
    const limit = { requestTimeout: 0 };
    const comparisons = new Comparisons(limit as Settings);
    const late = expect(comparisons.of(old, fresh)).rejects.toMatchObject({
      code: 'unavailable',
      problems: [{ code: 'comparison_late' }],
    });
    limit.requestTimeout = 60_000;
    const other = comparisons.of(fresh, old);
    await late;
    await expect(other).resolves.toMatchObject({ equal: false });
    await expect(comparisons.of(old, fresh)).resolves.toMatchObject({ equal: false });
  });

  it('that fail are not kept', async () => {
    const comparisons = new Comparisons({ requestTimeout: 60_000 } as Settings);
    const broken = { ...fresh, ruleSet: { ...fresh.ruleSet, items: null as never } };
    await expect(comparisons.of(old, broken)).rejects.toThrow();
    await expect(comparisons.of(old, fresh)).resolves.toMatchObject({ equal: false });
  });
});

describe('the form of an answer', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['text/markdown', 'markdown'],
    ['text/plain;q=0.9', 'text'],
    ['text/html, Text/Plain', 'text'],
    ['application/json, text/plain', 'json'],
    ['image/png', 'json'],
  ])('of Accept %j is %s', (accept, form) => expect(formatOf(accept)).toBe(form));
});
