import { randomUUID } from 'node:crypto';
import { Server } from 'node:http';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { creditCode } from './credit-codes';

/** A Fastify server without anything of ours, on the service's own tables. */
export interface BareServer {
  readonly server: Server;
  /** Takes the rows that the service wrote last as the pattern of those to insert. */
  learn(): Promise<void>;
  close(): Promise<void>;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * `POST /inspections` inserts the rows that one recorded inspection leaves behind, in one transaction, and answers;
 * `POST /nothing` answers. Neither looks at what it is sent beyond parsing it.
 *
 * @param subjects how many enterprises the service uses; the one after them belongs to this server
 */
export async function bareServer(databaseUrl: string, subjects: number): Promise<BareServer> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  const fastify = Fastify();
  const pattern = new Map<string, readonly Row[]>();
  let subjectId = '';
  let number = 0;

  fastify.post('/nothing', () => ({ points: 0 }));
  fastify.post('/inspections', async (request, reply) => {
    const { facts } = request.body as { facts: Row };
    const key = request.headers['idempotency-key'];
    const id = randomUUID();
    number += 1;
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const changes: Record<string, Row> = {
        record: { id, key: id, number, subject_id: subjectId },
        inspection: { id, facts },
        idempotency_key: { key },
      };
      for (const [table, rows] of pattern) {
        for (const row of rows) {
          const changed = table === 'finding' ? { id: randomUUID(), inspection_id: id } : changes[table];
          await insert(client, table, { ...row, ...changed });
        }
      }
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    return reply.code(201).send(pattern.get('idempotency_key')?.[0]?.['answer']);
  });
  await fastify.listen({ host: '127.0.0.1', port: 0 });

  const last = async (sql: string): Promise<readonly Row[]> => (await pool.query<Row>(sql)).rows;
  return {
    server: fastify.server,
    learn: async () => {
      const [subject] = await last(`SELECT id FROM subject WHERE code = '${creditCode(subjects)}'`);
      subjectId = String(subject?.['id']);
      const newest = '(SELECT id FROM record ORDER BY recorded_at DESC LIMIT 1)';
      pattern.set('record', await last(`SELECT * FROM record WHERE id = ${newest}`));
      pattern.set('inspection', await last(`SELECT * FROM inspection WHERE id = ${newest}`));
      pattern.set('finding', await last(`SELECT * FROM finding WHERE inspection_id = ${newest}`));
      pattern.set('audit_event', await last(`SELECT content FROM audit_event WHERE entity_id = ${newest}::text`));
      pattern.set('idempotency_key', await last('SELECT * FROM idempotency_key ORDER BY created_at DESC LIMIT 1'));
    },
    close: async () => {
      await fastify.close();
      await pool.end();
    },
  };
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
