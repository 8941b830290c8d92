import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import schema from '../../../rules/schema/rule-set.schema.json';
import { checkRuleSet, compileRuleSet, runScenarios } from '../../../src/core';
import { MESSAGES } from '../../../src/core/problems/messages';
import { RULE_SET_CAPS } from '../../../src/core/rule-set/limits';

const read = (name: string): string => readFileSync(join(__dirname, '../../../docs', name), 'utf8');

const page = read('rule-set-reference.md');
const blocks = (marked: string): unknown[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${marked}\\n([\\s\\S]+?)^\`\`\`$`, 'gm'))].map(
    ([, text]) => JSON.parse(text ?? '') as unknown,
  );

/** Every value of the schema's objects and lists that a predicate picks, with its key. */
function collect(node: unknown, pick: (key: string, value: unknown) => readonly string[]): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return new Set();
  return new Set(Object.entries(node).flatMap(([key, value]) => [...pick(key, value), ...collect(value, pick)]));
}

/** Whether the page names it as code: in backticks, in quotation marks, or within a dotted path. */
const names = (text: string, name: string): boolean =>
  new RegExp(`[\`".]${name.replace(/[[\]()]/g, '\\$&')}[\`".]`).test(text);

describe('the rule-set reference', () => {
  const ruleSets = blocks('json rule set');

  it('shows a rule set', () => {
    expect(ruleSets).not.toHaveLength(0);
  });

  it.each(ruleSets.map((document, index) => [index + 1, document]))('shows valid rule set %i', async (_, document) => {
    expect(checkRuleSet(document).problems).toEqual([]);
    const results = await runScenarios(compileRuleSet(document));
    expect(results).not.toHaveLength(0);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  const regimes = blocks('json regime') as readonly object[];

  it('shows a regime for each primitive', () => {
    expect(regimes.length).toBeGreaterThanOrEqual(10);
  });

  it.each(regimes.map((part, index) => [index + 1, part]))('shows valid regime %i', async (_, part) => {
    const { accumulation: _a, ladder: _l, ...head } = ruleSets[0] as Readonly<Record<string, unknown>>;
    const document = { ...head, facts: [], items: [], ...part };
    expect(checkRuleSet(document).problems).toEqual([]);
    const results = await runScenarios(compileRuleSet(document));
    expect(results).not.toHaveLength(0);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('shows JSON that is JSON', () => {
    expect(() => blocks('json')).not.toThrow();
  });

  it('names every property of the schema', () => {
    const properties = collect(schema, (key, value) => (key === 'properties' ? Object.keys(value as object) : []));
    expect(properties).toContain('latePass');
    expect([...properties].filter((name) => !names(page, name))).toEqual([]);
  });

  it('says of every optional property what it means when absent', () => {
    const section = page.slice(page.indexOf('## 16.'), page.indexOf('## 17.'));
    const optional = (node: unknown): string[] => {
      if (typeof node !== 'object' || node === null) return [];
      const { properties = {}, required = [] } = node as { properties?: object; required?: readonly string[] };
      const own = Array.isArray(required) ? Object.keys(properties).filter((name) => !required.includes(name)) : [];
      return [...own, ...Object.values(node).flatMap(optional)];
    };
    expect(optional(schema)).toContain('latePass');
    expect(optional(schema).filter((name) => !names(section, name))).toEqual([]);
  });

  it('names every value that the schema lists', () => {
    const values = collect(schema, (key, value) => (key === 'enum' && Array.isArray(value) ? value.map(String) : []));
    expect(values).toContain('works_back');
    expect([...values].filter((value) => !names(page, value))).toEqual([]);
  });

  it.each(Object.entries(RULE_SET_CAPS))('states the limit of %s', (_, limit: number) => {
    expect(page.slice(page.indexOf('## 14.'))).toContain(`| ${limit.toLocaleString('en-US')}`);
  });
});

describe('the table of problems', () => {
  const problems = read('problems.md');

  it('has every code once', () => {
    const listed = [...problems.matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code);
    expect(listed.sort()).toEqual(Object.keys(MESSAGES).sort());
  });
});
