import { MACHINE_SCOPES } from '../../../src/access/account-roles';
import { TestCaller } from '../../support/test-callers';
import { aTown } from '../../support/register.builder';
import { useService } from '../inspections/service';

const service = useService({ now: '2026-03-20T09:00:00+08:00' });
const { client, stored } = service;

type Fields = Readonly<Record<string, unknown>>;
interface Inspector {
  readonly certificateNumber: string;
  readonly validity: readonly { readonly from: string; readonly to: string | null }[];
  readonly entries: readonly Fields[];
}
interface Page {
  readonly items: readonly Inspector[];
  readonly next: string | null;
}

const anInspector = (certificateNumber: string, more: Fields = {}): Fields => ({
  certificateNumber,
  name: '示例检查员',
  office: 'town-a',
  validFrom: '2021-01-01',
  validTo: '2026-01-01',
  ...more,
});
const enter = (certificateNumber: string, more: Fields = {}) =>
  service.taken<Inspector>('/inspectors', anInspector(certificateNumber, more));
const renew = (number: string, days: Fields) => client.post<Inspector>(`/inspectors/${number}/renewals`, days);
const revoke = (number: string, revokedFrom: string, reason = '调离执法岗位') =>
  client.post<Inspector>(`/inspectors/${number}/revocations`, { revokedFrom, reason });
const numbers = async (query = '', as = client): Promise<readonly string[]> =>
  (await as.get<Page>(`/inspectors?${query}`)).body.items.map(({ certificateNumber }) => certificateNumber);

const RECORDED = '2026-03-20T01:00:00.000Z';

describe('an inspector', () => {
  it('is entered with the certificate and shown as entered', async () => {
    const expected = {
      certificateNumber: '320000001',
      name: '示例检查员',
      office: 'town-a',
      validity: [{ from: '2021-01-01', to: '2026-01-01' }],
      entries: [{ type: 'period', validFrom: '2021-01-01', validTo: '2026-01-01', recordedAt: RECORDED }],
    };
    expect(await enter('320000001')).toEqual(expected);
    expect((await client.get('/inspectors/320000001')).body).toEqual(expected);
  });

  it('may have a certificate without an end, and be asked for as people type', async () => {
    await service.taken('/inspectors', { ...anInspector('苏Ｍ０１（执）'), validTo: undefined });
    const { status, body } = await client.get<Inspector>(`/inspectors/${encodeURIComponent('苏M01（执）')}`);
    expect([status, body.certificateNumber]).toEqual([200, '苏M01(执)']);
    expect(body.validity).toEqual([{ from: '2021-01-01', to: null }]);
  });

  it('is renewed and revoked by later entries, which all stay', async () => {
    await enter('320000002');
    const renewed = await renew('320000002', { validFrom: '2026-01-01', validTo: '2031-01-01' });
    expect([renewed.status, renewed.body.validity]).toEqual([201, [{ from: '2021-01-01', to: '2031-01-01' }]]);
    const revoked = await revoke('320000002', '2026-03-20');
    expect([revoked.status, revoked.body.validity]).toEqual([201, [{ from: '2021-01-01', to: '2026-03-20' }]]);
    const again = await renew('320000002', { validFrom: '2026-06-01', validTo: '2031-01-01' });
    expect(again.body.validity).toEqual([
      { from: '2021-01-01', to: '2026-03-20' },
      { from: '2026-06-01', to: '2031-01-01' },
    ]);
    expect(again.body.entries).toEqual([
      { type: 'period', validFrom: '2021-01-01', validTo: '2026-01-01', recordedAt: RECORDED },
      { type: 'period', validFrom: '2026-01-01', validTo: '2031-01-01', recordedAt: RECORDED },
      { type: 'revocation', revokedFrom: '2026-03-20', reason: '调离执法岗位', recordedAt: RECORDED },
      { type: 'period', validFrom: '2026-06-01', validTo: '2031-01-01', recordedAt: RECORDED },
    ]);
  });

  it('is audited with every change, before and after', async () => {
    const events = await stored.rows<{ action: string; before: Inspector | null; after: Inspector }>(
      `SELECT action, before, after FROM audit_event WHERE entity = 'inspector' AND entity_id = '320000002' ORDER BY id`,
    );
    expect(events.map(({ action, before, after }) => [action, before?.entries.length, after.entries.length])).toEqual([
      ['inspector.entered', undefined, 1],
      ['inspector.renewed', 1, 2],
      ['inspector.revoked', 2, 3],
      ['inspector.renewed', 3, 4],
    ]);
  });

  it.each<[string, () => Promise<{ status: number; headers: Fields; body: unknown }>, string]>([
    [
      'twice',
      () => client.post('/inspectors', anInspector('320000001')),
      '409 conflict: inspector_exists at /certificateNumber',
    ],
    [
      'twice, typed another way',
      () => client.post('/inspectors', anInspector('３２００００００１')),
      '409 conflict: inspector_exists at /certificateNumber',
    ],
    [
      'under a number that cannot be kept',
      () => client.post('/inspectors', anInspector('a¨b')),
      '422 unprocessable: certificate_number_invalid at /certificateNumber',
    ],
    [
      'of an office that is not there',
      () => client.post('/inspectors', anInspector('320000099', { office: 'nowhere' })),
      '422 unprocessable: office_unknown at /office',
    ],
    [
      'for no day',
      () => client.post('/inspectors', anInspector('320000099', { validTo: '2021-01-01' })),
      '422 unprocessable: certificate_days_reversed at /validTo',
    ],
    [
      'with a space in the number',
      () => client.post('/inspectors', anInspector('320 099')),
      '400 invalid_request: format_unmet at /certificateNumber',
    ],
  ])('is not entered %s', async (_, send, told) => expect(await service.refused(send)).toBe(told));

  it.each<[string, () => Promise<{ status: number; headers: Fields; body: unknown }>, string]>([
    [
      'renewed for days on which it is valid',
      () => renew('320000001', { validFrom: '2025-01-01', validTo: '2026-01-01' }),
      '409 conflict: certificate_valid_already at /validFrom',
    ],
    [
      'renewed for no day',
      () => renew('320000001', { validFrom: '2026-01-01', validTo: '2025-01-01' }),
      '422 unprocessable: certificate_days_reversed at /validTo',
    ],
    [
      'revoked from the day on which it ends',
      () => revoke('320000001', '2026-01-01'),
      '409 conflict: certificate_not_valid_since at /revokedFrom',
    ],
    [
      'revoked from tomorrow',
      () => revoke('320000002', '2026-03-21'),
      '422 unprocessable: revoked_in_future at /revokedFrom',
    ],
    [
      'renewed where there is none',
      () => renew('999', { validFrom: '2026-01-01' }),
      '404 not_found: inspector_unknown at /path/certificateNumber',
    ],
    [
      'revoked where there is none',
      () => revoke('999', '2026-01-01'),
      '404 not_found: inspector_unknown at /path/certificateNumber',
    ],
  ])('is not %s', async (_, send, told) => expect(await service.refused(send)).toBe(told));

  it('is revoked once, however many requests race', async () => {
    await enter('320000003', { validTo: '2031-01-01' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => revoke('320000003', '2026-03-01')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await client.get<Inspector>('/inspectors/320000003')).body.entries).toHaveLength(2);
  });
});

describe('the list of inspectors', () => {
  beforeAll(async () => {
    await enter('L1', { validTo: '2031-01-01' });
    await enter('L2', { office: 'town-b', validFrom: '2026-03-20', validTo: '2026-03-21' });
    await enter('L3', { office: 'bureau', validTo: undefined });
    await revoke('L3', '2026-03-20');
    await enter('L4', { office: 'bureau', validTo: undefined });
    await revoke('L4', '2026-03-10');
    await renew('L4', { validFrom: '2026-03-20' });
  });
  const listed = async (query = '') => (await numbers(query)).filter((number) => number.startsWith('L'));

  it.each([
    ['', ['L1', 'L2', 'L3', 'L4']],
    ['office=town-b', ['L2']],
    ['office=bureau', ['L1', 'L2', 'L3', 'L4']],
    ['validOn=2026-03-09', ['L1', 'L3', 'L4']],
    ['validOn=2026-03-10', ['L1', 'L3']],
    ['validOn=2026-03-19', ['L1', 'L3']],
    ['validOn=2026-03-20', ['L1', 'L2', 'L4']],
    ['validOn=2026-03-21', ['L1', 'L4']],
    ['validOn=2031-01-01', ['L4']],
    ['validOn=2020-12-31', []],
  ])('with %s has %j', async (query, expected) => expect(await listed(query)).toEqual(expected));

  it('finds valid on a day what is shown as valid on it', async () => {
    const { items } = (await client.get<Page>('/inspectors?limit=200')).body;
    for (const day of [
      '2020-12-31',
      '2021-01-01',
      '2025-12-31',
      '2026-01-01',
      '2026-03-19',
      '2026-03-20',
      '2026-06-01',
    ]) {
      const shown = items.filter(({ validity }) =>
        validity.some(({ from, to }) => from <= day && (to === null || day < to)),
      );
      expect([day, await numbers(`limit=200&validOn=${day}`)]).toEqual([
        day,
        shown.map(({ certificateNumber }) => certificateNumber),
      ]);
    }
  });

  it('pages through all of them once', async () => {
    const all = await numbers('limit=200');
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await client.get<Page>(`/inspectors?limit=2${cursor}`);
      seen.push(...body.items.map(({ certificateNumber }) => certificateNumber));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen).toEqual(all);
  });

  it.each([
    ['office=nowhere', '422 unprocessable: office_unknown at /query/office'],
    ['validOn=2026-02-30', '400 invalid_request: no_such_day at /query/validOn'],
    ['cursor=x', '400 invalid_request: cursor_unknown at /query/cursor'],
  ])('is refused with %s', async (query, told) => {
    expect(await service.refused(() => client.get(`/inspectors?${query}`))).toBe(told);
  });
});

describe('inspectors out of reach', () => {
  let inTownB: TestCaller;
  beforeAll(async () => {
    await service.taken('/offices', aTown('town-r'));
    await enter('R1', { validTo: undefined });
    await enter('R2', { office: 'town-r', validTo: undefined });
    const [town] = await stored.rows<{ id: string }>(`SELECT id FROM office WHERE code = 'town-r'`);
    inTownB = { permissions: MACHINE_SCOPES, reach: { kind: 'offices', officeIds: [town?.id ?? ''] } };
  });

  it('are in no list, nor is the office a way to them', async () => {
    expect(await numbers('', client.as(inTownB))).toEqual(['R2']);
    expect(await numbers('office=town-a', client.as(inTownB))).toEqual([]);
  });

  it.each<['GET' | 'POST', string, object | undefined, number]>([
    ['GET', '', undefined, 200],
    ['POST', '/renewals', { validFrom: '2020-01-01' }, 201],
    ['POST', '/revocations', { revokedFrom: '2026-03-01', reason: '调离' }, 201],
  ])('are answered to %s %s as those who do not exist', async (method, path, body, status) => {
    const as = client.as(inTownB);
    const send = (number: string) => as.send(method, `/inspectors/${number}${path}`, { body });
    const told = '404 not_found: inspector_unknown at /path/certificateNumber';
    expect(await service.refused(() => send('R1'))).toBe(told);
    expect(await service.refused(() => send('R9'))).toBe(told);
    expect((await send('R2')).status).toBe(status);
  });

  it('are not entered', async () => {
    const told = await service.refused(() => client.as(inTownB).post('/inspectors', anInspector('R3')));
    expect(told).toBe('422 unprocessable: office_out_of_reach at /office');
  });

  it('are all out of the reach of an enterprise', async () => {
    const reach = { kind: 'subject', subjectCode: await service.register(99) } as const;
    expect(await numbers('', client.as({ permissions: MACHINE_SCOPES, reach }))).toEqual([]);
  });
});
