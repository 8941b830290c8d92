import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** Answers whether it is known what a content would change. */
@Injectable()
export class ImpactReportsReadModel {
  /** The hashes of all reports on a content against a baseline, the latest first. */
  async hashes(manager: EntityManager, hash: string, baselineHash: string): Promise<readonly string[]> {
    const rows = await manager.query<{ report_hash: string }[]>(
      `SELECT report_hash FROM impact_report WHERE hash = $1 AND baseline_hash = $2 ORDER BY stored_at DESC, id`,
      [hash, baselineHash],
    );
    return rows.map((row) => row.report_hash);
  }
}
