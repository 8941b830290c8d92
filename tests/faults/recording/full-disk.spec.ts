import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Answer, refusal } from '../../support/client';
import { anInspection, furnaceFacts, inspect, RecordedInspection } from '../../support/furnace.builder';
import { aSubject, creditCode } from '../../support/register.builder';
import { TempFolder } from '../../support/temp-folder';
import { query } from '../database/servers';
import { useOwnService } from '../support/own-service';

jest.setTimeout(180_000);

/** Room for a cluster with its log, and the binaries where they have to be copied; not for much more. */
const SIZE = '240m';

const folder = new TempFolder();
const isMounted = mountSmall(folder.path);
if (!isMounted) {
  process.stdout.write('SKIPPED, not passed: a full disk. No tmpfs can be mounted here: run the suite as root.\n');
  folder.remove();
}

function mountSmall(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', path], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

// eslint-disable-next-line no-restricted-syntax -- where it cannot be tested that is said, never passed
(isMounted ? describe : describe.skip)('a disk that is full', () => {
  // After the service has ended: hooks run in the order they were declared.
  const service = useOwnService(() => folder.path);
  afterAll(() => {
    execFileSync('umount', [folder.path]);
    folder.remove();
  });
  const { client } = service;
  const filler = join(folder.path, 'filler');
  const bodyFor = (n: number): Readonly<Record<string, unknown>> =>
    anInspection(creditCode(n), '2026-06-12', furnaceFacts({ 'site.waterZones': 1, 'furnaces.withLeakAlarm': 1 }));
  const acknowledged = new Map<string, RecordedInspection>();
  let refused: Answer | undefined;

  beforeAll(async () => {
    for (let n = 0; n < 30; n += 1) expect((await client.post('/subjects', aSubject(n))).status).toBe(201);
  }, 60_000);

  function fill(): void {
    const file = openSync(filler, 'w');
    try {
      const megabyte = Buffer.alloc(1 << 20);
      for (const piece of [megabyte, megabyte.subarray(0, 4096)]) writeUntilFull(file, piece);
    } finally {
      closeSync(file);
    }
  }

  function writeUntilFull(file: number, piece: Buffer): void {
    try {
      for (;;) writeSync(file, piece);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  it('is answered 503 with Retry-After by what would be recorded; what is recorded can be read', async () => {
    for (let n = 0; n < 5; n += 1) {
      const { status, body } = await inspect(client, bodyFor(n), `full-${n}`);
      expect(status).toBe(201);
      acknowledged.set(`full-${n}`, body);
    }
    fill();
    for (let n = 5; n < 600 && refused === undefined; n += 1) {
      const answer = await inspect(client, bodyFor(n % 30), `full-${n}`);
      if (answer.status === 201) acknowledged.set(`full-${n}`, answer.body);
      else refused = answer;
    }
    expect(refused && refusal(refused)).toBe('503 unavailable: database_unavailable at /');
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await client.get(`/subjects/${creditCode(1)}`)).status).toBe(200);
  });

  it('takes what was refused once there is room, without a restart, and has lost nothing', async () => {
    rmSync(filler);
    const key = `full-${acknowledged.size}`;
    expect((await inspect(client, bodyFor(acknowledged.size % 30), key)).status).toBe(201);
    let lost = 0;
    for (const [sent, answer] of acknowledged) {
      const again = await inspect(client, bodyFor(Number(sent.slice(5)) % 30), sent);
      if (!isDeepStrictEqual(again.body, answer)) lost += 1;
    }
    const [row] = await query(service.ownerUrl, 'SELECT count(*)::int AS n FROM inspection');
    const doubled = Number(row?.['n']) - acknowledged.size - 1;
    process.stdout.write(`full disk: acknowledged ${acknowledged.size}, lost ${lost}, doubled ${doubled}\n`);
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
  });
});
