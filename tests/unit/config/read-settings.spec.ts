import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root';
import { readSettings } from '../../../src/config/read-settings';
import { SettingsError } from '../../../src/config/settings.error';
import { SETTINGS } from '../../../src/config/settings-table';

function refused(environment: Readonly<Record<string, string>>): SettingsError {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('the settings were taken');
}

const namesRefused = (environment: Readonly<Record<string, string>>): string[] =>
  refused(environment).faults.map(({ name }) => name);

describe('readSettings', () => {
  it('has a default for everything but the external database', () => {
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      trustedProxies: undefined,
      dataDir: join(process.cwd(), '.data'),
      rulesDir: join(projectRoot(), 'rules'),
      databaseUrl: undefined,
      databaseServiceUrl: undefined,
      poolSize: 10,
      poolTimeout: 5000,
      statementTimeout: 15_000,
      queueLimit: 200,
      rateLimit: 6000,
      addressRateLimit: 60_000,
      bodyLimit: 1_048_576,
      batchBodyLimit: 8_388_608,
      requestTimeout: 30_000,
      shutdownTimeout: 10_000,
      sessionIdleTimeout: 1_800_000,
      sessionLifetime: 43_200_000,
      signInAttempts: 5,
      signInLock: 900_000,
      firstAdminPassword: undefined,
      jurisdictionTimeZone: 'Asia/Shanghai',
      approvalsNeeded: 1,
      coverageNeeded: 0,
      impactReport: 'optional',
      logLevel: 'info',
    });
  });

  it('freezes what it read', () => {
    expect(Object.isFrozen(readSettings({}))).toBe(true);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toEqual(readSettings({}));
  });

  it.each(['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::', '192.168.1.2', 'jifen.example.com'])(
    'listens on %s',
    (host) => expect(readSettings({ HOST: host }).host).toBe(host),
  );

  it.each(['127.0.0.1:3000', 'http://localhost', 'a b', '-x', '[::1]'])('does not listen on %s', (host) => {
    expect(namesRefused({ HOST: host })).toEqual(['HOST']);
  });

  it.each(['https://jifen.example.gov.cn', 'http://127.0.0.1:3000'])('is reached at %s', (url) => {
    expect(readSettings({ PUBLIC_URL: url }).publicUrl).toBe(url);
  });

  it.each(['jifen.example.gov.cn', 'https://jifen.example/', 'ftp://x', 'https://u:p@x', 'https://x?y', 'https://:1'])(
    'is not reached at %s',
    (url) => expect(namesRefused({ PUBLIC_URL: url })).toEqual(['PUBLIC_URL']),
  );

  it.each(['127.0.0.1', '10.0.0.0/8, 192.168.1.2', '::1,fd00::/8'])('trusts the proxies %s', (list) => {
    expect(readSettings({ TRUSTED_PROXIES: list }).trustedProxies).toBe(list);
  });

  it.each(['true', '10.0.0.0/33', '10.0.0/8', '127.0.0.1;::1', '127.0.0.1,', '::/129', '1.1.1.1/8/8'])(
    'trusts no such proxies: %s',
    (list) => expect(namesRefused({ TRUSTED_PROXIES: list })).toEqual(['TRUSTED_PROXIES']),
  );

  it('never shows the password of the first administrator', () => {
    const { message } = refused({ FIRST_ADMIN_PASSWORD: 'hunter2' });
    expect(message).toContain('FIRST_ADMIN_PASSWORD');
    expect(message).not.toContain('hunter2');
  });

  it.each(['0', '1', '65535'])('takes the port %s', (port) => {
    expect(readSettings({ PORT: port }).port).toBe(Number(port));
  });

  it.each(['-1', '65536', '3000.5', '0x10', '1e3', ' 3000', 'http'])('refuses the port %p', (port) => {
    expect(namesRefused({ PORT: port })).toEqual(['PORT']);
  });

  it.each([
    'postgres://user:secret@db.example:5432/jifen',
    'postgresql://user@db/jifen?sslmode=require',
    'postgres://user@/jifen?host=%2Fvar%2Frun',
  ])('takes the connection %s', (url) => {
    expect(readSettings({ DATABASE_URL: url, DATA_DIR: '/data' }).databaseUrl).toBe(url);
  });

  it.each([
    ['DATABASE_URL', 'mysql://user@db/jifen'],
    ['JURISDICTION_TIME_ZONE', 'Asia/Hailing'],
    ['LOG_LEVEL', 'loud'],
    ['POOL_SIZE', '1'],
    ['BODY_LIMIT', '1MiB'],
  ])('refuses %s=%s', (name, value) => {
    expect(namesRefused({ DATA_DIR: '/data', [name]: value })).toEqual([name]);
  });

  it('refuses a connection without what it needs beside it', () => {
    expect(namesRefused({ DATABASE_SERVICE_URL: 'postgres://service@db/jifen' })).toEqual(['DATABASE_URL']);
    expect(namesRefused({ DATABASE_URL: 'postgres://owner@db/jifen' })).toEqual(['DATA_DIR']);
  });

  it('refuses a setting with a prefix, which it would not read', () => {
    expect(namesRefused({ JIFEN_PORT: '3001' })).toEqual(['JIFEN_PORT']);
    expect(readSettings({ JIFEN_TEST_ANYTHING: 'x' })).toEqual(readSettings({}));
  });

  it('names everything that is wrong, in both languages, and no value', () => {
    const { message, faults } = refused({ PORT: 'sixty', DATABASE_URL: 'user:hunter2@db', LOG_LEVEL: 'info' });
    expect(faults.map(({ name }) => name)).toEqual(['PORT', 'DATABASE_URL', 'DATA_DIR']);
    expect(message).toContain('  PORT：应为 0 至 65535 的整数。请只写数字，不带单位。');
    expect(message).toContain('  PORT: must be a whole number from 0 to 65535. Write digits only, without a unit.');
    expect(message).not.toMatch(/sixty|hunter2/);
  });
});

describe('the table of settings', () => {
  it('fills every property once', () => {
    expect(SETTINGS.map(({ key }) => key).sort()).toEqual(Object.keys(readSettings({})).sort());
  });

  it('names each after its property', () => {
    const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    expect(SETTINGS.map(({ name }) => name)).toEqual(SETTINGS.map(({ key }) => snake(key)));
  });
});
