import { randomUUID } from 'node:crypto';
import { Server } from 'node:http';
import Fastify from 'fastify';
import { Pool } from 'pg';

/** A Fastify server without anything of ours, on the service's own tables. */
export interface BareServer {
  readonly server: Server;
  /** Takes the rows that one recording of the service left behind as those that the next request inserts. */
  learn(recording: { readonly key: string; readonly as: string }): Promise<void>;
  close(): Promise<void>;
}

type Row = Readonly<Record<string, unknown>>;
type Inserted = readonly [table: string, row: Row];

/** The rows of one recording in the order of their references, found by its key. The chain's are the triggers' own. */
const LEFT_BEHIND: readonly (readonly [table: string, sql: string])[] = [
  ['record', 'SELECT * FROM record WHERE id = $1'],
  ['inspection', 'SELECT * FROM inspection WHERE id = $1'],
  ['finding', 'SELECT * FROM finding WHERE inspection_id = $1'],
  [
    'measure',
    'SELECT m.* FROM measure m JOIN measure_event e ON e.measure_id = m.id WHERE e.record_id = $1 AND e.number = 1',
  ],
  ['measure_event', 'SELECT * FROM measure_event WHERE record_id = $1'],
  [
    'audit_event',
    `SELECT content FROM audit_event WHERE entity_id = $1::uuid::text
        OR entity_id IN (SELECT measure_id::text FROM measure_event WHERE record_id = $1::uuid)`,
  ],
];

/**
 * `POST /inspections` inserts the rows that a recorded inspection left behind, each by a statement, in one transaction,
 * and answers; `POST /nothing` answers. Neither looks at what it is sent beyond parsing it.
 */
export async function bareServer(databaseUrl: string): Promise<BareServer> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  const fastify = Fastify();
  let rows: readonly Inserted[] = [];
  let answer: unknown;

  fastify.post('/nothing', () => ({ points: 0 }));
  fastify.post('/inspections', async (_request, reply) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const [table, row] of rows) await insert(client, table, row);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    return reply.code(201).send(answer);
  });
  await fastify.listen({ host: '127.0.0.1', port: 0 });

  const read = async (sql: string, ...values: unknown[]): Promise<readonly Row[]> =>
    (await pool.query<Row>(sql, values)).rows;
  return {
    server: fastify.server,
    learn: async ({ key, as }) => {
      const [kept] = await read('SELECT * FROM idempotency_key WHERE key = $1', key);
      const [subject] = await read('SELECT id FROM subject WHERE code = $1', as);
      if (kept === undefined || subject === undefined) throw new Error(`nothing was recorded under ${key} for ${as}`);
      answer = kept['answer'];
      const { id } = answer as { readonly id: string };
      const left: Inserted[] = [];
      for (const [table, sql] of LEFT_BEHIND) for (const row of await read(sql, id)) left.push([table, row]);
      rows = retold([...left, ['idempotency_key', { ...kept, key: `bare-${key}` }]], String(subject['id']));
    },
    close: async () => {
      await fastify.close();
      await pool.end();
    },
  };
}

/** Rows as another enterprise's: every key anew, and every reference to one of them. */
function retold(rows: readonly Inserted[], subjectId: string): readonly Inserted[] {
  const anew = new Map<unknown, string>();
  for (const [, { id }] of rows) if (id !== undefined && !anew.has(id)) anew.set(id, randomUUID());
  return rows.map(([table, row]) => {
    const cells = Object.entries(row).map(([column, value]) => [column, anew.get(value) ?? value]);
    return [table, { ...Object.fromEntries(cells), ...('subject_id' in row ? { subject_id: subjectId } : {}) }];
  });
}

async function insert(
  client: { query: (sql: string, values: unknown[]) => Promise<unknown> },
  table: string,
  row: Row,
) {
  const columns = Object.keys(row);
  const places = columns.map((_, place) => `$${place + 1}`).join(', ');
  const values = columns.map((column) => json(row[column]));
  await client.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, values);
}

const json = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value;
