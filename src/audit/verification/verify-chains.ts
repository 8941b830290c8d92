import { RowSource } from '../../database/row-source';
import { AuditBreak, CheckedChain } from './audit-break';
import { ChainCheck, Head, StoredLink } from './chain-check';
import { EVENT_COLUMNS, EventColumns } from './event-columns';

interface LinkRow extends EventColumns {
  readonly jurisdiction: string;
  readonly number: number;
  readonly eventId: number;
  readonly hash: string;
  readonly content: string | null;
}

interface HeadRow extends Head {
  readonly jurisdiction: string;
}

/** Goes along every chain, and holds each to its head and to the one that was noted before. */
export async function verifyChains(
  source: RowSource,
  noted: ReadonlyMap<string, Head>,
): Promise<{ readonly chains: readonly CheckedChain[]; readonly breaks: readonly AuditBreak[] }> {
  const rows = await source.rows<HeadRow>('SELECT jurisdiction, number, hash FROM audit_chain ORDER BY jurisdiction');
  const heads = new Map(rows.map((row) => [row.jurisdiction, row]));
  const checks = new Map([...heads.keys(), ...noted.keys()].map((name) => [name, newCheck(name, noted)]));
  for await (const link of storedLinks(source)) {
    const check = checks.get(link.jurisdiction) ?? newCheck(link.jurisdiction, noted);
    checks.set(link.jurisdiction, check);
    check.link(link);
  }
  const ends = [...checks].map(([jurisdiction, check]) => check.end(heads.get(jurisdiction)));
  const unlinked = await wronglyLinked(source);
  return {
    chains: ends.map(({ chain }) => chain),
    breaks: [...ends.flatMap(({ found }) => found ?? []), ...unlinked],
  };
}

function newCheck(jurisdiction: string, noted: ReadonlyMap<string, Head>): ChainCheck {
  return new ChainCheck(jurisdiction, noted.get(jurisdiction));
}

async function* storedLinks(source: RowSource): AsyncGenerator<StoredLink> {
  const rows = source.stream<LinkRow>(
    `SELECT l.jurisdiction, l.number, l.event_id AS "eventId", l.hash, e.content, ${EVENT_COLUMNS}
       FROM audit_link l LEFT JOIN audit_event e ON e.id = l.event_id
      ORDER BY l.jurisdiction, l.number`,
  );
  for await (const { jurisdiction, number, eventId, hash, content, ...columns } of rows) {
    yield { jurisdiction, number, eventId, hash, event: content === null ? undefined : { ...columns, content } };
  }
}

/** The first event that is in no chain, or in one more than once. */
async function wronglyLinked(source: RowSource): Promise<readonly AuditBreak[]> {
  const [row] = await source.rows<{ id: number; links: number }>(
    `SELECT e.id, count(l.event_id) AS links FROM audit_event e LEFT JOIN audit_link l ON l.event_id = e.id
      GROUP BY e.id HAVING count(l.event_id) <> 1 ORDER BY e.id LIMIT 1`,
  );
  if (row === undefined) return [];
  return [{ code: row.links === 0 ? 'event_unlinked' : 'event_linked_twice', eventId: row.id }];
}
