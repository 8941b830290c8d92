import { Client, refusal } from '../../support/client';
import { allFurnaceFacts, anInspection, FURNACE, furnaceFacts, inspect } from '../../support/furnace.builder';
import { endConnections, useService } from '../inspections/service';

const service = useService();
const { client } = service;
const LEAK = { 'furnaces.withLeakAlarm': 1 };

async function figures(as: Client = client): Promise<ReadonlyMap<string, number>> {
  const { status, body, headers } = await as.get<string>('/metrics');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

const VERSION = `rule_set="${FURNACE}",version="1.0.0"`;
const RECORDED = `jifen_scorings_total{${VERSION},purpose="recorded"}`;
const TRIED = `jifen_scorings_total{${VERSION},purpose="tried"}`;

describe('/metrics', () => {
  it('is for those with the permission', async () => {
    expect(refusal(await client.anonymous().get('/metrics'))).toMatch(/^401 /);
    expect(refusal(await client.as({ role: 'town_inspector' }).get('/metrics'))).toMatch(/^403 /);
    await figures(client.as({ role: 'auditor' }));
    await figures(client.as({ permissions: ['metrics.read'] }));
  });

  it('counts inspections and the points of their items once, however often they are sent', async () => {
    const code = await service.register(1);
    const body = anInspection(code, '2026-06-12', furnaceFacts(LEAK));
    for (let n = 0; n < 3; n += 1) expect((await inspect(client, body, 'metrics-0001')).status).toBe(201);
    const seen = await figures();
    expect(seen.get(RECORDED)).toBe(1);
    expect(seen.get(`jifen_item_points_total{${VERSION},item="F09"}`)).toBe(3);
    expect(seen.get(`jifen_item_points_total{${VERSION},item="F01"}`)).toBeUndefined();
  });

  it('counts nothing of an inspection that was refused', async () => {
    const before = (await figures()).get(RECORDED);
    const refused = await inspect(client, anInspection('91000000MA00000030', '2026-06-12'));
    expect(refused.status).toBe(404);
    expect((await figures()).get(RECORDED)).toBe(before);
  });

  it('counts what was only tried apart', async () => {
    const before = (await figures()).get(RECORDED);
    const scoring = { ruleSet: FURNACE, asOf: '2026-06-12', facts: allFurnaceFacts(LEAK) };
    expect((await client.post('/scorings', scoring)).status).toBe(200);
    const seen = await figures();
    expect(seen.get(TRIED)).toBe(1);
    expect(seen.get(RECORDED)).toBe(before);
  });

  it('counts requests by route and status, never by address', async () => {
    await client.get('/subjects/91000000MA00000030');
    await client.get('/no/such/address');
    const seen = await figures();
    const route = 'route="/api/v1/subjects/:code"';
    expect(seen.get(`jifen_http_requests_total{method="GET",${route},status="404"}`)).toBe(1);
    expect(seen.get(`jifen_http_request_duration_seconds_count{method="GET",${route}}`)).toBe(1);
    expect(seen.get('jifen_http_requests_total{method="GET",route="none",status="404"}')).toBe(1);
    expect([...seen.keys()].join('\n')).not.toContain('91000000');
  });

  it('tells the pool, the jobs and the process', async () => {
    await service.stored.rows(`INSERT INTO pgboss.job (name, data) VALUES ('daily-measures', '{}')`);
    const seen = await figures();
    expect(seen.get('jifen_database_up')).toBe(1);
    expect(seen.get('jifen_database_connections{state="waiting"}')).toBe(0);
    expect(seen.get('jifen_database_connections{state="idle"}')).toBeGreaterThanOrEqual(0);
    expect(seen.get('jifen_jobs{queue="daily-measures",state="created"}')).toBe(1);
    expect(seen.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('answers although connections are lost', async () => {
    await endConnections(service.stored, 'all');
    expect([0, 1]).toContain((await figures()).get('jifen_database_up'));
  });
});
