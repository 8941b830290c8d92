import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canonicalJson, contentHash } from '../../../src/core';
import { aSigner, signedBy } from '../../support/certificate.builder';
import { Certificate, CertificateContent } from '../../../src/core/certificate/certificate.types';
import { FURNACE } from '../../support/furnace.builder';
import { TempFolder } from '../../support/temp-folder';
import { findingOf, useService } from '../../integration/inspections/service';

const ROOT = resolve(__dirname, '../../..');
const service = useService();
const folder = new TempFolder();
afterAll(() => folder.remove());

/** Nothing of the service is here: no database, no settings, no other file. */
const elsewhere = join(folder.path, 'empty');

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

function verify(...args: readonly string[]): Ran {
  const env = { PATH: process.env['PATH'] };
  const options = { cwd: elsewhere, env, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, [`${ROOT}/dist/src/cli/cli.js`, 'verify', ...args], options);
}

/** What people are told, without the lines of the table. */
const flat = ({ stdout }: Ran): string => stdout.replace(/[\s│]+/g, ' ');

// Every test starts processes, and the machine may be busy.
jest.setTimeout(120_000);

beforeAll(() => {
  mkdirSync(elsewhere);
  const args = ['.config/run-built.mjs', 'tsconfig.build.json', 'src/cli/cli.ts', '--help'];
  const built = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
}, 240_000);

describe('npm run cli -- verify', () => {
  let inspection: string;
  let inspectionFile: string;
  let standingFile: string;
  let keysFile: string;
  let pemFile: string;

  beforeAll(async () => {
    const { client } = service;
    const subject = await service.register(1);
    const recorded = await service.inspected(subject, '2026-06-12', { 'furnaces.withLeakAlarm': 1 });
    await service.taken(`/findings/${findingOf(recorded, 'F09')}/rectification`, { completedOn: '2026-06-14' });
    inspection = (await client.text(`/inspections/${recorded.id}/certificate`)).text;
    inspectionFile = folder.write('inspection.json', inspection);
    const standing = await client.text(`/subjects/${subject}/standing/certificate?ruleSet=${FURNACE}`);
    standingFile = folder.write('standing.json', `${standing.text}\n`);
    const keys = await client.text('/keys');
    keysFile = folder.write('keys.json', keys.text);
    const { items } = JSON.parse(keys.text) as { items: readonly { publicKey: string; current: boolean }[] };
    pemFile = folder.write('key.pem', items.find(({ current }) => current)?.publicKey);
  });

  it('proves an inspection and a standing by the published keys, in both languages', () => {
    for (const file of [inspectionFile, standingFile]) {
      const chinese = verify(file, '--key', keysFile);
      const english = verify(file, '--key', pemFile, '--lang', 'en');
      expect([chinese.stderr, chinese.status, english.stderr, english.status]).toEqual(['', 0, '', 0]);
      expect(chinese.stdout).toContain('证明有效');
      expect(flat(english)).toContain('a trusted key signed it, and scoring again comes to the same');
      expect(flat(english)).toContain('3 points');
    }
  });

  it('says what it does not prove where no key is trusted, and shows the fingerprint', () => {
    const { id } = (JSON.parse(inspection) as { key: { id: string } }).key;
    const told = verify(inspectionFile, '--lang', 'en');
    expect(told.status).toBe(0);
    expect(flat(told)).toContain('Who issued it is not proved');
    expect(told.stdout).toContain(id);
    expect(JSON.parse(verify(inspectionFile, '--json').stdout)).toMatchObject({ valid: true, trusted: false, key: id });
  });

  it('fails on a changed byte, wherever it is', () => {
    for (const place of [
      0,
      1,
      40,
      inspection.indexOf('"points":3') + 9,
      inspection.length / 2,
      inspection.length - 5,
    ]) {
      const bytes = Buffer.from(inspection);
      bytes[Math.floor(place)] = (bytes[Math.floor(place)] ?? 0) ^ 1;
      const changed = verify(folder.write('changed.json', bytes), '--key', pemFile);
      expect([place, changed.status]).toEqual([place, 1]);
      expect(changed.stdout).toContain('证明无效');
    }
  });

  it('fails without a signature, and by another key', () => {
    const { signature: _, ...unsigned } = JSON.parse(inspection) as { signature: string };
    const absent = verify(folder.write('unsigned.json', canonicalJson(unsigned)), '--lang', 'en');
    expect(absent.status).toBe(1);
    expect(flat(absent)).toContain('there is no signature');
    const stranger = aSigner().publicKey.export({ type: 'spki', format: 'pem' });
    const other = verify(inspectionFile, '--key', folder.write('stranger.pem', stranger), '--lang', 'en');
    expect(other.status).toBe(1);
    expect(flat(other)).toContain('The certificate is not valid: trusted key');
  });

  it.each([
    ['0', 'The engines differ'],
    ['1', 'The engine is the same'],
  ])('fails where the engine %s came to another result, and says which engines', (version, told) => {
    const { signature: _, key: __, ...content } = JSON.parse(inspection) as Certificate;
    const forged = signedBy(aSigner(), content as CertificateContent, (one) => ({
      ...one,
      engine: { version, operators: '1' },
      result: { ...one.result, points: 4 },
      resultHash: contentHash({ ...one.result, points: 4 }),
    }));
    const failed = verify(folder.write('forged.json', forged), '--lang', 'en');
    expect(failed.status).toBe(1);
    expect(flat(failed)).toContain(told);
    expect(flat(failed)).toContain('The certificate is not valid: scored again.');
  });

  it.each([
    [['none.json'], 'There is no file'],
    [['FILE', '--key', 'none.pem'], 'There is no file'],
    [['FILE', '--key', 'FILE'], 'holds no Ed25519 public key'],
    [[], 'No file is named'],
  ])('exits with 2 of %j', (args, told) => {
    const { stderr, status } = verify(...args.map((arg) => (arg === 'FILE' ? inspectionFile : arg)), '--lang', 'en');
    expect(status).toBe(2);
    expect(stderr).toContain(told);
  });
});
