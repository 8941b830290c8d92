import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT_ROLES, AccountRole, MACHINE_SCOPES, permissionsOf } from '../../../src/access/account-roles';
import { Permission, PERMISSIONS } from '../../../src/access/permissions';
import { EVERYTHING, Reach } from '../../../src/access/principal';
import { ProblemDocument } from '../../../src/common/http/problem-document';
import { RouteRegistry } from '../../../src/common/http/route-registry';
import { Access, fullPath, RouteDefinition } from '../../../src/common/http/route.types';
import { useTestApp } from '../../support/app';
import { Answer, Client } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';
import { TestCaller } from '../../support/test-callers';

// Asks every route of the running service as every role, as a machine, as nobody, and with credentials that no longer
// count; and writes down who may do what in docs/access-matrix.md.

jest.setTimeout(300_000);

const database = useTestDatabase({ withRules: true });
const service = useTestApp(database);
const stored = useStored(database);
const { client } = service;

const ROLES = Object.keys(ACCOUNT_ROLES) as AccountRole[];
const PAGE = join(__dirname, '../../../docs/access-matrix.md');

let town = '';
beforeAll(async () => {
  await setUpOffices(client);
  await client.post('/subjects', aSubject(1));
  const [row] = await stored.rows<{ id: string }>(`SELECT id FROM office WHERE code = 'town-a'`);
  town = row?.id ?? '';
});

const routes = (): readonly RouteDefinition[] =>
  service.app
    .get(RouteRegistry, { strict: false })
    .all()
    .map(({ definition }) => definition);

/** A path that exists in form. What it names need not: nobody is told whether it does before they may ask. */
const pathOf = (route: RouteDefinition): string =>
  fullPath(route)
    .replace('/rule-sets/:id/versions/:version', '/rule-sets/taizhou-hailing-furnace/versions/1.0.0')
    .replace('/rule-sets/:id', '/rule-sets/taizhou-hailing-furnace')
    .replace('/subjects/:code', `/subjects/${creditCode(1)}`)
    .replace('/offices/:code', '/offices/town-a')
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000001');

/** A body that no route takes: whoever is let through is told so, and changes nothing. */
const BODY = { 'no such property': true };

function ask(as: Client, route: RouteDefinition): Promise<Answer> {
  const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
  return as.send(route.method, pathOf(route), hasBody ? { body: BODY } : {});
}

/** What the guard says: that it does not know who asks, that they may not, or nothing. */
function verdictOf({ status, body }: Answer): 'unknown' | 'forbidden' | 'let through' {
  const code = (body as Partial<ProblemDocument> | undefined)?.errors?.[0]?.code;
  if (status === 401) return 'unknown';
  return status === 403 && code === 'permission_missing' ? 'forbidden' : 'let through';
}

const expectedOf = (access: Access, permissions: ReadonlySet<Permission>): 'forbidden' | 'let through' =>
  typeof access === 'string' || permissions.has(access.permission) ? 'let through' : 'forbidden';

const nameOf = (route: RouteDefinition): string => `${route.method} ${fullPath(route)}`;

function callerOf(role: AccountRole): TestCaller {
  const reaches: Readonly<Record<Reach['kind'], Reach>> = {
    everything: EVERYTHING,
    offices: { kind: 'offices', officeIds: [town] },
    subject: { kind: 'subject', subjectCode: creditCode(1) },
  };
  return { role, reach: reaches[ACCOUNT_ROLES[role].reach[0]] };
}

/** Asks every route; by somebody new each time where asking ends the session. */
async function verdicts(caller: TestCaller): Promise<Readonly<Record<string, string>>> {
  const usual = client.as(caller);
  const found: Record<string, string> = {};
  for (const route of routes()) {
    const as = route.path === '/sessions/current' ? client.as(caller) : usual;
    const answer = await ask(as, route);
    expect([nameOf(route), answer.status < 500]).toEqual([nameOf(route), true]);
    found[nameOf(route)] = verdictOf(answer);
  }
  return found;
}

const expected = (permissions: ReadonlySet<Permission>): Readonly<Record<string, string>> =>
  Object.fromEntries(routes().map((route) => [nameOf(route), expectedOf(route.access, permissions)]));

describe('every route', () => {
  it.each(ROLES)('lets a %s through where the role has the permission, and nowhere else', async (role) => {
    expect(await verdicts(callerOf(role))).toEqual(expected(permissionsOf([role])));
  });

  it('lets a machine through where its key has the scope, and nowhere else', async () => {
    expect(await verdicts({ permissions: MACHINE_SCOPES })).toEqual(expected(new Set<Permission>(MACHINE_SCOPES)));
    for (const scope of ['register.read', 'inspections.create'] as const) {
      expect(await verdicts({ permissions: [scope] })).toEqual(expected(new Set<Permission>([scope])));
    }
  });

  const closed = async (headers: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const open: string[] = [];
    for (const route of routes()) {
      const answer = await ask(client.with(headers), route);
      if (answer.status !== 401) open.push(nameOf(route));
    }
    return open.sort();
  };
  const isPublic = (): readonly string[] =>
    routes()
      .filter(({ access, path }) => access === 'public' && path !== '/sessions')
      .map(nameOf)
      .concat('POST /api/v1/sessions')
      .sort();

  it('is closed to nobody known, but for what is public', async () => {
    expect(await closed({})).toEqual(isPublic());
  });

  it.each([
    ['an expired key', `UPDATE api_key SET expires_at = '2020-01-01' WHERE id = $1`],
    ['a revoked key', `UPDATE api_key SET revoked_at = now() WHERE id = $1`],
  ])('is closed to %s', async (_, statement) => {
    const { id, headers } = await keyOf(service.client.as({ role: 'system_administrator' }));
    expect(await closed(headers)).not.toEqual(isPublic());
    await stored.rows(statement, [id]);
    expect(await closed(headers)).toEqual(isPublic());
  });

  it.each([
    ['an expired session', `UPDATE session SET expires_at = '2020-01-01' WHERE account_id = $1`],
    ['an unused session', `UPDATE session SET last_seen_at = '2020-01-01' WHERE account_id = $1`],
    ['an ended session', `UPDATE session SET ended_at = now() WHERE account_id = $1`],
    ['a disabled account', `UPDATE account SET disabled_at = now() WHERE id = $1`],
  ])('is closed to %s', async (_, statement) => {
    const own = client.as({ role: 'district_officer' });
    const { body } = await own.get<{ id: string }>('/me');
    await stored.rows(statement, [body.id]);
    const open: string[] = [];
    for (const route of routes()) if ((await ask(own, route)).status !== 401) open.push(nameOf(route));
    expect(open.sort()).toEqual(isPublic());
  });

  it('is closed to whoever has to choose a password first, but for that', async () => {
    const own = client.as({ role: 'district_officer' });
    const { body } = await own.get<{ id: string }>('/me');
    await stored.rows(`UPDATE account SET password_hash = 'x', one_time_until = '2099-01-01' WHERE id = $1`, [body.id]);
    const open: string[] = [];
    for (const route of routes().filter(({ path }) => path !== '/sessions/current')) {
      const { status, body: told } = await ask(own, route);
      const code = (told as Partial<ProblemDocument>).errors?.[0]?.code;
      if (status !== 403 || code !== 'password_change_due') open.push(nameOf(route));
    }
    const own_ = ['GET /api/v1/me', 'POST /api/v1/me/password'];
    expect(open.sort()).toEqual([...isPublic(), ...own_].sort());
  });

  async function keyOf(administrator: Client) {
    const wanted = { name: 'x', scopes: MACHINE_SCOPES, reach: EVERYTHING, expiresAt: '2027-01-01T00:00:00Z' };
    const { body } = await administrator.post<{ key: string; apiKey: { id: string } }>('/api-keys', wanted);
    return { id: body.apiKey.id, headers: { authorization: `Bearer ${body.key}` } };
  }
});

describe('whatever the server answers', () => {
  /** Every path and method of the tree that Fastify prints, a line for each part of a path. */
  const served = (): readonly string[] => {
    const found: string[] = [];
    const parts: string[] = [];
    const tree = service.app.getHttpAdapter().getInstance().printRoutes();
    for (const line of tree.split('\n').filter((one) => one !== '')) {
      const [, indent = '', part = '', methods] =
        /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
      if (part === '') throw new Error(`a line of another form: ${line}`);
      parts.splice(indent.length / 4, parts.length, part);
      for (const method of methods?.split(', ') ?? []) found.push(`${method} ${parts.join('')}`);
    }
    return found;
  };

  it('is a route that declares who may ask, or a file of the documentation', () => {
    const declared = new Set(routes().map(nameOf));
    const others = served().filter((route) => !declared.has(route.replace(/^HEAD/, 'GET')));
    expect(others).toEqual(['HEAD /docs/assets/*', 'GET /docs/assets/*']);
    expect([...new Set(served())]).toEqual(expect.arrayContaining([...declared]));
  });

  it('asks who it is for HEAD as for GET', async () => {
    for (const route of routes().filter(({ method, access }) => method === 'GET' && access !== 'public')) {
      const { statusCode } = await service.app.inject({ method: 'HEAD', url: pathOf(route) });
      expect([nameOf(route), [401, 404].includes(statusCode)]).toEqual([nameOf(route), true]);
    }
  });
});

describe('docs/access-matrix.md', () => {
  it('says who may use which route', () => {
    const page = matrixPage(routes());
    if (process.env['JIFEN_TEST_WRITE_MATRIX'] === '1') writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});

/** The page, made of what the tests above have tried. */
function matrixPage(all: readonly RouteDefinition[]): string {
  const heads = [...ROLES.map((role) => ACCOUNT_ROLES[role].name.en), 'machine'];
  const given = [...ROLES.map((role) => permissionsOf([role])), new Set<Permission>(MACHINE_SCOPES)];
  const mark = (isAllowed: boolean): string => (isAllowed ? '●' : '–');
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const routeRows = [...all]
    .sort((a, b) => compare(fullPath(a), fullPath(b)) || compare(a.method, b.method))
    .map((route) => {
      const { access } = route;
      const needs = typeof access === 'string' ? access : `\`${access.permission}\``;
      const marks = given.map((permissions) => mark(expectedOf(access, permissions) === 'let through'));
      return row([`\`${nameOf(route).replace(/:(\w+)/g, '{$1}')}\``, needs, ...marks]);
    });
  const permissionRows = (Object.keys(PERMISSIONS) as Permission[]).map((permission) => {
    const { 'zh-CN': chinese, en } = PERMISSIONS[permission];
    return row([`\`${permission}\``, chinese, en, ...given.map((permissions) => mark(permissions.has(permission)))]);
  });
  const lines = (count: number): string => row(Array.from({ length: count }, () => '---'));
  return [
    '# Who may do what 权限表',
    '',
    'Made by `tests/integration/access/matrix.spec.ts`, which asks every route of the running service as every role, as a machine, as',
    'nobody, and with sessions and keys that no longer count, and fails where the service decides otherwise than this page. To make it again:',
    '`JIFEN_TEST_WRITE_MATRIX=1 npx jest --config tests/jest.config.cjs --selectProjects integration --testPathPatterns access/matrix`.',
    '',
    '● is let through, – is refused with 403 `permission_missing`. Nobody known is answered 401 everywhere but where it says `public`;',
    '`authenticated` takes whoever is known. The machine is a key with every scope that machines can be given; a key has those it was issued',
    'for. Of which enterprises somebody sees anything is a matter of [reach](adr/0013-reach-is-enforced-in-the-query.md), not of this page. A batch',
    'that states `knownAt` needs `history.state_known_at` besides.',
    '',
    '## Routes',
    '',
    row(['Route', 'Needs', ...heads]),
    lines(heads.length + 2),
    ...routeRows,
    '',
    '## Permissions',
    '',
    row(['Permission', '权限', 'To', ...heads]),
    lines(heads.length + 3),
    ...permissionRows,
    '',
  ].join('\n');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
