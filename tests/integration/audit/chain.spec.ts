import { contentHash } from '../../../src/core';
import { readOneMoment } from '../../../src/database/row-source';
import { verifyAudit } from '../../../src/audit/verification/verify-audit';
import { anInspection, furnaceFacts, inspect } from '../../support/furnace.builder';
import { setUpOffices } from '../../support/register.builder';
import { useService } from '../inspections/service';

const WRITERS = 50;

const service = useService({ environment: { POOL_SIZE: '25' } });
const { client, stored } = service;

interface Link {
  readonly jurisdiction: string;
  readonly number: number;
  readonly hash: string;
  readonly action: string;
  readonly content: string;
}

const links = (): Promise<Link[]> =>
  stored.rows<Link>(
    `SELECT l.jurisdiction, l.number, l.hash, e.action, e.content
       FROM audit_link l JOIN audit_event e ON e.id = l.event_id ORDER BY l.jurisdiction, l.number`,
  );

const linksOf = async (jurisdiction: string): Promise<Link[]> =>
  (await links()).filter((link) => link.jurisdiction === jurisdiction);

const breaks = async (): Promise<unknown> => (await readOneMoment(stored.dataSource, verifyAudit)).breaks;

describe('the chains of the audit', () => {
  it('have one for what belongs to no jurisdiction, and one for each jurisdiction', async () => {
    const subject = await service.register(1);
    await service.inspected(subject, '2026-06-12', { 'furnaces.withLeakAlarm': 1 });
    const actions = async (chain: string): Promise<readonly string[]> =>
      (await linksOf(chain)).map(({ action }) => action);
    expect(new Set(await actions('*'))).toContain('rule_set_version.published');
    expect(await actions('district')).toEqual([
      ...Array<string>(4).fill('office.created'),
      'subject.registered',
      'inspection.recorded',
      'measure.created',
    ]);
  });

  it('keep another jurisdiction apart', async () => {
    const district = { code: 'other', level: 'jurisdiction', name: '另一区', validFrom: '2021-01-01' };
    const bureau = { ...district, code: 'other-bureau', level: 'bureau', parent: 'other' };
    const town = { ...district, code: 'other-town', level: 'town', parent: 'other-bureau' };
    const before = (await linksOf('district')).length;
    for (const office of [district, bureau, town]) expect((await client.post('/offices', office)).status).toBe(201);
    await service.register(2, { office: 'other-town' });
    expect(await linksOf('other')).toHaveLength(4);
    expect(await linksOf('district')).toHaveLength(before);
  });

  it('hash the canonical JSON of event, jurisdiction, number and hash before', async () => {
    let previous: string | null = null;
    for (const { jurisdiction, number, hash, content } of await linksOf('district')) {
      const event: unknown = JSON.parse(content);
      expect(contentHash({ event, jurisdiction, number, previous })).toBe(hash);
      previous = hash;
    }
    expect(await stored.rows(`SELECT hash FROM audit_chain WHERE jurisdiction = 'district'`)).toEqual([
      { hash: previous },
    ]);
  });

  it('tell who, from where, by which version, and under which request', async () => {
    const subject = await service.register(3);
    const body = anInspection(subject, '2026-06-12', furnaceFacts());
    const headers = { 'idempotency-key': 'told-1', 'x-request-id': 'request-told-1' };
    const { status } = await client.post('/inspections', body, { headers });
    expect(status).toBe(201);
    const [event] = await stored.rows<{ content: string }>(
      `SELECT content FROM audit_event WHERE correlation_id = 'request-told-1'`,
    );
    const hash = expect.stringMatching(/^sha256:/) as string;
    const at = expect.stringMatching(/Z$/) as string;
    expect(JSON.parse(event?.content ?? '')).toEqual({
      at,
      actor: { kind: 'api_key', id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, name: 'test' },
      sourceAddress: '127.0.0.1',
      action: 'inspection.recorded',
      entity: 'record',
      entityId: expect.any(String) as string,
      before: null,
      after: expect.objectContaining({ subject, points: 0, factsHash: hash }) as object,
      ruleSet: expect.objectContaining({ version: '1.0.0', hash }) as object,
      correlationId: 'request-told-1',
    });
  });

  it(`stay one unbroken chain under ${WRITERS} writers at once`, async () => {
    const subjects: string[] = [];
    for (let n = 0; n < WRITERS; n += 1) subjects.push(await service.register(100 + n));
    const before = (await linksOf('district')).length;
    const answers = await Promise.all(
      subjects.map((subject) => inspect(client, anInspection(subject, '2026-06-12', furnaceFacts()))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(WRITERS).fill(201));
    const chain = await linksOf('district');
    expect(chain).toHaveLength(before + WRITERS);
    expect(chain.map(({ number }) => number)).toEqual(chain.map((_, place) => place + 1));
    expect(await breaks()).toEqual([]);
  }, 60_000);

  it('have no hole where a transaction is undone at the last moment', async () => {
    const before = await links();
    const heads = await stored.rows('SELECT * FROM audit_chain ORDER BY 1');
    // Deferred like the chain itself, but after it: the link is made, and undone with everything else.
    await stored.rows(`
      CREATE FUNCTION refuse_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no commit'; END $$;
      CREATE CONSTRAINT TRIGGER audit_link_refused AFTER INSERT ON audit_link DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION refuse_commit()`);
    const subject = { level: 'jurisdiction', name: '区', validFrom: '2021-01-01' };
    const refused = await client.post('/offices', { ...subject, code: 'never' });
    await stored.rows('DROP TRIGGER audit_link_refused ON audit_link; DROP FUNCTION refuse_commit()');
    expect(refused.status).toBe(500);
    expect(await links()).toEqual(before);
    expect(await stored.rows('SELECT * FROM audit_chain ORDER BY 1')).toEqual(heads);
    expect((await client.post('/offices', { ...subject, code: 'after' })).status).toBe(201);
    expect((await linksOf('after')).map(({ number }) => number)).toEqual([1]);
    expect(await breaks()).toEqual([]);
  });

  it('take two events of one transaction in the order in which they were told', async () => {
    const subject = await service.register(4);
    await service.inspected(subject, '2026-06-12', { 'site.waterZones': 1 });
    const last = (await linksOf('district')).slice(-3).map(({ action }) => action);
    expect(last).toEqual(['inspection.recorded', 'measure.created', 'measure.created']);
  });

  it('are known to a service that starts on them', async () => {
    await expect(setUpOffices(client)).rejects.toThrow('office_exists');
    expect(await breaks()).toEqual([]);
  });
});
