import { DataSource } from 'typeorm';
import { verifyAudit } from '../../../src/audit/verification/verify-audit';
import { createDataSource } from '../../../src/database/data-source';
import { migrate } from '../../../src/database/migrate';
import { readOneMoment } from '../../../src/database/row-source';
import { useTestDatabase } from '../../support/database';

const database = useTestDatabase();
let owner: DataSource;

beforeAll(async () => {
  owner = await createDataSource({ url: database.ownerUrl }).initialize();
});
afterAll(() => owner.destroy());

const isChained = async (): Promise<boolean> => {
  const [table] = await owner.query<{ present: boolean }[]>(`SELECT to_regclass('audit_link') IS NOT NULL AS present`);
  return table?.present === true;
};

describe('the events of before there were chains', () => {
  it('are chained as they stand, and can be verified', async () => {
    while (await isChained()) await owner.undoLastMigration({ transaction: 'each' });
    await owner.query(
      `INSERT INTO office (code, level, name, valid_from, created_at)
       VALUES ('district', 'jurisdiction', '区', '2021-01-01', now())`,
    );
    const after = { b: 1.5, a: ['“x”\n', null, 1e21, 0.1], 名: { z: true, y: '\u0001\u2028' } };
    for (let n = 0; n < 600; n += 1) {
      await owner.query(
        `INSERT INTO audit_event (at, actor, action, entity, entity_id, after, correlation_id)
         VALUES ('2026-01-01T00:00:00.123Z', $1, 'office.created', $2, 'district', $3, 'c')`,
        [n === 0 ? 'account:7' : 'system', n % 2 === 0 ? 'office' : 'thing', JSON.stringify(after)],
      );
    }
    await migrate(database.ownerUrl);
    const report = await readOneMoment(owner, verifyAudit);
    expect(report.breaks).toEqual([]);
    expect(report.chains.map(({ jurisdiction, events }) => [jurisdiction, events])).toEqual([
      ['*', 300],
      ['district', 300],
    ]);
    const [first] = await owner.query<{ content: string; actor: string; after: unknown }[]>(
      'SELECT content, actor, after FROM audit_event ORDER BY id LIMIT 1',
    );
    expect(JSON.parse(first?.content ?? '')).toMatchObject({ actor: { kind: 'account', id: '7' }, after });
    expect(first).toMatchObject({ actor: 'account:7', after });
  });
});
