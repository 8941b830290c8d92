import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** Answers whether it is known what a content would change. */
@Injectable()
export class ImpactReportsReadModel {
  /** The hash of the latest report on a content against a baseline; null where there is none. */
  async latest(manager: EntityManager, hash: string, baselineHash: string): Promise<string | null> {
    const rows = await manager.query<{ report_hash: string }[]>(
      `SELECT report_hash FROM impact_report WHERE hash = $1 AND baseline_hash = $2 ORDER BY stored_at DESC, id LIMIT 1`,
      [hash, baselineHash],
    );
    return rows[0]?.report_hash ?? null;
  }
}
