import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { chooseAccount } from '../../../src/database/embedded-postgres/account';
import {
  EmbeddedPostgres,
  EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../../../src/database/embedded-postgres/embedded-postgres';
import { startHolder } from './holder';
import { query, useServers } from './servers';

jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  const servers = useServers();
  const { folder } = servers;
  const dataDir = join(folder, 'data');

  const start = (options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> =>
    servers.start({ dataDir, ...options });

  const notes = (url: string): Promise<unknown[]> =>
    query(url, 'select text from note order by 1').then((rows) => rows.map(({ text }) => text));

  const postmaster = (): number =>
    Number(fs.readFileSync(join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);

  const untilTrue = async (condition: () => Promise<boolean>): Promise<void> => {
    while (!(await condition())) await sleep(50);
  };

  describe('on a fresh data directory', () => {
    it('has the database with its two roles, is durable, and listens nowhere but on its socket', async () => {
      const server = await start();

      expect(server.adopted).toBe(false);
      expect(server.connection).toEqual({
        host: join(dataDir, 'run'),
        port: 5432,
        user: 'jifen_owner',
        database: 'jifen',
      });
      await query(server.url, `create table note (text text); insert into note values ('fresh')`);
      const [settings] = await query(
        server.url,
        `select current_setting('listen_addresses') listen, current_setting('fsync') fsync,
           current_setting('max_connections') connections, current_setting('timezone') zone,
           current_setting('is_superuser') superuser`,
      );
      expect(settings).toEqual({ listen: '', fsync: 'on', connections: '60', zone: 'UTC', superuser: 'off' });
      const [service] = await query(server.serviceUrl, 'select current_user who, current_database() what');
      expect(service).toEqual({ who: 'jifen_service', what: 'jifen' });
      await expect(query(server.serviceUrl, 'select from note')).rejects.toThrow('permission denied');
      expect(fs.statSync(server.connection.host).mode & 0o777).toBe(0o700);
    });

    it('keeps the data when it is opened again', async () => {
      const server = await start();
      expect(server.adopted).toBe(false);
      expect(await notes(server.url)).toEqual(['fresh']);
    });

    it('is made by one of two that start at once, and used by both', async () => {
      const both = { dataDir: join(folder, 'two'), durable: false };
      const [one, other] = await Promise.all([start(both), start(both)]);
      expect([one.adopted, other.adopted].sort()).toEqual([false, true]);
      expect(fs.readdirSync(both.dataDir).sort()).toEqual(['cluster', 'run', 'server.log']);
    });
  });

  it('is there for whoever starts while others stop, and gone after the last', async () => {
    const busy = { dataDir: join(folder, 'two'), durable: false };
    const comeAndGo = async (pauseMs: number): Promise<void> => {
      for (let round = 0; round < 4; round += 1) {
        const server = await startEmbeddedPostgres({ ...busy, log: () => undefined });
        await query(server.serviceUrl, 'select');
        await server.stop();
        await sleep(pauseMs);
      }
    };
    await Promise.all([0, 20, 50].map(comeAndGo));
    expect(fs.readdirSync(join(busy.dataDir, 'run'))).toEqual([]);
  });

  describe('when the process that started it is killed', () => {
    it('is taken over, and stopped by who took it over', async () => {
      const holder = await startHolder(dataDir);
      await query(holder.url, `insert into note values ('orphan')`);
      const pid = postmaster();
      await holder.kill();

      const server = await start();
      expect(server.adopted).toBe(true);
      expect(postmaster()).toBe(pid);
      expect(await notes(server.url)).toEqual(['fresh', 'orphan']);

      await server.stop();
      await expect(query(server.url, 'select')).rejects.toThrow('ENOENT');
    });

    it('recovers what was committed when the server is killed, too', async () => {
      const holder = await startHolder(dataDir);
      await query(holder.url, `insert into note values ('recovered')`);
      const pid = postmaster();
      await holder.kill();
      process.kill(pid, 'SIGKILL');

      const server = await start();
      expect(server.adopted).toBe(false);
      expect(await notes(server.url)).toEqual(['fresh', 'orphan', 'recovered']);
    });

    it('starts although a process that is no server has the number in its lock file', async () => {
      await (await start()).stop();
      const account = await chooseAccount(join(dataDir, 'cluster'));
      const bystander = spawn('sleep', ['60'], { ...account.switchTo });
      const lockFile = join(dataDir, 'cluster/postmaster.pid');
      fs.writeFileSync(lockFile, `${bystander.pid}\n${join(dataDir, 'cluster')}\n0\n5432\n\n\n\nready   \n`);
      try {
        const server = await start();
        expect(server.adopted).toBe(false);
      } finally {
        bystander.kill();
      }
    });
  });

  describe('when two processes use it', () => {
    it('runs on when the second leaves, also after a crash made it forget who used it', async () => {
      const first = await start();
      const supervisors = `from pg_stat_activity where application_name = 'jifen supervisor'`;
      const admin = first.url.replace('jifen_owner', 'postgres');
      const [session] = await query(admin, `select pid ${supervisors}`);
      process.kill(Number(session?.pid), 'SIGKILL');
      await untilTrue(async () => (await query(admin, `select pid ${supervisors}`).catch(() => [])).length === 1);

      const second = await startHolder(dataDir);
      expect(second.adopted).toBe(true);
      await second.release();
      expect(await notes(first.url)).toContain('fresh');
    });

    it('runs on when the first leaves, and is stopped by the second', async () => {
      const first = await start();
      const second = await startHolder(dataDir);
      await first.stop();
      expect(await notes(second.url)).toContain('fresh');
      await second.release();
      await expect(query(second.url, 'select')).rejects.toThrow('ENOENT');
    });
  });

  it('is stopped immediately when it does not stop in time, and keeps what was committed', async () => {
    const server = await start({ stopTimeoutMs: 200 });
    const stuck = new Client(server.url);
    stuck.on('error', () => undefined);
    await stuck.connect();
    await stuck.query(`insert into note values ('stuck')`);
    const { rows } = await stuck.query<{ pid: number }>('select pg_backend_pid() pid');
    process.kill(rows[0]!.pid, 'SIGSTOP');
    await server.stop();
    await expect(query(server.url, 'select')).rejects.toThrow();

    expect(await notes((await start()).url)).toContain('stuck');
  });

  it('has its socket in a short directory when the path of the data directory is long', async () => {
    const long = { dataDir: join(folder, '长路径, with "all" sorts of characters', 'x'.repeat(60)), durable: false };
    const first = await start(long);
    const second = await start(long);
    expect(first.connection.host.length).toBeLessThan(80);
    expect(second).toMatchObject({ adopted: true, connection: first.connection });
    await query(second.url, 'select');
    await first.stop();
    await second.stop();
    fs.rmdirSync(first.connection.host);
  });
});
