import { createHash } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../src/database/embedded-postgres/embedded-postgres';
import { migrate } from '../../../src/database/migrate';
import { cli } from '../../support/cli';
import { useTestDatabase } from '../../support/database';
import { useStored } from '../../support/stored';
import { TempFolder } from '../../support/temp-folder';

const database = useTestDatabase({ withRules: true });
const stored = useStored(database);
const folder = new TempFolder();

const external = (): Readonly<Record<string, string>> => ({
  DATABASE_URL: database.ownerUrl,
  DATABASE_SERVICE_URL: database.serviceUrl,
  DATA_DIR: folder.path,
});

afterAll(() => folder.remove());

describe('export', () => {
  it('writes the bytes that the hash of a version is over, and nothing else', async () => {
    const [version] = await stored.rows<{ hash: string; canonical: string }>(
      'SELECT hash, canonical FROM rule_set_version',
    );
    const { stdout, stderr, exitCode } = await cli(external(), 'export', 'taizhou-hailing-furnace', '1.0.0');
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout).toBe(version?.canonical);
    expect(`sha256:${createHash('sha256').update(stdout, 'utf8').digest('hex')}`).toBe(version?.hash);
  });

  it('ends with 2 where there is no such version', async () => {
    const { stdout, stderr, exitCode } = await cli(external(), 'export', 'none', "1' OR '1", '--lang', 'en');
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toContain("There is no version 1' OR '1 of the rule set none in the database.");
  });
});

describe('audit verify', () => {
  it('finds no break in what was not changed, in both languages', async () => {
    const chinese = await cli(external(), 'audit', 'verify');
    const english = await cli(external(), 'audit', 'verify', '--lang', 'en');
    expect([chinese.stderr, chinese.exitCode, english.exitCode]).toEqual(['', 0, 0]);
    expect(chinese.stdout).toContain('未发现断点。');
    expect(english.stdout).toContain('No break was found.');
    expect(english.stdout).toContain('Versions of rule sets verified: 1');
  });

  it('tells the heads, and holds the chains to them later', async () => {
    const { stdout } = await cli(external(), 'audit', 'verify', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ whole: true, breaks: [], chains: [{ jurisdiction: '*', events: 3 }] });
    const heads = folder.write('heads.json', stdout);
    expect(await cli(external(), 'audit', 'verify', '--heads', heads)).toMatchObject({ exitCode: 0 });
    const others = folder.write('other.json', stdout.replace(/"head": "sha256:./, '"head": "sha256:x'));
    const other = await cli(external(), 'audit', 'verify', '--heads', others, '--lang', 'en');
    expect(other.exitCode).toBe(1);
    expect(other.stdout).toContain('the head that was noted');
  });

  it('names the first break and exits with 1', async () => {
    const change = (actor: string): string =>
      `ALTER TABLE audit_event DISABLE TRIGGER USER;
       UPDATE audit_event SET actor = '${actor}' WHERE id = 2;
       ALTER TABLE audit_event ENABLE TRIGGER USER`;
    await stored.rows(change('somebody'));
    const people = await cli(external(), 'audit', 'verify');
    const programs = await cli(external(), 'audit', 'verify', '--json');
    await stored.rows(change('system'));
    expect([people.exitCode, programs.exitCode]).toEqual([1, 1]);
    expect(people.stdout).toContain('actor 列与审计记录原文不符');
    expect(JSON.parse(programs.stdout)).toMatchObject({
      whole: false,
      breaks: [
        { code: 'column_differs', jurisdiction: '*', number: 2, eventId: 2, what: 'actor', found: '"somebody"' },
      ],
    });
    expect((await cli(external(), 'audit', 'verify')).exitCode).toBe(0);
  });

  it('reads the embedded database while it runs and while it does not', async () => {
    // PostgreSQL runs as another account where this one is root.
    chmodSync(folder.path, 0o755);
    const data = join(folder.path, 'data');
    const server = await startEmbeddedPostgres({ dataDir: data, log: () => undefined, durable: false });
    await migrate(server.url);
    const running = await cli({ DATA_DIR: data }, 'audit', 'verify');
    await server.stop();
    const stopped = await cli({ DATA_DIR: data }, 'audit', 'verify');
    expect([running.stderr, running.exitCode, stopped.stderr, stopped.exitCode]).toEqual(['', 0, '', 0]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['there is no database', { DATA_DIR: '/nowhere/at/all' }, 'There is no database'],
    ['a setting is wrong', { DATABASE_URL: 'mysql://x' }, 'The settings are wrong'],
    ['nobody answers', { DATABASE_URL: 'postgres://x@127.0.0.1:1/x', DATA_DIR: folder.path }, 'cannot be opened'],
  ])('exits with 2 where %s', async (_, environment, told) => {
    const { stderr, exitCode } = await cli(environment, 'audit', 'verify', '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(told);
  });
});
