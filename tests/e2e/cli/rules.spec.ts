import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { runRules } from '../../../src/cli/run-rules';
import { amendedDraft } from '../../support/comparison.builder';
import { TempFolder } from '../../support/temp-folder';

const ROOT = resolve(__dirname, '../../..');
const RULES = 'rules/taizhou-hailing-furnace';
const ANNULLED = 'docs/examples/furnace-story.annulled.history.json';
const STANDING = ['standing', '--rule-set', RULES, '--history', ANNULLED, '--as-of', '2026-03-10'];

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

function node(args: readonly string[], timeZone = 'UTC'): Ran {
  const env = { ...process.env, TZ: timeZone };
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
  return { stdout, stderr, status };
}

// Every test starts processes, and the machine may be busy.
jest.setTimeout(60_000);

// What the commands answer is for the unit tests, in-process; here is what takes a process to see.
describe('npm run rules', () => {
  beforeAll(() => {
    // Compiles when something changed, as `npm run rules` does.
    const built = node(['.config/run-built.mjs', 'tsconfig.build.json', 'src/cli/rules.ts', '--help']);
    if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  }, 180_000);

  it.each([
    [0, STANDING],
    [1, ['validate', 'docs/examples/furnace-facts.json', '--json']],
    [2, ['validate', 'no-such-file.json']],
  ])('ends with %i and the very output of the program: %j', async (status, args) => {
    const { stdout, stderr, exitCode } = await runRules(args);
    expect(exitCode).toBe(status);
    expect(`${stdout}${stderr}`).not.toBe('');
    expect(node(['dist/src/cli/rules.js', ...args])).toEqual({ stdout, stderr, status });
  });

  describe('in every time zone', () => {
    const folder = new TempFolder();
    afterAll(() => folder.remove());

    it('gives the same bytes', () => {
      const amended = folder.write('amended.json', amendedDraft());
      const commands = [
        ...[['--known-at', '2026-03-20'], ['--known-at', '2026-03-10', '--json'], []].map((how) => [
          ...STANDING,
          ...how,
        ]),
        ...['text', 'markdown', 'json'].map((format) => ['diff', `${RULES}/1.0.0.json`, amended, '--format', format]),
      ];
      // All of them in one process, for it takes one to have a zone.
      const script = `const { runRules } = require('./dist/src/cli/run-rules');
        (async () => { for (const args of ${JSON.stringify(commands)}) console.log(await runRules(args)); })()`;
      const [utc, newYork] = ['UTC', 'America/New_York'].map((zone) => node(['-e', script], zone));
      expect(utc).toMatchObject({ status: 0, stderr: '' });
      expect(utc?.stdout.split('exitCode: 0')).toHaveLength(commands.length + 1);
      expect(newYork).toEqual(utc);
    });
  });
});
