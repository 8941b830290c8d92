import { RowSource } from '../../database/row-source';
import { AuditReport } from './audit-break';
import { Head } from './chain-check';
import { verifyChains } from './verify-chains';
import { verifyRecords } from './verify-records';
import { verifyVersions } from './verify-versions';

/**
 * Looks at everything that must be as it was stored, in one snapshot: the chains, the published versions and the
 * records. Rows are streamed, so that memory does not grow with them.
 *
 * @param noted where chains were at an earlier time, kept outside the database: from there on they must go on
 */
export async function verifyAudit(
  source: RowSource,
  noted: ReadonlyMap<string, Head> = new Map(),
): Promise<AuditReport> {
  const { chains, breaks } = await verifyChains(source, noted);
  const { versions, breaks: ofVersions } = await verifyVersions(source);
  const { records, breaks: ofRecords } = await verifyRecords(source);
  return { chains, versions, records, breaks: [...breaks, ...ofVersions, ...ofRecords] };
}
