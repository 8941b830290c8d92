import { isDeepStrictEqual } from 'node:util';
import { query } from '../database/servers';
import { RecordedInspection } from '../../support/furnace.builder';
import { send } from './http-client';
import { Acknowledged } from './load';

/** What became of what was acknowledged. */
export interface Account {
  readonly acknowledged: number;
  /** Not there, or without a finding, its audit event, or its answer. */
  readonly lost: readonly string[];
  /** More inspections than keys. */
  readonly doubled: number;
  /** Parts of an inspection without the rest. */
  readonly half: number;
}

interface Kept {
  readonly key: string;
  readonly id: string;
  readonly answer: unknown;
  readonly records: number;
  readonly inspections: number;
  readonly findings: number;
  readonly audited: number;
}

/** Everything that is kept under the keys, part by part; `findings` as many as items that the inspection found violated. */
const KEPT = `
  SELECT k.key, k.answer->>'id' AS id, k.answer,
         (SELECT count(*)::int FROM record r WHERE r.id::text = k.answer->>'id') AS records,
         (SELECT count(*)::int FROM inspection i WHERE i.id::text = k.answer->>'id') AS inspections,
         (SELECT count(*)::int FROM finding f WHERE f.inspection_id::text = k.answer->>'id') AS findings,
         (SELECT count(*)::int FROM audit_event a
           WHERE a.entity_id::text = k.answer->>'id' AND a.action = 'inspection.recorded') AS audited
    FROM idempotency_key k WHERE k.operation = 'POST /inspections'`;

const COUNTS = `
  SELECT (SELECT count(*)::int FROM inspection) AS inspections,
         (SELECT count(*)::int FROM idempotency_key WHERE operation = 'POST /inspections') AS keys,
         (SELECT count(*)::int FROM record r WHERE type = 'inspection'
             AND NOT EXISTS (SELECT FROM inspection i WHERE i.id = r.id))
       + (SELECT count(*)::int FROM audit_event a WHERE action = 'inspection.recorded'
             AND NOT EXISTS (SELECT FROM inspection i WHERE i.id::text = a.entity_id::text)) AS half`;

/** Looks into the database, and sends every key again: the answer must be the one given before. */
export async function accountFor(
  acknowledged: readonly Acknowledged[],
  { origin, ownerUrl }: { readonly origin: string; readonly ownerUrl: string },
): Promise<Account> {
  const kept = new Map(((await query(ownerUrl, KEPT)) as unknown as Kept[]).map((one) => [one.key, one]));
  const lost: string[] = [];
  for (const { key, body, answer } of acknowledged) {
    const again = await send<RecordedInspection>(origin, ['POST', '/inspections'], { key, body });
    const isSame = again.status === 201 && isDeepStrictEqual(again.body, answer);
    if (!isWhole(kept.get(key), answer) || !isSame) lost.push(key);
  }
  const [counts] = (await query(ownerUrl, COUNTS)) as unknown as { inspections: number; keys: number; half: number }[];
  const { inspections, keys, half } = counts ?? { inspections: NaN, keys: NaN, half: NaN };
  return { acknowledged: acknowledged.length, lost, doubled: inspections - keys, half };
}

function isWhole(kept: Kept | undefined, answer: RecordedInspection): boolean {
  const violated = (answer as unknown as { items: { outcome: string }[] }).items.filter(
    ({ outcome }) => outcome === 'violated',
  );
  return (
    kept !== undefined &&
    kept.id === answer.id &&
    isDeepStrictEqual(kept.answer, answer) &&
    [kept.records, kept.inspections, kept.audited].every((count) => count === 1) &&
    kept.findings === violated.length
  );
}
