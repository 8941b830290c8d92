import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres/embedded-postgres';
import { creditCode } from './support/credit-codes';
import { bareServer } from './support/bare-server';
import { furnaceRules, inspections } from './support/furnace-work';
import { FurnaceFacts } from './support/furnace-facts';
import { median, seeded } from './support/measure';
import { runningService, RunningService } from './support/running-service';

const SUBJECTS = 500;
const ROUNDS = 4;
const MEMORY_INSPECTIONS = 10_000;

type Send = (path: string, body: unknown, key?: string) => Promise<number>;

/**
 * The service over HTTP beside a bare Fastify handler: recording an inspection against one that inserts the same rows,
 * scoring against one that does nothing, one request at a time and each in turn; then memory over 10,000 recordings,
 * and the time from start to the first answer on an empty and on that full data folder.
 */
async function main(): Promise<void> {
  const dataDir = join(tmpdir(), `jifen-bench-${process.pid}`);
  try {
    const empty = process.hrtime.bigint();
    const service = await runningService(dataDir);
    await service.ready();
    const emptyMs = since(empty);
    // Each enterprise has a twin, for which the bare handler inserts.
    await service.register(2 * SUBJECTS);
    await compare(service, dataDir);
    await memory(service);
    await service.stop();
    const full = process.hrtime.bigint();
    const again = await runningService(dataDir);
    await again.ready();
    const fullMs = since(full);
    await again.stop();
    console.table([
      { 'start to first answer': 'empty data folder: initdb, migrations, rule sets', ms: Math.round(emptyMs) },
      {
        'start to first answer': `data folder with ${2 * SUBJECTS * ROUNDS + MEMORY_INSPECTIONS} inspections`,
        ms: Math.round(fullMs),
      },
    ]);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function compare(service: RunningService, dataDir: string): Promise<void> {
  const database = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const bare = await bareServer(database.serviceUrl);
  const toService = sender(service.port, service.key());
  const toBare = sender((bare.server.address() as AddressInfo).port);
  const work = inspections(furnaceRules(), SUBJECTS, seeded(7));
  const days = ['2025-10-20', '2026-01-20', '2026-04-20', '2026-07-20'];
  const samples = { record: [] as number[], insert: [] as number[], score: [] as number[], nothing: [] as number[] };
  for (const [round, inspectedOn] of days.slice(0, ROUNDS).entries()) {
    for (let n = 0; n < SUBJECTS; n += 1) {
      const facts = work[(n + round * 7) % SUBJECTS] as FurnaceFacts;
      const { enterprise: _enterprise, ...entered } = facts;
      const body = service.inspection(n, inspectedOn, entered);
      const key = `bench-${round}-${n}`;
      const record = await timed(() => toService('/api/v1/inspections', body, key));
      await bare.learn({ key, as: creditCode(SUBJECTS + n) });
      const insert = await timed(() => toBare('/inspections', body));
      const scoring = { ruleSet: 'taizhou-hailing-furnace', version: '1.0.0', facts };
      const score = await timed(() => toService('/api/v1/scorings', scoring));
      const nothing = await timed(() => toBare('/nothing', scoring));
      if (round === 0) continue;
      samples.record.push(record);
      samples.insert.push(insert);
      samples.score.push(score);
      samples.nothing.push(nothing);
    }
  }
  await bare.close();
  await database.stop();
  const row = (name: string, all: readonly number[]) => ({
    request: name,
    'median ms': Number(median(all).toFixed(3)),
    'p95 ms': Number(([...all].sort((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? NaN).toFixed(3)),
  });
  console.table([
    row('POST /inspections, 201', samples.record),
    row('bare Fastify handler that inserts the same rows', samples.insert),
    row('POST /scorings, 200', samples.score),
    row('bare Fastify handler that does nothing', samples.nothing),
  ]);
  const ratio = (a: readonly number[], b: readonly number[]): string => (median(a) / median(b)).toFixed(2);
  console.log(
    `recording / inserting the same rows: ${ratio(samples.record, samples.insert)}   scoring / doing nothing: ${ratio(samples.score, samples.nothing)}`,
  );
}

/** Resident memory of the service's process while it records 10,000 more inspections, one request each. */
async function memory(service: RunningService): Promise<void> {
  const send = sender(service.port, service.key());
  const work = inspections(furnaceRules(), 200, seeded(11));
  const rows: object[] = [];
  for (let n = 0; n <= MEMORY_INSPECTIONS; n += 1) {
    if (n % 2_500 === 0) rows.push({ recorded: n, ...service.memory() });
    if (n === MEMORY_INSPECTIONS) break;
    const { enterprise: _enterprise, ...facts } = work[n % work.length] as FurnaceFacts;
    const round = Math.floor(n / SUBJECTS);
    const day = `2026-${String(8 + (round % 2)).padStart(2, '0')}-${String(round + 1).padStart(2, '0')}`;
    const status = await send('/api/v1/inspections', service.inspection(n % SUBJECTS, day, facts), `memory-${n}`);
    if (status !== 201) throw new Error(`a recording was answered ${status}`);
  }
  console.table(rows);
}

function sender(port: number, apiKey?: string): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (path, body, key) =>
    new Promise((resolve, reject) => {
      const payload = JSON.stringify(body);
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(payload),
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      };
      const outgoing = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      });
      outgoing.on('error', reject);
      outgoing.end(payload);
    });
}

async function timed(act: () => Promise<number>): Promise<number> {
  const start = process.hrtime.bigint();
  const status = await act();
  const ms = since(start);
  if (status !== 200 && status !== 201) throw new Error(`answered ${status}`);
  return ms;
}

const since = (start: bigint): number => Number(process.hrtime.bigint() - start) / 1e6;

void main();
