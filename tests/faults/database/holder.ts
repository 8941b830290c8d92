import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** Another process that holds the embedded PostgreSQL on a data directory. */
export interface Holder {
  readonly url: string;
  readonly adopted: boolean;
  /** Lets it give the server up and end in order. */
  release(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

export async function startHolder(dataDir: string, account: { uid?: number; gid?: number } = {}): Promise<Holder> {
  const args = [
    '--require',
    resolve('tests/support/register-typescript.cjs'),
    resolve(__dirname, 'hold-server.cjs'),
    dataDir,
  ];
  const child = spawn(process.execPath, args, { ...account, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [line] = (await Promise.race([once(child.stdout, 'data'), exited])) as unknown[];
  const told = JSON.parse(String(line)) as { url: string; adopted: boolean; error?: string } | number;
  if (typeof told === 'number' || told.error !== undefined) throw new Error(`the holder failed: ${String(line)}`);
  return {
    url: told.url,
    adopted: told.adopted,
    release: async () => {
      child.stdin.write('stop\n');
      await exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
