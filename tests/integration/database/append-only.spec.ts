import { auditText } from '../../../src/audit/audit-content';
import { ANONYMOUS } from '../../../src/audit/audit-origin';
import { useTestDatabase } from '../../support/database';
import { createDataSource } from '../../../src/database/data-source';
import { useStored } from '../../support/stored';
import { DataSource } from 'typeorm';

const database = useTestDatabase();
const stored = useStored(database);
const EVENT = auditText(
  { actor: ANONYMOUS, sourceAddress: '127.0.0.1', correlationId: 'e' },
  new Date('2026-01-01T00:00:00Z'),
  { action: 'b', entity: 'c', entityId: 'd' },
);
let service: DataSource;

beforeAll(async () => {
  service = await createDataSource({ url: database.serviceUrl }).initialize();
  await stored.rows(`
    INSERT INTO office (id, code, level, name, valid_from, created_at)
      VALUES ('00000000-0000-0000-0000-000000000001', 'district', 'jurisdiction', '区', '2021-01-01', now());
    INSERT INTO subject (id, code, created_at)
      VALUES ('00000000-0000-0000-0000-000000000002', '91000000MA0000001R', now());
    INSERT INTO subject_entry (subject_id, number, valid_from, name, trade, state, office_id, recorded_at)
      VALUES ('00000000-0000-0000-0000-000000000002', 1, '2025-10-01', '厂', 'other', 'producing',
              '00000000-0000-0000-0000-000000000001', now());
    INSERT INTO rule_set VALUES ('rules', now());
    INSERT INTO rule_set_version (id, rule_set_id, version, hash, canonical, status, shipped, published_at)
      VALUES ('00000000-0000-0000-0000-000000000003', 'rules', '1.0.0', 'sha256:${'0'.repeat(64)}', '{}', 'published', true, now());
    INSERT INTO rule_set_period (rule_set_id, version_id, days)
      VALUES ('rules', '00000000-0000-0000-0000-000000000003', '[2025-10-01,2026-10-01)');
    INSERT INTO record (id, subject_id, rule_set_id, number, key, type, day, known_at, recorded_at, version_id, content)
      VALUES ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000002', 'rules', 1, 'k', 'inspection',
              '2026-01-01', now(), now(), '00000000-0000-0000-0000-000000000003', '{}');
    INSERT INTO inspection VALUES ('00000000-0000-0000-0000-000000000004', 'h', 'routine',
              '00000000-0000-0000-0000-000000000001', '[]', '{}', 3, '{}');
    INSERT INTO inspector (id, certificate_number, name, office_id, created_at)
      VALUES ('00000000-0000-0000-0000-000000000007', '1', '甲', '00000000-0000-0000-0000-000000000001', now());
    INSERT INTO inspector_entry (inspector_id, number, type, valid_from, recorded_at)
      VALUES ('00000000-0000-0000-0000-000000000007', 1, 'period', '2021-01-01', now());
    INSERT INTO finding VALUES ('00000000-0000-0000-0000-000000000005', '00000000-0000-0000-0000-000000000004', 'F01', 3, '2026-02-01');
    INSERT INTO measure (id, subject_id, rule_set_id, version_id, rung, cycle_from, cycle_to, due_on, state, created_at)
      VALUES ('00000000-0000-0000-0000-000000000006', '00000000-0000-0000-0000-000000000002', 'rules',
              '00000000-0000-0000-0000-000000000003', 'R3', '2025-10-01', '2026-10-01', '2026-01-01', 'open', now());
    INSERT INTO measure_event (measure_id, number, type, day, recorded_at)
      VALUES ('00000000-0000-0000-0000-000000000006', 1, 'created', '2026-01-01', now());
    INSERT INTO audit_event (content) VALUES ('${EVENT}');
    INSERT INTO signing_key VALUES ('sha256:${'0'.repeat(64)}', 'Ed25519', 'k', now());
    INSERT INTO idempotency_key VALUES ('o', 'k', 'h', 201, '{}', now())`);
});
afterAll(() => service.destroy());

const APPEND_ONLY = [
  'subject',
  'subject_entry',
  'record',
  'inspection',
  'finding',
  'inspector',
  'inspector_entry',
  'measure_event',
  'audit_event',
  'audit_link',
  'idempotency_key',
  'signing_key',
];

/** A column of each table that is changed to what it is. */
const COLUMN: Readonly<Record<string, string>> = {
  subject: 'code',
  subject_entry: 'name',
  record: 'key',
  inspection: 'kind',
  finding: 'item',
  inspector: 'name',
  inspector_entry: 'valid_to',
  measure_event: 'note',
  audit_event: 'actor',
  audit_link: 'hash',
  signing_key: 'public_key',
  idempotency_key: 'status',
};

describe.each(APPEND_ONLY)('the table %s', (table) => {
  const column = COLUMN[table] ?? '';

  it.each([
    ['changed', `UPDATE ${table} SET ${column} = ${column}`],
    ['deleted', `DELETE FROM ${table}`],
    ['emptied', `TRUNCATE ${table} CASCADE`],
  ])('has rows that cannot be %s, even by its owner', async (_, statement) => {
    const before = await stored.everything();
    await expect(stored.rows(statement)).rejects.toThrow(/rows of \w+ are never changed or deleted/);
    await expect(service.query(statement)).rejects.toThrow('permission denied');
    expect(await stored.everything()).toEqual(before);
  });
});

describe('a published version', () => {
  it.each([
    ['its content', `UPDATE rule_set_version SET canonical = '{"a":1}'`],
    ['its hash', `UPDATE rule_set_version SET hash = 'sha256:${'1'.repeat(64)}'`],
    ['its status', `UPDATE rule_set_version SET status = 'published'`],
  ])('cannot be changed: %s', async (_, statement) => {
    await expect(stored.rows(statement)).rejects.toThrow('never changed or deleted');
    await expect(service.query(statement)).rejects.toThrow('permission denied');
  });

  it('cannot be deleted, nor can what it belongs to', async () => {
    await expect(stored.rows('DELETE FROM rule_set_version')).rejects.toThrow('never changed or deleted');
    await expect(stored.rows('DELETE FROM rule_set')).rejects.toThrow('violates foreign key');
    await expect(service.query('DELETE FROM rule_set_version')).rejects.toThrow('permission denied');
  });

  const add = (days: string) =>
    service.query(`INSERT INTO rule_set_period (rule_set_id, version_id, days)
                   VALUES ('rules', '00000000-0000-0000-0000-000000000003', '${days}')`);

  it.each(['[2026-09-30,2026-10-02)', '[2025-09-01,2025-10-02)', '[2020-01-01,)', '[2026-01-01,2026-01-02)'])(
    'is never in force on a day on which another is: %s',
    async (days) => {
      await expect(add(days)).rejects.toThrow('rule_set_period_no_two_in_force');
    },
  );

  it('may follow another on the day that one ends', async () => {
    await add('[2026-10-01,)');
    await expect(add('[2030-01-01,)')).rejects.toThrow('rule_set_period_no_two_in_force');
  });
});

describe('the serving role', () => {
  it.each([
    'DELETE FROM subject',
    'DELETE FROM office',
    `UPDATE office SET name = 'x'`,
    'DELETE FROM rule_set_period',
    'UPDATE rule_set_period SET version_id = version_id',
    'DELETE FROM measure',
    `UPDATE measure SET rung = 'x'`,
    'TRUNCATE audit_event',
    `INSERT INTO audit_link VALUES ('*', 2, 1, 'sha256:${'0'.repeat(64)}')`,
    `INSERT INTO audit_chain VALUES ('x', 0)`,
    `UPDATE audit_chain SET number = 0, hash = NULL`,
    'DELETE FROM audit_chain',
    'SELECT append_audit_link(e) FROM audit_event e',
    'ALTER TABLE audit_event DISABLE TRIGGER audit_event_chained',
  ])('may not %s', async (statement) => {
    await expect(service.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});
