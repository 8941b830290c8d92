import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCESS_MESSAGES } from '../../../src/access/access.messages';
import { ACCOUNTS_MESSAGES } from '../../../src/access/accounts/accounts.messages';
import { FirstAdministrator } from '../../../src/access/accounts/first-administrator';
import { OPEN_ID_MESSAGES } from '../../../src/access/open-id/open-id.messages';
import { HTTP_MESSAGES } from '../../../src/common/http/http.messages';
import { ERROR_KINDS } from '../../../src/common/errors/error-kinds';
import { IMPACTS_MESSAGES } from '../../../src/impacts/impacts.messages';
import { INSPECTIONS_MESSAGES } from '../../../src/inspections/inspections.messages';
import { INSPECTORS_MESSAGES } from '../../../src/inspectors/inspectors.messages';
import { MEASURES_MESSAGES } from '../../../src/measures/measures.messages';
import { COMPARISON_MESSAGES } from '../../../src/rule-sets/comparison/comparison.messages';
import { DRAFTS_MESSAGES } from '../../../src/rule-sets/drafts/drafts.messages';
import { LIFE_MESSAGES } from '../../../src/rule-sets/life/life.messages';
import { RULE_SETS_MESSAGES } from '../../../src/rule-sets/rule-sets.messages';
import { OFFICES_MESSAGES } from '../../../src/subjects/offices.messages';
import { SUBJECTS_MESSAGES } from '../../../src/subjects/subjects.messages';
import { useTestApp } from '../../support/app';
import { Answer } from '../../support/client';
import { useTestDatabase } from '../../support/database';

// Plays docs/api.md: every request of the page in its order, at the time that the page tells, and holds the answers to
// those shown. What the page leaves out is marked by …, an id or a hash that differs from run to run by {a name}.

type Fields = Readonly<Record<string, unknown>>;
type Names = Map<string, string>;

interface Exchange {
  readonly clock: string;
  /** Who asks: nobody, the session, or Bearer with a key. */
  readonly as: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly answer: { readonly status: number; readonly headers: Fields; readonly body: unknown };
}

const LEFT_OUT = '…';
/** What differs from run to run: ids, hashes, keys and one-time passwords. */
const ID_OR_HASH =
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|sha256:[0-9a-f]{64}|jf_[\w-]{43}|[0-9a-z]{4}(-[0-9a-z]{4}){3})$/;

const folder = join(__dirname, '../../../docs');
const page = readFileSync(join(folder, 'api.md'), 'utf8');
const furnaceFacts = JSON.parse(readFileSync(join(folder, 'examples/furnace-facts.json'), 'utf8')) as Fields;
const exchanges = readPage(page);

/** The requests with their answers: blocks of two, each after the last time told. */
function readPage(text: string): readonly Exchange[] {
  const found: Exchange[] = [];
  let [clock, as] = ['', ''];
  let request: ReturnType<typeof readBlock> | undefined;
  const parts = /^\*Clock: (\S+) (\S+)\*$|^\*As: (.+)\*$|^```http\n([\s\S]+?)^```$/gm;
  for (const [, day, time, caller, block] of text.matchAll(parts)) {
    if (caller !== undefined) as = caller;
    else if (block === undefined) clock = `${day}T${time}:00+08:00`;
    else if (request === undefined) request = readBlock(block);
    else {
      const { first, ...answer } = readBlock(block);
      const [method = '', path = ''] = request.first.split(' ');
      const [version, status] = first.split(' ');
      if (version !== 'HTTP/1.1') throw new Error(`${request.first} has no answer`);
      const shown = { status: Number(status), headers: answer.headers, body: parseShown(answer.body) };
      found.push({ ...request, clock, as, method: method as Exchange['method'], path, answer: shown });
      request = undefined;
    }
  }
  if (request !== undefined) throw new Error(`${request.first} has no answer`);
  return found;
}

/** The first line, the headers (by names in lower case) and the body. */
function readBlock(block: string) {
  const end = block.indexOf('\n\n');
  const [first = '', ...lines] = (end < 0 ? block : block.slice(0, end)).trimEnd().split('\n');
  const headers = Object.fromEntries(
    lines.map((line): [string, string] => {
      const [name = '', value = ''] = line.split(/: (.*)/);
      return [name.toLowerCase(), value];
    }),
  );
  return { first, headers, body: end < 0 ? '' : block.slice(end) };
}

/** JSON in which … may stand for properties, entries or a value. */
function parseShown(text: string): unknown {
  let at: string[] = [];
  const json = text.replace(/"(?:[^"\\]|\\.)*"|[[\]{}…]|:\s*…/g, (token) => {
    if (token === '{' || token === '[') at = [...at, token];
    if (token === '}' || token === ']') at = at.slice(0, -1);
    if (token.startsWith(':')) return `: "${LEFT_OUT}"`;
    if (token !== LEFT_OUT) return token;
    return at.at(-1) === '{' ? `"${LEFT_OUT}": "${LEFT_OUT}"` : `"${LEFT_OUT}"`;
  });
  return json.trim() === '' ? undefined : JSON.parse(json);
}

/** What an answer says otherwise than the page. Remembers what the names of the page stand for. */
function differences(shown: unknown, found: unknown, names: Names, path = ''): readonly string[] {
  const told = [`${path || '/'}: the page shows ${JSON.stringify(shown)}, the answer is ${JSON.stringify(found)}`];
  if (shown === LEFT_OUT) return [];
  if (Array.isArray(shown)) return Array.isArray(found) ? differencesOfLists(shown, found, names, path) : told;
  if (typeof shown === 'object' && shown !== null) {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return told;
    return differencesOfObjects(shown as Fields, found as Fields, names, path);
  }
  const name = typeof shown === 'string' ? /^\{(\w+)\}$/.exec(shown)?.[1] : undefined;
  // A name that is known may stand within a text.
  const meant = typeof shown === 'string' ? fill(shown, names) : shown;
  if (name === undefined) return meant === found ? [] : told;
  if (names.has(name)) return names.get(name) === found ? [] : told;
  if (typeof found !== 'string' || !ID_OR_HASH.test(found)) return told;
  names.set(name, found);
  return [];
}

function differencesOfObjects(shown: Fields, found: Fields, names: Names, path: string): readonly string[] {
  const more = LEFT_OUT in shown ? [] : Object.keys(found).filter((key) => !(key in shown));
  return [
    ...more.map((key) => `${path}/${key}: the page does not show it`),
    ...Object.entries(shown)
      .filter(([key]) => key !== LEFT_OUT)
      .flatMap(([key, value]) => differences(value, found[key], names, `${path}/${key}`)),
  ];
}

/** After … the next entry shown may come anywhere further on. */
function differencesOfLists(shown: readonly unknown[], found: readonly unknown[], names: Names, path: string) {
  const all: string[] = [];
  let [place, isGap] = [0, false];
  for (const entry of shown) {
    if (entry === LEFT_OUT) {
      isGap = true;
      continue;
    }
    const fits = (one: unknown): boolean => differences(entry, one, new Map(names)).length === 0;
    const skipped = isGap ? found.slice(place).findIndex(fits) : 0;
    place += Math.max(skipped, 0);
    all.push(...differences(entry, found[place], names, `${path}/${place}`));
    [place, isGap] = [place + 1, false];
  }
  return isGap || place >= found.length ? all : [...all, `${path}: the page shows ${place} of ${found.length} entries`];
}

const fill = (text: string, names: Names): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => names.get(name) ?? placeholder);

/** The body as it is sent: … in the facts stands for the rest of the complete example, without the register's. */
function bodyOf({ body }: Exchange, names: Names): unknown {
  const sent = parseShown(fill(body, names)) as { readonly facts?: Fields } | undefined;
  if (sent?.facts === undefined || !(LEFT_OUT in sent.facts)) return sent;
  const { enterprise: _, ...rest } = furnaceFacts;
  const { [LEFT_OUT]: _leftOut, ...facts } = { ...rest, ...sent.facts };
  return { ...sent, facts };
}

const service = useTestApp(useTestDatabase(), {
  now: '2025-11-03T08:30:00+08:00',
  environment: { FIRST_ADMIN_PASSWORD: 'told-by-the-first-start' },
});
const { client, clock } = service;

describe('the walk through the API', () => {
  const names: Names = new Map();
  let cookie = '';

  beforeAll(() => service.app.get(FirstAdministrator, { strict: false }).ensure());

  function credential(as: string): Readonly<Record<string, string>> {
    if (as === 'nobody') return {};
    return as === 'the session' ? { cookie } : { authorization: fill(as, names) };
  }

  it.each(exchanges.map((exchange, index) => [index + 1, exchange.method, exchange.path, exchange] as const))(
    'request %i: %s %s is answered as shown',
    async (_, method, path, exchange) => {
      clock.set(exchange.clock);
      const { headers, as } = exchange;
      const body = bodyOf(exchange, names);
      const found: Answer = await client.with(credential(as)).send(method, fill(path, names), { headers, body });
      const kept = found.headers['set-cookie'];
      if (typeof kept === 'string') cookie = kept.split(';')[0] ?? '';
      const { answer } = exchange;
      const shownHeaders = Object.keys(answer.headers).map((name) => [name, found.headers[name]]);
      const given = found.body === '' ? undefined : found.body;
      const told = { status: found.status, headers: Object.fromEntries(shownHeaders) as unknown, body: given };
      expect(differences(answer, told, names)).toEqual([]);
    },
  );
});

describe('what the walk through the API is held to', () => {
  const names = (): Names => new Map([['id', '00000000-0000-4000-8000-000000000001']]);
  const hold = (shown: string, found: unknown): readonly string[] => differences(parseShown(shown), found, names());

  it.each([
    ['{ "points": 5 }', { points: 5 }],
    ['{ "points": 5, … }', { points: 5, items: [] }],
    ['{ "items": … }', { items: [1, 2] }],
    ['[ …, { "a": 2 }, … ]', [{ a: 1 }, { a: 2 }, { a: 3 }]],
    ['["{id}", "{id}"]', [...Array<string>(2)].map(() => '00000000-0000-4000-8000-000000000001')],
  ])('passes %s', (shown, found) => expect(hold(shown, found)).toEqual([]));

  it.each([
    ['{ "points": 5 }', { points: 6 }],
    ['{ "points": 5 }', { points: '5' }],
    ['{ "points": 5 }', { points: 5, items: [] }],
    ['{ "points": 5, … }', { items: [] }],
    ['[ { "a": 1 } ]', [{ a: 1 }, { a: 2 }]],
    ['[ …, { "a": 3 } ]', [{ a: 1 }, { a: 2 }]],
    ['[ …, { "a": 1 } ]', [{ a: 1 }, { a: 2 }]],
    ['"{id}"', '00000000-0000-4000-8000-000000000002'],
    ['"{other}"', 'no id'],
  ])('refuses %s', (shown, found) => expect(hold(shown, found)).not.toEqual([]));
});

describe('the tables of the page', () => {
  const firstCells = (heading: string): readonly string[] => {
    const [, section = ''] = page.split(`\n## ${heading}\n`);
    const [own = ''] = section.split('\n## ');
    return [...own.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell]) => cell ?? '');
  };

  it('list every call', async () => {
    const { body } = await client.get<{ readonly paths: Readonly<Record<string, object>> }>('/openapi.json');
    const calls = Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    );
    expect([...firstCells('All calls')].sort()).toEqual(calls.sort());
  });

  it('list every kind of error with its status', () => {
    const kinds = Object.entries(ERROR_KINDS).map(([code, { status }]) => [status, code]);
    const rows = [...page.matchAll(/^\| (\d{3}) \| `(\w+)` \|/gm)].map(([, status, code]) => [Number(status), code]);
    expect(rows).toEqual(kinds);
  });

  it('list every refusal of the service', () => {
    const catalogues = [
      ACCESS_MESSAGES,
      ACCOUNTS_MESSAGES,
      OPEN_ID_MESSAGES,
      HTTP_MESSAGES,
      INSPECTIONS_MESSAGES,
      INSPECTORS_MESSAGES,
      MEASURES_MESSAGES,
      RULE_SETS_MESSAGES,
      COMPARISON_MESSAGES,
      IMPACTS_MESSAGES,
      DRAFTS_MESSAGES,
      LIFE_MESSAGES,
      OFFICES_MESSAGES,
      SUBJECTS_MESSAGES,
    ];
    const codes = new Set(catalogues.flatMap((catalogue) => Object.keys(catalogue)).concat('key_reused'));
    expect([...firstCells('What is refused')].sort()).toEqual([...codes].sort());
  });
});
