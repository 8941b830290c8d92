import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACCOUNT_ROLES } from '../../../src/access/account-roles';
import { TempFolder } from '../../support/temp-folder';

const ROOT = resolve(__dirname, '../../..');

// Every test starts processes, and the machine may be busy.
jest.setTimeout(90_000);

/** `npm run demo` as a process, with everything it printed so far. */
class Demo {
  private printed = '';
  readonly exited: Promise<unknown[]>;

  constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (this.printed += String(part)));
    this.exited = once(child, 'exit');
  }

  get text(): string {
    return this.printed;
  }

  /** Waits for something to be printed. */
  async until(text: string): Promise<void> {
    while (!this.printed.includes(text)) {
      if (this.child.exitCode !== null) throw new Error(`it ended early:\n${this.printed}`);
      await sleep(20);
    }
  }

  async end(signal: NodeJS.Signals): Promise<unknown> {
    this.child.kill(signal);
    return (await this.exited)[0];
  }
}

describe('npm run demo', () => {
  const folder = new TempFolder();
  const dataDir = join(folder.path, 'data');
  const demos: Demo[] = [];

  function start(): Demo {
    const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, DATABASE_URL: undefined, LOG_LEVEL: 'warn' };
    const args = ['--enable-source-maps', 'dist/src/demo/demo.js'];
    const demo = new Demo(spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] }));
    demos.push(demo);
    return demo;
  }

  /** Files that a running PostgreSQL keeps in its folder. */
  function postmasters(): readonly string[] {
    const names = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => name.endsWith('postmaster.pid'));
  }

  beforeAll(() => {
    // Where the tests run as root, PostgreSQL runs as another account, which has to get in.
    chmodSync(folder.path, 0o755);
    // Compiles when something changed, as `npm run demo` does.
    const args = ['.config/run-built.mjs', 'tsconfig.build.json', 'src/cli/rules.ts', '--help'];
    const built = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  }, 180_000);

  afterAll(async () => {
    const left = demos.filter(({ child }) => child.exitCode === null && child.signalCode === null);
    for (const demo of left) await demo.end('SIGTERM');
    folder.remove();
  });

  it('can be killed while it makes the district', async () => {
    const demo = start();
    await demo.until('being made ready');
    await sleep(1500);
    await demo.end('SIGKILL');
    expect(demo.text).not.toContain('serving at');
  });

  it('can be told to stop while it makes the district', async () => {
    const demo = start();
    await demo.until('being made ready');
    expect(await demo.end('SIGTERM')).toBe(0);
    expect(demo.text).not.toContain('serving at');
    expect(postmasters()).toEqual([]);
  });

  it('then completes it, and tells the story of one enterprise', async () => {
    const demo = start();
    await demo.until('Ctrl-C');
    expect(demo.text).toContain('made in');
    expect(demo.text).toMatch(/58 fictional enterprises/);
    expect(storyIn(demo.text)).toEqual([
      '2025-11-12 5 3*',
      '2025-12-03 5 3',
      '2025-12-10 5 3',
      '2026-03-05 11 3 6* 10*',
      '2026-03-10 5 3',
      '2026-09-30 11 3 6 10',
      '2026-10-01 2 —',
      '2027-09-30 2 —',
      '2027-10-01 0 —',
    ]);
    expect(demo.text).toContain('虚构');
    expect(demo.text).toContain('fictional');
  });

  it('prints one line that scores an inspection', async () => {
    const [, url = '', authorization = '', type = '', body = ''] =
      /^ {2}curl -s (\S+) -H 'authorization: ([^']+)' -H 'content-type: ([^']+)' -d '([^']+)'$/m.exec(
        demos.at(-1)?.text ?? '',
      ) ?? [];
    const response = await fetch(url, { method: 'POST', headers: { authorization, 'content-type': type }, body });
    const answer = (await response.json()) as { points: number; items: { item: string; outcome: string }[] };
    expect(response.status).toBe(200);
    expect(answer.points).toBe(3);
    expect(answer.items.find(({ item }) => item === 'F09')).toMatchObject({ outcome: 'violated' });
    expect(answer.items.filter(({ outcome }) => outcome === 'not_checked')).toHaveLength(21);
  });

  it('serves the district', async () => {
    const [, url = ''] = /serving at +(\S+)/.exec(demos.at(-1)?.text ?? '') ?? [];
    const headers = { authorization: `Bearer ${/API key +(\S+)/.exec(demos.at(-1)?.text ?? '')?.[1]}` };
    const { items } = (await (await fetch(`${url}/api/v1/subjects?limit=100`, { headers })).json()) as {
      items: unknown[];
    };
    expect(items).toHaveLength(58);
    expect((await fetch(`${url}/docs`)).status).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('prints an account for every role, and each can sign in', async () => {
    const text = demos.at(-1)?.text ?? '';
    const [, url = ''] = /serving at +(\S+)/.exec(text) ?? [];
    const accounts = accountsIn(text);
    expect(accounts.map(({ name }) => name)).toEqual(Object.keys(ACCOUNT_ROLES).map(demoName));
    for (const account of accounts) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ name: account.name, password: account.password });
      const answer = await fetch(`${url}/api/v1/sessions`, { method: 'POST', headers, body });
      const me = (await answer.json()) as { roles: string[]; mustChangePassword: boolean };
      expect([answer.status, me.roles.map(demoName), me.mustChangePassword]).toEqual([201, [account.name], false]);
    }
    const secrets = accounts.map(({ password }) => password);
    expect(new Set(secrets).size).toBe(secrets.length);
    expect((await fetch(`${url}/api/v1/subjects`)).status).toBe(401);
    expect(text).not.toContain('one-time');
  });

  it('stops everything when it is told to', async () => {
    expect(await demos.at(-1)?.end('SIGTERM')).toBe(0);
    expect(postmasters()).toEqual([]);
  });

  it('finds the district at the next start and makes none again', async () => {
    const demo = start();
    await demo.until('Ctrl-C');
    expect(demo.text).toContain('there already');
    expect(accountsIn(demo.text)).toEqual(accountsIn(demos.at(-2)?.text ?? ''));
    expect(demo.text).toMatch(/58 fictional enterprises/);
    expect(storyIn(demo.text)).toHaveLength(9);
    expect(await demo.end('SIGINT')).toBe(0);
  });
});

const demoName = (role: string): string => `demo.${role.replaceAll('_', '-')}`;

/** What is printed of the accounts. */
function accountsIn(text: string): readonly { readonly name: string; readonly password: string }[] {
  return [...text.matchAll(/│ (demo\.\S+) +│ (\S+) +│/g)].map(([, name = '', password = '']) => ({ name, password }));
}

/** Day, points and rungs of each line of the table. */
function storyIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [, day = '', , points = '', rungs = ''] = line.split('│').map((cell) => cell.trim());
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? [`${day} ${points.replace(/（.*/, '')} ${rungs}`] : [];
  });
}
