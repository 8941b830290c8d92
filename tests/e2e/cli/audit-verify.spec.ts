import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '../../../src/database/migrate';
import { startEmbeddedPostgres } from '../../../src/database/embedded-postgres/embedded-postgres';
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

function cli(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Ran {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment };
  return spawnSync(process.execPath, [`${ROOT}/dist/src/cli/cli.js`, ...args], {
    cwd: folder.path,
    env,
    encoding: 'utf8',
  });
}

const external = (): Readonly<Record<string, string>> => ({
  DATABASE_URL: database.ownerUrl,
  DATABASE_SERVICE_URL: database.serviceUrl,
  DATA_DIR: folder.path,
});

// Every test starts processes, and the machine may be busy.
jest.setTimeout(120_000);

beforeAll(() => {
  const args = ['.config/run-built.mjs', 'tsconfig.build.json', 'src/cli/cli.ts', '--help'];
  const built = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
}, 240_000);
afterAll(() => folder.remove());

describe('npm run cli -- audit verify', () => {
  it('finds no break in what was not changed, in both languages', () => {
    const [chinese, english] = [cli(external(), 'audit', 'verify'), cli(external(), 'audit', 'verify', '--lang', 'en')];
    expect([chinese.stderr, chinese.status, english.status]).toEqual(['', 0, 0]);
    expect(chinese.stdout).toContain('未发现断点。');
    expect(english.stdout).toContain('No break was found.');
    expect(english.stdout).toContain('Versions of rule sets verified: 1');
  });

  it('tells the heads, and holds the chains to them later', () => {
    const { stdout } = cli(external(), 'audit', 'verify', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ whole: true, breaks: [], chains: [{ jurisdiction: '*', events: 2 }] });
    folder.write('heads.json', stdout);
    expect(cli(external(), 'audit', 'verify', '--heads', 'heads.json')).toMatchObject({ status: 0 });
    folder.write('other.json', stdout.replace(/"head": "sha256:./, '"head": "sha256:x'));
    const other = cli(external(), 'audit', 'verify', '--heads', 'other.json', '--lang', 'en');
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('the head that was noted');
  });

  it('names the first break and exits with 1', async () => {
    const change = (actor: string): string =>
      `ALTER TABLE audit_event DISABLE TRIGGER USER;
       UPDATE audit_event SET actor = '${actor}' WHERE id = 2;
       ALTER TABLE audit_event ENABLE TRIGGER USER`;
    await stored.rows(change('somebody'));
    const [people, programs] = [cli(external(), 'audit', 'verify'), cli(external(), 'audit', 'verify', '--json')];
    await stored.rows(change('system'));
    expect([people.status, programs.status]).toEqual([1, 1]);
    expect(people.stdout).toContain('actor 列与审计记录原文不符');
    expect(JSON.parse(programs.stdout)).toMatchObject({
      whole: false,
      breaks: [
        { code: 'column_differs', jurisdiction: '*', number: 2, eventId: 2, what: 'actor', found: '"somebody"' },
      ],
    });
    expect(cli(external(), 'audit', 'verify').status).toBe(0);
  });

  it('reads the embedded database while it runs and while it does not', async () => {
    // PostgreSQL runs as another account where this one is root.
    chmodSync(folder.path, 0o755);
    const data = join(folder.path, 'data');
    const server = await startEmbeddedPostgres({ dataDir: data, log: () => undefined, durable: false });
    await migrate(server.url);
    const running = cli({ DATA_DIR: data }, 'audit', 'verify');
    await server.stop();
    const stopped = cli({ DATA_DIR: data }, 'audit', 'verify');
    expect([running.stderr, running.status, stopped.stderr, stopped.status]).toEqual(['', 0, '', 0]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['there is no database', { DATA_DIR: '/nowhere/at/all' }, 'There is no database'],
    ['a setting is wrong', { DATABASE_URL: 'mysql://x' }, 'The settings are wrong'],
    ['nobody answers', { DATABASE_URL: 'postgres://x@127.0.0.1:1/x', DATA_DIR: '.' }, 'cannot be opened'],
  ])('exits with 2 where %s', (_, environment, told) => {
    const { stderr, status } = cli(environment, 'audit', 'verify', '--lang', 'en');
    expect(status).toBe(2);
    expect(stderr).toContain(told);
  });
});
