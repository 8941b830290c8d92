import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { useTestDatabase } from '../../support/database';
import { useStored } from '../../support/stored';
import { TempFolder } from '../../support/temp-folder';

const ROOT = resolve(__dirname, '../../..');
const database = useTestDatabase({ withRules: true });
const stored = useStored(database);
const folder = new TempFolder();

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** `npm run cli -- audit verify` as a process, in a folder of its own. */
function auditVerify(...args: readonly string[]): Ran {
  const { ownerUrl: DATABASE_URL, serviceUrl: DATABASE_SERVICE_URL } = database;
  const { PATH, HOME } = process.env;
  return spawnSync(process.execPath, [`${ROOT}/dist/src/cli/cli.js`, 'audit', 'verify', ...args], {
    cwd: folder.path,
    env: { PATH, HOME, DATABASE_URL, DATABASE_SERVICE_URL, DATA_DIR: folder.path },
    encoding: 'utf8',
  });
}

// Every test starts processes, and the machine may be busy.
jest.setTimeout(120_000);

beforeAll(() => {
  const args = ['.config/run-built.mjs', 'tsconfig.build.json', 'src/cli/cli.ts', '--help'];
  const built = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
}, 240_000);
afterAll(() => folder.remove());

// What it finds is for the integration tests, in-process; here is what takes a process to see.
describe('npm run cli -- audit verify', () => {
  it('ends with 0 where it finds no break, and takes the heads it told from a file beside it', () => {
    const { stdout, stderr, status } = auditVerify('--json');
    expect([stderr, status]).toEqual(['', 0]);
    expect(JSON.parse(stdout)).toMatchObject({ whole: true, chains: [{ jurisdiction: '*', events: 3 }] });
    folder.write('heads.json', stdout);
    expect(auditVerify('--heads', 'heads.json')).toMatchObject({ stderr: '', status: 0 });
  });

  it('names the first break and ends with 1', async () => {
    await stored.rows(
      `ALTER TABLE audit_event DISABLE TRIGGER USER;
       UPDATE audit_event SET actor = 'somebody' WHERE id = 2;
       ALTER TABLE audit_event ENABLE TRIGGER USER`,
    );
    const { stdout, status } = auditVerify();
    expect(status).toBe(1);
    expect(stdout).toContain('actor 列与审计记录原文不符');
  });

  it('ends with 2 where it is used wrongly', () => {
    const { stdout, stderr, status } = auditVerify('--heads', 'no-such-file.json', '--lang', 'en');
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toContain('There is no file');
  });
});
