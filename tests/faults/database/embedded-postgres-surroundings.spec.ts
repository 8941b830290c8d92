import * as fs from 'node:fs';
import { join } from 'node:path';
import { chooseAccount } from '../../../src/database/embedded-postgres/account';
import { locateBinaries, prepareBinaries } from '../../../src/database/embedded-postgres/binaries';
import { EmbeddedPostgresError } from '../../../src/database/embedded-postgres/embedded-postgres.error';
import { prepareLayout } from '../../../src/database/embedded-postgres/layout';
import { startHolder } from './holder';
import { query, useServers } from './servers';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };

describe('the surroundings of the embedded PostgreSQL', () => {
  const { folder, start } = useServers();

  describe('says in one sentence what is wrong and names DATABASE_URL', () => {
    const refusal = async (attempt: () => unknown): Promise<string> => {
      const error: unknown = await Promise.resolve()
        .then(attempt)
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(EmbeddedPostgresError);
      const { message } = error as Error;
      expect(message).toMatch(/^[^\n]*DATABASE_URL[^\n]*\.$/);
      return message;
    };

    it('on a platform without binaries', async () => {
      expect(await refusal(() => locateBinaries('win32', 'arm64'))).toContain('Windows');
      expect(await refusal(() => locateBinaries('linux', 's390x'))).toContain('linux-s390x');
    });

    it('where the binaries do not run, as on musl', async () => {
      const native = join(folder, 'musl', 'native');
      fs.mkdirSync(join(native, 'bin'), { recursive: true });
      fs.writeFileSync(join(native, '../package.json'), '{"version":"0"}');
      fs.writeFileSync(join(native, 'bin/postgres'), '#!/lib/no-such-loader\n', { mode: 0o755 });
      expect(await refusal(() => start({ native, dataDir: join(folder, 'on-musl') }))).toContain('glibc');
    });

    it('when another version wrote the data', async () => {
      const old = join(folder, 'old');
      fs.mkdirSync(join(old, 'cluster'), { recursive: true });
      fs.writeFileSync(join(old, 'cluster/PG_VERSION'), '17\n');
      const account = isRoot ? NOBODY : undefined;
      if (account !== undefined) fs.chownSync(join(old, 'cluster'), account.uid, account.gid);
      expect(await refusal(() => start({ dataDir: old }))).toContain('PostgreSQL 17');
    });

    it('when the data directory is no directory', async () => {
      fs.writeFileSync(join(folder, 'file'), '');
      expect(await refusal(() => start({ dataDir: join(folder, 'file/data') }))).toContain('file/data');
    });
  });

  it('does not need the symbolic links that an install script makes', async () => {
    const native = join(folder, 'without-links', 'native');
    fs.cpSync(locateBinaries(), native, {
      recursive: true,
      filter: (path) => !path.endsWith('.a') && !fs.lstatSync(path).isSymbolicLink(),
    });
    const account = await chooseAccount(join(folder, 'no-cluster'));
    await expect(prepareBinaries(native, folder, account)).resolves.toMatchObject({ majorVersion: '18' });
    expect(fs.readlinkSync(join(native, 'lib/libicuuc.so.60'))).toBe('libicuuc.so.60.2');
  });

  if (!isRoot) return;

  describe('as root', () => {
    it('lets the account of PostgreSQL pass the directories it makes, and list none', async () => {
      const dataDir = join(folder, 'parent', 'data');
      const umask = process.umask(0o077);
      try {
        await prepareLayout(dataDir);
      } finally {
        process.umask(umask);
      }
      expect(fs.statSync(join(folder, 'parent')).mode & 0o777).toBe(0o711);
      expect(fs.statSync(dataDir).mode & 0o777).toBe(0o711);
      expect(fs.statSync(join(dataDir, 'run')).mode & 0o777).toBe(0o700);
      expect(fs.statSync(join(dataDir, 'run')).uid).not.toBe(0);
    });

    it('runs on the data of an unprivileged account, as that account', async () => {
      const theirs = join(folder, 'theirs');
      fs.mkdirSync(theirs);
      fs.chownSync(theirs, NOBODY.uid, NOBODY.gid);
      const holder = await startHolder(theirs, NOBODY);
      await query(holder.url, 'create table note (text text)');
      await holder.kill();

      const server = await start({ dataDir: theirs });
      expect(server.adopted).toBe(true);
      await server.stop();
      const again = await start({ dataDir: theirs });
      expect(await query(again.url, 'select from note')).toEqual([]);
      expect(fs.statSync(join(theirs, 'cluster/postmaster.pid')).uid).toBe(NOBODY.uid);
      await again.stop();
    });

    it('copies binaries that the account cannot reach into the data directory', async () => {
      const closed = join(folder, 'without-links');
      fs.chmodSync(closed, 0o700);
      const copied = { dataDir: join(folder, 'copied'), native: join(closed, 'native'), durable: false };
      fs.writeFileSync(join(closed, 'package.json'), '{"version":"18.4"}');
      const server = await start(copied);
      expect(fs.readdirSync(copied.dataDir)).toContain('binaries-18.4');
      await query(server.url, 'select');
    });

    it('names the directory that keeps the account from the data directory', async () => {
      const closed = join(folder, 'closed');
      fs.mkdirSync(closed, { mode: 0o700 });
      await expect(start({ dataDir: join(closed, 'a/b') })).rejects.toThrow(
        new RegExp(`because ${closed} is closed to it: .* DATABASE_URL`),
      );
    });
  });
});
