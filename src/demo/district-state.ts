import { DataSource } from 'typeorm';
import { KnownAt } from '../core';
import { DISTRICT } from './district/places';

/** How far the district of a database is. */
export type DistrictState =
  | { readonly stage: 'none' }
  /** Offices or enterprises of somebody else. */
  | { readonly stage: 'foreign' }
  | { readonly stage: 'begun' | 'complete'; readonly begunAt: KnownAt };

/** Looks whether the demonstration district is there. It begins with its jurisdiction and ends with its last enterprise. */
export class DistrictStateReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @param last the enterprise whose history is recorded last */
  async read(last: string): Promise<DistrictState> {
    const [row] = await this.dataSource.query<{ begunAt: KnownAt | null; others: boolean; complete: boolean }[]>(
      `SELECT (SELECT extract(epoch FROM created_at) * 1000 FROM office WHERE code = $1 AND name LIKE '%示例数据%')::float8
                AS "begunAt",
              EXISTS (SELECT FROM office) OR EXISTS (SELECT FROM subject) AS others,
              EXISTS (SELECT FROM record r JOIN subject s ON s.id = r.subject_id WHERE s.code = $2) AS complete`,
      [DISTRICT, last],
    );
    if (row === undefined || row.begunAt === null) return { stage: row?.others === true ? 'foreign' : 'none' };
    return { stage: row.complete ? 'complete' : 'begun', begunAt: row.begunAt };
  }

  /** The enterprises whose histories are recorded; each is recorded whole. */
  async recorded(): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.query<{ code: string }[]>(
      'SELECT code FROM subject s WHERE EXISTS (SELECT FROM record r WHERE r.subject_id = s.id)',
    );
    return new Set(rows.map(({ code }) => code));
  }
}
