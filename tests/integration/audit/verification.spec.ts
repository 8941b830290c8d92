import { AuditBreak, AuditReport } from '../../../src/audit/verification/audit-break';
import { Head } from '../../../src/audit/verification/chain-check';
import { verifyAudit } from '../../../src/audit/verification/verify-audit';
import { rowsOf } from '../../../src/database/row-source';
import { useService } from '../inspections/service';

const service = useService();
const { stored } = service;

beforeAll(async () => {
  const subject = await service.register(1);
  const { findings } = await service.inspected(subject, '2026-06-12', { 'furnaces.withLeakAlarm': 1 });
  await service.taken(`/findings/${findings[0]?.id}/rectification`, { completedOn: '2026-06-14' });
});

const TABLES = ['audit_event', 'audit_link', 'audit_chain', 'rule_set_version', 'record', 'inspection'];

/** What verification finds after somebody who may do everything to the database did this; it is undone again. */
async function verifiedAfter(statements: string, noted?: ReadonlyMap<string, Head>): Promise<AuditReport> {
  const runner = stored.dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    const triggers = (state: string): string =>
      TABLES.map((table) => `ALTER TABLE ${table} ${state} TRIGGER USER;`).join(' ');
    await runner.query(`${triggers('DISABLE')} ALTER TABLE audit_link DROP CONSTRAINT audit_link_event_id_key`);
    for (const statement of statements.split(';')) if (statement.trim() !== '') await runner.query(statement);
    return await verifyAudit(rowsOf(runner), noted);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const brokenBy = async (statements: string): Promise<readonly AuditBreak[]> => (await verifiedAfter(statements)).breaks;

const EVENT = `(SELECT event_id FROM audit_link WHERE jurisdiction = 'district' AND number = 3)`;
const ZERO = `sha256:${'0'.repeat(64)}`;

describe('the verification of the audit', () => {
  it('finds nothing where nothing was changed, and tells the heads', async () => {
    const report = await verifiedAfter('');
    expect(report).toMatchObject({ records: 2, versions: 1, breaks: [] });
    expect(report.chains.map(({ jurisdiction, events }) => [jurisdiction, events])).toEqual([
      // The shipped version and its period, and the keys of the template and of this service.
      ['*', 4],
      ['district', 8],
    ]);
    expect(report.chains.every(({ head }) => /^sha256:[0-9a-f]{64}$/.test(head ?? ''))).toBe(true);
  });

  it.each<readonly [string, string, string, Partial<AuditBreak>]>([
    [
      'a word of an event',
      `UPDATE audit_event SET content = replace(content, '"test"', '"nobody"') WHERE id = ${EVENT}`,
      'link_hash_differs',
      { number: 3 },
    ],
    [
      'a space in an event',
      `UPDATE audit_event SET content = replace(content, '{"', '{ "') WHERE id = ${EVENT}`,
      'text_not_canonical',
      { number: 3 },
    ],
    [
      'an event that is no JSON',
      `UPDATE audit_event SET content = 'x' WHERE id = ${EVENT}`,
      'text_not_canonical',
      { number: 3 },
    ],
    [
      'a column of an event',
      `UPDATE audit_event SET actor = 'account:x' WHERE id = ${EVENT}`,
      'column_differs',
      {
        number: 3,
        what: 'actor',
        expected: expect.stringMatching(/^"api_key:[0-9a-f-]{36}"$/) as string,
        found: '"account:x"',
      },
    ],
    [
      'the time of an event',
      `UPDATE audit_event SET at = at + interval '1 ms' WHERE id = ${EVENT}`,
      'column_differs',
      { number: 3, what: 'at' },
    ],
    [
      'what an event says it became',
      `UPDATE audit_event SET after = '{"a": 1}' WHERE id = ${EVENT}`,
      'column_differs',
      { number: 3, what: 'after' },
    ],
    [
      'a hash',
      `UPDATE audit_link SET hash = '${ZERO}' WHERE jurisdiction = 'district' AND number = 3`,
      'link_hash_differs',
      { number: 3 },
    ],
    [
      'two links exchanged',
      `UPDATE audit_link SET number = 1000 WHERE jurisdiction = 'district' AND number = 3;
        UPDATE audit_link SET number = 3 WHERE jurisdiction = 'district' AND number = 4;
        UPDATE audit_link SET number = 4 WHERE jurisdiction = 'district' AND number = 1000`,
      'link_hash_differs',
      { number: 3 },
    ],
    [
      'the last hash and the head',
      `UPDATE audit_chain SET hash = '${ZERO}' WHERE jurisdiction = 'district'`,
      'head_differs',
      { number: 8 },
    ],
    ['the head taken away', `DELETE FROM audit_chain WHERE jurisdiction = 'district'`, 'head_differs', { number: 8 }],
  ])('names what was changed: %s', async (_, statements, code, more) => {
    expect(await brokenBy(statements)).toMatchObject([{ code, jurisdiction: 'district', ...more }]);
  });

  it('names an event that was removed, with its link or without', async () => {
    expect(await brokenBy(`DELETE FROM audit_event WHERE id = ${EVENT}`)).toMatchObject([
      { code: 'event_missing', jurisdiction: 'district', number: 3, eventId: expect.any(Number) as number },
    ]);
    const both = `DELETE FROM audit_event WHERE id = ${EVENT}; DELETE FROM audit_link WHERE jurisdiction = 'district' AND number = 3`;
    expect(await brokenBy(both)).toMatchObject([{ code: 'number_missing', number: 4, expected: '3' }]);
    const last = `DELETE FROM audit_link WHERE jurisdiction = 'district' AND number = 8`;
    expect(await brokenBy(last)).toMatchObject([{ code: 'head_differs', number: 7 }, { code: 'event_unlinked' }]);
  });

  it('names an event that is in no chain, and one that is in two', async () => {
    const added = `INSERT INTO audit_event (at, actor, actor_name, action, entity, entity_id, correlation_id, content)
                   VALUES (now(), 'a', 'a', 'b', 'c', 'd', 'e', '{}')`;
    expect(await brokenBy(added)).toEqual([{ code: 'event_unlinked', eventId: expect.any(Number) as number }]);
    const twice = `INSERT INTO audit_chain VALUES ('x', 1, '${ZERO}'); INSERT INTO audit_link VALUES ('x', 1, ${EVENT}, '${ZERO}')`;
    expect((await brokenBy(twice)).map(({ code }) => code)).toEqual(['link_hash_differs', 'event_linked_twice']);
  });

  it.each<readonly [string, string, string]>([
    ['its hash', `UPDATE rule_set_version SET hash = '${ZERO}'`, 'version_hash_differs'],
    [
      'points in it',
      `UPDATE rule_set_version SET canonical = replace(canonical, '"points":3', '"points":4')`,
      'version_hash_differs',
    ],
    ['its whitespace', `UPDATE rule_set_version SET canonical = canonical || ' '`, 'version_text_not_canonical'],
    ['its number', `UPDATE rule_set_version SET version = '1.0.1'`, 'version_name_differs'],
  ])('names a published version of which somebody changed %s', async (_, statement, code) => {
    expect((await brokenBy(statement))[0]).toMatchObject({
      code,
      entity: expect.stringMatching(/^taizhou-hailing-furnace 1\.0\.[01]$/) as string,
    });
  });

  it.each<readonly [string, string, Partial<AuditBreak>]>([
    [
      'a fact',
      `UPDATE inspection SET facts = jsonb_set(facts, '{furnaces,withLeakAlarm}', '2')`,
      { code: 'record_differs', what: 'factsHash' },
    ],
    [
      'the points',
      'UPDATE inspection SET points = 1',
      { code: 'record_differs', what: 'points', expected: '3', found: '1' },
    ],
    [
      'who inspected',
      `UPDATE inspection SET inspectors = '["x"]'`,
      { code: 'record_differs', what: 'inspectors', found: '["x"]' },
    ],
    [
      'the day',
      `UPDATE record SET day = '2026-06-11' WHERE type = 'inspection'`,
      { code: 'record_differs', what: 'day' },
    ],
    [
      'what a record says',
      `UPDATE record SET content = content || '{"finding": null}' WHERE type = 'rectification'`,
      { code: 'record_differs', what: 'finding' },
    ],
    ['the version', `UPDATE inspection SET version_hash = '${ZERO}'`, { code: 'inspection_version_differs' }],
    ['its existence', `DELETE FROM record WHERE type = 'rectification'`, { code: 'record_missing' }],
    [
      'its event',
      `UPDATE audit_event SET entity = 'x' WHERE entity = 'record' AND action LIKE 'rectification%'`,
      { code: 'record_without_event' },
    ],
  ])('names a record of which somebody changed %s', async (_, statement, found) => {
    expect((await brokenBy(statement)).at(-1)).toMatchObject({ entity: expect.any(String) as string, ...found });
  });

  it('holds a chain that was made anew from the start to what was noted of it', async () => {
    const { chains } = await verifiedAfter('');
    const noted = new Map(
      chains.map(({ jurisdiction, events, head }) => [jurisdiction, { number: events, hash: head }]),
    );
    expect((await verifiedAfter('', noted)).breaks).toEqual([]);
    const anew = `UPDATE audit_event SET content = replace(content, '"test"', '"nobody"'), actor = replace(actor, 'test', 'nobody'),
        actor_name = 'nobody' WHERE id = ${EVENT};
      DELETE FROM audit_link WHERE jurisdiction = 'district';
      UPDATE audit_chain SET number = 0, hash = NULL WHERE jurisdiction = 'district';
      SELECT append_audit_link(e) FROM (SELECT * FROM audit_event ORDER BY id) e WHERE audit_jurisdiction(e.entity, e.entity_id) = 'district'`;
    expect((await verifiedAfter(anew)).breaks).toEqual([]);
    expect((await verifiedAfter(anew, noted)).breaks).toMatchObject([
      { code: 'noted_head_differs', jurisdiction: 'district', number: 8 },
    ]);
    const more = new Map([
      ['district', { number: 9, hash: ZERO }],
      ['gone', { number: 1, hash: ZERO }],
    ]);
    expect((await verifiedAfter('', more)).breaks).toMatchObject([
      { code: 'noted_head_missing', jurisdiction: 'district' },
      { code: 'noted_head_missing', jurisdiction: 'gone' },
    ]);
  });
});
