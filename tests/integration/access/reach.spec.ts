import { MACHINE_SCOPES } from '../../../src/access/account-roles';
import { Permission } from '../../../src/access/permissions';
import { Reach } from '../../../src/access/principal';
import { ProblemDocument } from '../../../src/common/http/problem-document';
import { RouteRegistry } from '../../../src/common/http/route-registry';
import { Answer, Client, refusal } from '../../support/client';
import { anInspection, FURNACE, furnaceFacts, RecordedInspection } from '../../support/furnace.builder';
import { aSubject, aTown, creditCode } from '../../support/register.builder';
import { TestCaller } from '../../support/test-callers';
import {
  BatchAnswer,
  changedTables,
  entriesOf,
  findingOf,
  holding,
  outcomesOf,
  Recorded,
  useService,
} from '../inspections/service';

// An enterprise of town-a with everything that can be on record about it, asked for by those who do not reach it.

const service = useService({ now: '2026-03-20T09:00:00+08:00' });
const { client, stored } = service;

/** What names the enterprise and whatever belongs to it. */
interface Names {
  readonly subject: string;
  readonly inspection: string;
  readonly finding: string;
  readonly rectification: string;
  readonly measure: string;
}

/** Names of the same form that stand for nothing. */
const NOBODY: Names = {
  subject: creditCode(9_999_999),
  inspection: '00000000-0000-4000-8000-0000000000a1',
  finding: '00000000-0000-4000-8000-0000000000a2',
  rectification: '00000000-0000-4000-8000-0000000000a3',
  measure: '00000000-0000-4000-8000-0000000000a4',
};

let victim: Names;
let moved: Names;
const officeIds = new Map<string, string>();

const reachOf = (...codes: readonly string[]): Reach => ({
  kind: 'offices',
  officeIds: codes.map((code) => officeIds.get(code) ?? ''),
});

/** Who does not reach the enterprise, with the permissions of a role or with every one there is. */
const OUTSIDERS: readonly (readonly [string, () => TestCaller])[] = [
  ['a town inspector', () => ({ role: 'town_inspector', reach: reachOf('town-b') })],
  ['an enterprise', () => ({ role: 'enterprise', reach: { kind: 'subject', subjectCode: creditCode(2) } })],
  ['a district officer of another district', () => ({ role: 'district_officer', reach: reachOf('district-2') })],
  ['an auditor of another district', () => ({ role: 'auditor', reach: reachOf('district-2') })],
  ['whoever may do everything in another town', () => ({ permissions: MACHINE_SCOPES, reach: reachOf('town-b') })],
  [
    'whoever may do everything with one enterprise',
    () => ({ permissions: MACHINE_SCOPES, reach: { kind: 'subject', subjectCode: creditCode(2) } }),
  ],
  [
    'whoever has an office that is in charge of nobody',
    () => ({ permissions: MACHINE_SCOPES, reach: { kind: 'offices', officeIds: [NOBODY.inspection] } }),
  ],
];

/** Recorded about an enterprise: three findings, one of them put right, and measures. */
async function everythingAbout(subject: string, day: string): Promise<Names> {
  const set = { 'site.waterZones': 1, 'furnaces.withLeakAlarm': 1 };
  const inspection: RecordedInspection = await service.inspected(subject, day, set);
  const finding = findingOf(inspection, 'F09');
  const about = `/findings/${findingOf(inspection, 'F14')}/rectification`;
  const { id: rectification } = await service.taken<Recorded>(about, { completedOn: day });
  const measure = inspection.standing.measures[0]?.id ?? '';
  return { subject, inspection: inspection.id, finding, rectification, measure };
}

beforeAll(async () => {
  const other = { level: 'jurisdiction', name: '另一区', validFrom: '2021-01-01' };
  await service.taken('/offices', { ...other, code: 'district-2' });
  await service.taken('/offices', { ...other, code: 'bureau-2', level: 'bureau', parent: 'district-2' });
  await service.taken('/offices', aTown('town-z', { parent: 'bureau-2' }));
  for (const { id, code } of await stored.rows<{ id: string; code: string }>('SELECT id, code FROM office')) {
    officeIds.set(code, id);
  }
  victim = await everythingAbout(await service.register(1), '2026-03-05');
  await everythingAbout(await service.register(2, { office: 'town-b' }), '2026-03-05');
  moved = await everythingAbout(await service.register(3), '2026-03-06');
  await client.patch(`/subjects/${moved.subject}`, { office: 'town-b', validFrom: '2026-03-10' });
});

interface Asked {
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const withKey = { headers: { 'idempotency-key': 'from-outside' } };

/** One good request for each route that answers about one enterprise. */
const ABOUT_ONE: Readonly<Record<string, (names: Names) => Asked>> = {
  'GET /subjects/:code': ({ subject }) => ({ path: `/subjects/${subject}` }),
  'PATCH /subjects/:code': ({ subject }) => ({
    path: `/subjects/${subject}`,
    body: { name: '更名', validFrom: '2026-03-20' },
  }),
  'GET /subjects/:code/history': ({ subject }) => ({ path: `/subjects/${subject}/history` }),
  'GET /subjects/:code/standing': ({ subject }) => ({ path: `/subjects/${subject}/standing?ruleSet=${FURNACE}` }),
  'GET /subjects/:code/standing/certificate': ({ subject }) => ({
    path: `/subjects/${subject}/standing/certificate?ruleSet=${FURNACE}`,
  }),
  'POST /inspections': ({ subject }) => ({
    path: '/inspections',
    body: anInspection(subject, '2026-03-20', furnaceFacts(), { office: 'town-b' }),
    ...withKey,
  }),
  'GET /inspections/:id': ({ inspection }) => ({ path: `/inspections/${inspection}` }),
  'GET /inspections/:id/certificate': ({ inspection }) => ({ path: `/inspections/${inspection}/certificate` }),
  'POST /findings/:id/rectification': ({ finding }) => ({
    path: `/findings/${finding}/rectification`,
    body: { completedOn: '2026-03-19' },
  }),
  'POST /findings/:id/re-inspections': ({ finding }) => ({
    path: `/findings/${finding}/re-inspections`,
    body: { inspectedOn: '2026-03-19', passed: true },
  }),
  'POST /findings/:id/extensions': ({ finding }) => ({
    path: `/findings/${finding}/extensions`,
    body: { decidedOn: '2026-03-19', newDeadline: '2026-06-01', reason: '设备到货延迟' },
  }),
  'POST /findings/:id/annulment': ({ finding }) => ({
    path: `/findings/${finding}/annulment`,
    body: { decidedOn: '2026-03-19', reason: '复核' },
  }),
  'POST /records/:id/annulment': ({ rectification }) => ({
    path: `/records/${rectification}/annulment`,
    body: { decidedOn: '2026-03-19', reason: '复核' },
  }),
  'POST /measures/:id/completion': ({ measure }) => ({
    path: `/measures/${measure}/completion`,
    body: { completedOn: '2026-03-20' },
  }),
};

/** The routes that list enterprises or what belongs to them, with everything that they can be filtered by. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'GET /subjects': [
    '/subjects',
    '/subjects?limit=1',
    '/subjects?office=town-a',
    '/subjects?office=district',
    '/subjects?state=producing&trade=machinery',
    '/subjects?asOf=2026-03-07',
    '/subjects?asOf=2026-03-07&office=town-a',
  ],
  'GET /measures': [
    '/measures',
    '/measures?limit=1',
    '/measures?office=town-a',
    '/measures?office=bureau',
    '/measures?state=open',
  ],
};

/** Tested below, one by one. */
const OF_THEIR_OWN: readonly string[] = [
  'POST /subjects',
  'POST /inspections/batch',
  // For those only who reach everything: tests/integration/impacts.
  'POST /rule-sets/:id/impact',
  'GET /rule-sets/:id/impact/:job',
  'GET /rule-sets/:id/impact/:job/events',
  'POST /rule-sets/:id/impact/:job/cancellation',
];

/** What is permitted with these is about enterprises. */
const ABOUT_ENTERPRISES: readonly Permission[] = [
  'register.read',
  'register.change',
  'inspections.read',
  'inspections.create',
  'inspections.import',
  'findings.rectify',
  'findings.reinspect',
  'findings.extend',
  'findings.annul',
  'records.annul',
  'standings.read',
  'measures.read',
  'measures.complete',
  'certificates.read',
  'impacts.create',
  'what_ifs.create',
  'audit.read',
];

const send = (as: Client, route: string, { path, ...options }: Asked): Promise<Answer> =>
  as.send(route.split(' ')[0] as 'GET', path, options);

/** The answer without what only this very request has, with some names put in the place of others. */
function comparable({ status, headers, body }: Answer, names: Names, shown: Names): unknown {
  const { instance: _, ...rest } = body as Readonly<Record<string, unknown>>;
  const text = Object.keys(names).reduce(
    (told, key) => told.replaceAll(names[key as keyof Names], shown[key as keyof Names]),
    JSON.stringify(rest),
  );
  const { 'x-request-id': __, date: ___, 'content-length': ____, ...other } = headers;
  return { status, headers: other, body: JSON.parse(text) as unknown };
}

describe('every route', () => {
  it('that has to do with enterprises is asked by those who do not reach them', () => {
    const routes = service.app.get(RouteRegistry, { strict: false }).all();
    const about = routes.filter(({ definition: { access } }) => {
      return typeof access === 'object' && ABOUT_ENTERPRISES.includes(access.permission);
    });
    const known = [...Object.keys(ABOUT_ONE), ...Object.keys(LISTS), ...OF_THEIR_OWN];
    expect(about.map(({ definition: { method, path } }) => `${method} ${path}`).sort()).toEqual([...known].sort());
  });
});

describe.each(OUTSIDERS)('%s', (_, caller) => {
  it.each(Object.keys(ABOUT_ONE))('is answered by %s as if there were no such enterprise', async (route) => {
    const asked = ABOUT_ONE[route];
    const as = client.as(caller());
    const before = await stored.everything();
    const found = await send(as, route, asked?.(victim) ?? { path: '' });
    expect(changedTables(before, await stored.everything())).toEqual([]);
    const nobody = await send(as, route, asked?.(NOBODY) ?? { path: '' });
    expect([403, 404]).toContain(found.status);
    expect(comparable(found, victim, NOBODY)).toEqual(comparable(nobody, NOBODY, NOBODY));
  });

  it.each(Object.values(LISTS).flat())('sees nothing of it in any page of %s', async (path) => {
    const as = client.as(caller());
    const [table = '', query = ''] = path.split('?');
    let cursor = '';
    for (let pages = 0; pages < 20; pages += 1) {
      const { body } = await as.get<{ readonly next?: string | null }>(`${table}?${query}${cursor}`);
      for (const name of Object.values(victim)) expect(JSON.stringify(body)).not.toContain(name);
      if (typeof body.next !== 'string') return;
      cursor = `&cursor=${body.next}`;
      for (const name of Object.values(victim)) expect(decoded(body.next)).not.toContain(name);
    }
    throw new Error('the list does not end');
  });

  it('is answered for each entry of a batch as if there were no such enterprise', async () => {
    const as = client.as({ permissions: ['inspections.import'], ...withoutRole(caller()) });
    const about = (subject: string) => {
      const entries = entriesOf(subject);
      return {
        entries: [
          { ...entries.inspection('i', '2026-03-20'), office: 'town-b' },
          entries.rectification('r', 'i', 'F09', '2026-03-20'),
          entries.annulment('a', { record: 'i' }, '2026-03-20'),
        ],
      };
    };
    const before = await stored.everything();
    const found = await as.post<BatchAnswer>('/inspections/batch', about(victim.subject));
    expect(changedTables(before, await stored.everything())).toEqual([]);
    const nobody = await as.post<BatchAnswer>('/inspections/batch', about(NOBODY.subject));
    const told = ({ body }: Answer<BatchAnswer>) =>
      JSON.stringify(body.answers.map(({ problem, ...answer }) => ({ ...answer, ...problem, instance: null })));
    expect(told(found).replaceAll(victim.subject, NOBODY.subject)).toBe(told(nobody));
    expect(outcomesOf(found.body)).toEqual(found.body.answers.map(() => '404 subject_unknown at /subject'));
  });
});

const decoded = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();
const withoutRole = ({ reach }: TestCaller): Pick<TestCaller, 'reach'> => (reach === undefined ? {} : { reach });

describe('whoever reaches an enterprise', () => {
  const INSIDERS: readonly (readonly [string, () => TestCaller])[] = [
    ['its town', () => ({ permissions: MACHINE_SCOPES, reach: reachOf('town-a') })],
    ['its district', () => ({ permissions: MACHINE_SCOPES, reach: reachOf('district') })],
    [
      'the enterprise itself',
      () => ({ permissions: MACHINE_SCOPES, reach: { kind: 'subject', subjectCode: victim.subject } }),
    ],
  ];

  it.each(INSIDERS)('%s is answered about it by every route that reads', async (_, caller) => {
    const as = client.as(caller());
    for (const [route, asked] of Object.entries(ABOUT_ONE)) {
      if (route.startsWith('GET')) expect([route, (await send(as, route, asked(victim))).status]).toEqual([route, 200]);
    }
    for (const path of ['/subjects', '/measures']) {
      expect(JSON.stringify((await as.get(path)).body)).toContain(victim.subject);
    }
  });

  it('sees in a list as many as those in his reach, in pages of any size', async () => {
    const as = client.as({ role: 'town_inspector', reach: reachOf('town-b') });
    const codes: string[] = [];
    let cursor = '';
    for (;;) {
      const { body } = await as.get<{ items: { code: string }[]; next: string | null }>(`/subjects?limit=1${cursor}`);
      expect(body.items).toHaveLength(1);
      codes.push(...body.items.map(({ code }) => code));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(codes).toEqual([creditCode(2), creditCode(3)]);
  });
});

describe('an enterprise that moved', () => {
  it('is seen with its whole history by the office in charge now', async () => {
    const as = client.as({ permissions: MACHINE_SCOPES, reach: reachOf('town-b') });
    for (const [route, asked] of Object.entries(ABOUT_ONE)) {
      if (route.startsWith('GET')) expect([route, (await send(as, route, asked(moved))).status]).toEqual([route, 200]);
    }
    const before = await as.get<{ readonly office: string }>(`/subjects/${moved.subject}?asOf=2026-03-09`);
    expect(before.body.office).toBe('town-a');
  });

  it('is not there any more for the office it left, which recorded about it', async () => {
    const as = client.as({ permissions: MACHINE_SCOPES, reach: reachOf('town-a') });
    for (const [route, asked] of Object.entries(ABOUT_ONE)) {
      expect([route, (await send(as, route, asked(moved))).status]).toEqual([route, 404]);
    }
    expect(JSON.stringify((await as.get('/subjects?asOf=2026-03-09')).body)).not.toContain(moved.subject);
  });
});

describe('a request for what is out of reach', () => {
  it('does not wait for whoever works on it', async () => {
    const as = client.as({ permissions: MACHINE_SCOPES, reach: reachOf('town-b') });
    await holding(stored, victim.subject, async () => {
      for (const route of ['POST /inspections', 'PATCH /subjects/:code', 'POST /measures/:id/completion']) {
        const { status } = await send(as, route, ABOUT_ONE[route]?.(victim) ?? { path: '' });
        expect(status).toBe(404);
      }
    });
  });
});

describe('the office that a request names', () => {
  const inTownB = (): Client => client.as({ permissions: MACHINE_SCOPES, reach: reachOf('town-b') });
  const told = '422 unprocessable: office_out_of_reach at';

  it.each(['town-a', 'bureau', 'town-z'])('is refused for a new enterprise: %s', async (office) => {
    expect(await service.refused(() => inTownB().post('/subjects', aSubject(50, { office })))).toBe(`${told} /office`);
  });

  it.each(['town-a', 'bureau'])('is refused for a move: %s', async (office) => {
    const move = { office, validFrom: '2026-03-20' };
    const refused = await service.refused(() => inTownB().patch(`/subjects/${creditCode(2)}`, move));
    expect(refused).toBe(`${told} /office`);
  });

  it.each(['town-a', 'bureau'])('is refused for an inspection, alone and in a batch: %s', async (office) => {
    const body = anInspection(creditCode(2), '2026-03-20', furnaceFacts(), { office });
    const alone = await service.refused(() => inTownB().post('/inspections', body, withKey));
    expect(alone).toBe(`${told} /office`);
    const entries = [{ ...entriesOf(creditCode(2)).inspection('k', '2026-03-20'), office }];
    const { body: answer } = await inTownB().post<BatchAnswer>('/inspections/batch', { entries });
    expect(outcomesOf(answer)).toEqual(['422 office_out_of_reach at /office']);
  });

  it('may be any of those in reach', async () => {
    const district = client.as({ role: 'district_officer', reach: reachOf('district') });
    const entered = await district.post('/subjects', aSubject(60, { office: 'town-a' }));
    expect(entered.status).toBe(201);
    const move = await district.patch(`/subjects/${creditCode(60)}`, { office: 'town-b', validFrom: '2026-03-20' });
    expect(move.status).toBe(200);
    const body = anInspection(creditCode(60), '2026-03-20', furnaceFacts(), { office: 'bureau', kind: 'spot_check' });
    const inspected = await district.post('/inspections', body, { headers: { 'idempotency-key': 'by-the-bureau' } });
    expect(inspected.status).toBe(201);
  });

  it('is refused where an office is set up below it, or ended', async () => {
    const district = client.as({ role: 'district_officer', reach: reachOf('district') });
    const below = aTown('town-y', { parent: 'bureau-2' });
    expect(await service.refused(() => district.post('/offices', below))).toBe(`${told} /parent`);
    const root = { code: 'district-3', level: 'jurisdiction', name: '第三区', validFrom: '2021-01-01' };
    expect(await service.refused(() => district.post('/offices', root))).toBe(`${told} /code`);
    const end = await service.refused(() => district.patch('/offices/town-z', { validTo: '2027-01-01' }));
    expect(end).toBe(`${told} /path/code`);
    expect((await district.post('/offices', aTown('town-c'))).status).toBe(201);
    expect((await district.patch('/offices/town-c', { validTo: '2027-01-01' })).status).toBe(200);
  });

  it('is ended without naming whom it was in charge of, once they are out of reach', async () => {
    const district = client.as({ role: 'district_officer', reach: reachOf('district') });
    await district.post('/offices', aTown('town-d'));
    await district.post('/subjects', aSubject(70, { office: 'town-d' }));
    const end = () =>
      district.patch<ProblemDocument>(
        '/offices/town-d',
        { validTo: '2026-03-01' },
        { headers: { 'accept-language': 'en' } },
      );
    expect((await end()).body.detail).toContain(creditCode(70));
    await client.patch(`/subjects/${creditCode(70)}`, { office: 'town-z', validFrom: '2026-03-15' });
    const { status, body } = await end();
    expect([status, body.errors[0]?.code]).toEqual([409, 'office_has_subjects']);
    expect(body.detail).toContain('such as one that has left your reach');
    expect(JSON.stringify(body)).not.toContain(creditCode(70));
  });

  it('is no secret: the whole tree is there for whoever may see it', async () => {
    const { body } = await inTownB().get<{ readonly items: readonly { readonly code: string }[] }>('/offices');
    expect(body.items.map(({ code }) => code)).toEqual(expect.arrayContaining(['town-a', 'town-b', 'town-z']));
  });
});

describe('the code of an enterprise out of reach', () => {
  it('cannot be entered a second time, which is all that is told of it', async () => {
    const as = client.as({ permissions: MACHINE_SCOPES, reach: reachOf('town-b') });
    const again = () => as.post('/subjects', aSubject(1, { office: 'town-b' }));
    expect(await service.refused(again)).toBe('409 conflict: subject_exists at /code');
    expect(refusal(await as.get(`/subjects/${creditCode(1)}`))).toBe('404 not_found: subject_unknown at /path/code');
  });
});
