import { ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstKey } from '../../support/first-key';
import { creditCode } from './credit-codes';

type Fields = Readonly<Record<string, unknown>>;

const FIRST_ADMIN_PASSWORD = 'given to the benchmark';

/** The service as a process of its own on an embedded database. */
export interface RunningService {
  readonly port: number;
  /** By which it is called; there is one once enterprises are registered. */
  key(): string;
  /** Waits until it answers that it is ready. */
  ready(): Promise<void>;
  /** Registers a bureau, a town and so many enterprises. */
  register(subjects: number): Promise<void>;
  inspection(subject: number, inspectedOn: string, facts: Fields): Fields;
  /** Resident memory of the process in MiB, by the kernel's account. */
  memory(): { readonly 'resident MiB': number };
  stop(): Promise<void>;
}

/** Starts the compiled service and waits until it listens. */
export async function runningService(dataDir: string): Promise<RunningService> {
  const main = join(__dirname, '../../../src/main.js');
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
    RATE_LIMIT: '0',
    ADDRESS_RATE_LIMIT: '0',
    FIRST_ADMIN_PASSWORD,
    RULES_DIR: join(process.cwd(), 'rules'),
  };
  const child = spawn(process.execPath, ['--enable-source-maps', main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await listening(child);
  const origin = `http://127.0.0.1:${port}`;
  let key = '';
  const post = async (path: string, body: Fields): Promise<void> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const answer = await fetch(`${origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  return {
    port,
    key: () => key,
    ready: async () => {
      const answer = await fetch(`${origin}/health/ready`);
      if (!answer.ok) throw new Error(await answer.text());
    },
    register: async (subjects) => {
      key = await firstKey(origin, FIRST_ADMIN_PASSWORD);
      const validFrom = '2021-01-01';
      await post('/offices', { code: 'district', level: 'jurisdiction', name: '示例区', validFrom });
      await post('/offices', { code: 'bureau', level: 'bureau', parent: 'district', name: '示例局', validFrom });
      await post('/offices', { code: 'town', level: 'town', parent: 'bureau', name: '示例镇', validFrom });
      for (let n = 0; n < subjects; n += 1) {
        const attributes = { 'enterprise.employees': 86, 'enterprise.isMetalSmelting': true };
        const head = { code: creditCode(n), name: `示例铸造厂 ${n}`, trade: 'machinery', state: 'producing' };
        await post('/subjects', { ...head, office: 'town', attributes, validFrom });
      }
    },
    inspection: (subject, inspectedOn, facts) => ({
      subject: creditCode(subject),
      ruleSet: 'taizhou-hailing-furnace',
      inspectedOn,
      kind: 'routine',
      office: 'town',
      inspectors: ['320000001', '320000002'],
      facts,
    }),
    memory: () => ({ 'resident MiB': Math.round(residentKiB(child.pid ?? 0) / 1024) }),
    stop: () => stop(child),
  };
}

function residentKiB(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? NaN);
}

function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const port = /listens on http:\/\/[^:]+:(\d+)/.exec(text)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.on('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
