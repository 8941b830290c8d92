import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../../support/cli';
import { anInspection, FURNACE, furnaceFacts } from '../../support/furnace.builder';
import { aSubject, creditCode } from '../../support/register.builder';
import { TempFolder } from '../../support/temp-folder';
import { created, send } from '../../faults/support/http-client';
import { Load } from '../../faults/support/load';
import { ServiceProcess } from '../../faults/support/service-process';

// Processes start and stop in it, on a machine that may be busy.
jest.setTimeout(240_000);

describe('the data folder of a stopped service', () => {
  const folder = new TempFolder();
  const [dataDir, copyDir] = [join(folder.path, 'data'), join(folder.path, 'restored')];
  const services = [new ServiceProcess(dataDir), new ServiceProcess(copyDir)] as const;
  const code = creditCode(50);

  const standingAt = async (origin: string): Promise<unknown> => {
    const path = `/subjects/${code}/standing?ruleSet=${FURNACE}&asOf=2026-06-15`;
    const answer = await send(origin, ['GET', path]);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const record = (origin: string, key: string) => {
    const body = anInspection(code, '2026-06-12', furnaceFacts({ 'site.waterZones': 1 }));
    return send(origin, ['POST', '/inspections'], { body, key });
  };

  beforeAll(() => chmodSync(folder.path, 0o755));
  afterAll(async () => {
    for (const service of services) await service.stop();
    folder.remove();
  });

  it('copied as docs/operations.md says, serves the same standing and the same answers, and goes on', async () => {
    const [service, restored] = services;
    await service.start();
    await new Load(service, 0).prepare();
    await created(service.url, '/subjects', aSubject(50));
    const first = await record(service.url, 'before-backup');
    expect(first.status).toBe(201);
    const before = await standingAt(service.url);
    await service.stop();
    expect(existsSync(join(dataDir, 'cluster/postmaster.pid'))).toBe(false);

    const archive = join(folder.path, 'jifen-backup.tar.gz');
    execFileSync('tar', ['--create', '--gzip', `--file=${archive}`, '--directory', dataDir, '.']);
    execFileSync('mkdir', [copyDir]);
    execFileSync('tar', ['--extract', '--gzip', '--same-owner', '--same-permissions', `--file=${archive}`], {
      cwd: copyDir,
    });

    await restored.start();
    const verified = await cli({ DATA_DIR: copyDir }, 'audit', 'verify');
    expect([verified.stderr, verified.exitCode]).toEqual(['', 0]);
    expect(await standingAt(restored.url)).toEqual(before);
    expect(await record(restored.url, 'before-backup')).toEqual(first);
    expect((await record(restored.url, 'after-restore')).status).toBe(201);
  });
});
