import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  EmbeddedPostgres,
  EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../../../src/database/embedded-postgres/embedded-postgres';

export type Start = (options: Partial<EmbeddedPostgresOptions> & { dataDir: string }) => Promise<EmbeddedPostgres>;

/** A temporary folder every account can enter, and servers that are stopped after the test that starts them. */
export function useServers(): { readonly folder: string; readonly start: Start } {
  const folder = fs.mkdtempSync(join(tmpdir(), 'jifen-embedded-'));
  fs.chmodSync(folder, 0o755);
  const open = new Set<EmbeddedPostgres>();

  afterEach(async () => {
    for (const server of open) await server.stop();
    open.clear();
  });

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  const start: Start = async (options) => {
    const server = await startEmbeddedPostgres({ log: () => undefined, ...options });
    open.add(server);
    return server;
  };
  return { folder, start };
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  // A server that is killed cuts the session off.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
