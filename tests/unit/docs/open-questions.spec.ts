import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string): string => readFileSync(join(__dirname, '../../..', path), 'utf8');

describe('the open questions', () => {
  const page = read('docs/open-questions.md');
  const furnaces = JSON.parse(read('rules/taizhou-hailing-furnace/1.0.0.json')) as unknown;
  const settings = [...page.matchAll(/^\| (A\d+) \|.*`(\/\w+\/\w+(?:\/\w+)?)` (?:= `(\w+)`|absent)/gm)];

  it('are A1 to A14, of which A1 to A12 are settings', () => {
    const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => `A${index + 1}`);
    expect([...page.matchAll(/^\| (A\d+) \|/gm)].map(([, question]) => question)).toEqual(numbers(14));
    expect(settings.map(([, question]) => question)).toEqual(numbers(12));
  });

  it.each(settings.map(([, question, path, value]) => [question, path ?? '', value] as const))(
    '%s: the furnace rule set has %s = %s',
    (_, path, value) => {
      const found = path
        .split('/')
        .slice(1)
        .reduce((node: unknown, name) => (node as Readonly<Record<string, unknown>> | undefined)?.[name], furnaces);
      expect(found === undefined ? undefined : String(found as string | boolean)).toBe(value);
    },
  );
});
