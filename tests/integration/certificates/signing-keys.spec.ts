import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../../../src/bootstrap';
import { readSettings } from '../../../src/config/read-settings';
import { verifyCertificate } from '../../../src/core';
import { Client } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { FURNACE } from '../../support/furnace.builder';
import { logLines } from '../../support/log-lines';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';
import { TempFolder } from '../../support/temp-folder';
import { EVERY_SCOPE } from '../../support/test-callers';
import { TestClock } from '../../support/test-clock';

const database = useTestDatabase({ withRules: true });
const stored = useStored(database);
const folder = new TempFolder();
afterAll(() => folder.remove());

interface Key {
  readonly id: string;
  readonly publicKey: string;
  readonly current: boolean;
}

/** Does something with a service that starts with these settings, and stops it. */
async function withService<T>(environment: Readonly<Record<string, string>>, work: (client: Client) => Promise<T>) {
  const app = await createApp({
    settings: readSettings({ LOG_LEVEL: 'error', ...environment }),
    connection: { url: database.serviceUrl },
    clock: new TestClock('2026-06-15T09:00:00+08:00'),
    log: logLines().destination,
    checkResponses: true,
  });
  try {
    return await work(
      new Client(
        () => app,
        () => Promise.resolve({}),
      ).as(EVERY_SCOPE),
    );
  } finally {
    await app.close();
  }
}

const keysOf = async (client: Client): Promise<readonly Key[]> =>
  (await client.anonymous().get<{ items: readonly Key[] }>('/keys')).body.items;

const pem = (type: 'ed25519' | 'x25519'): string =>
  // The overloads of Node know each kind by itself only.
  generateKeyPairSync(type as 'ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

describe('the key that signs', () => {
  const data = join(folder.path, 'data');

  it('is made once, kept closed, published to everybody, and told to the audit', async () => {
    const first = await withService({ DATA_DIR: data }, keysOf);
    const again = await withService({ DATA_DIR: data }, keysOf);
    expect(again).toEqual(first);
    const file = join(data, 'secrets', 'signing-key.pem');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    const current = first.find((key) => key.current);
    expect(current?.publicKey).toContain('BEGIN PUBLIC KEY');
    const events = await stored.rows(`SELECT entity_id AS id FROM audit_event WHERE action = 'signing_key.published'`);
    expect(events).toContainEqual({ id: current?.id });
    const told = JSON.stringify(await stored.everything()) + JSON.stringify(first);
    const secret = readFileSync(file, 'utf8').split('\n')[1] ?? '';
    expect(secret).toHaveLength(64);
    expect(told).not.toContain(secret);
  });

  it('is replaced where it is moved away, or another is given; what it signed still verifies', async () => {
    const path = `/subjects/${creditCode(1)}/standing/certificate?ruleSet=${FURNACE}`;
    const old = await withService({ DATA_DIR: data }, async (client) => {
      await setUpOffices(client);
      await client.post('/subjects', aSubject(1));
      return client.text(path);
    });
    const given = folder.write('key.pem', pem('ed25519'));
    chmodSync(given, 0o600);
    await withService({ DATA_DIR: data, SIGNING_KEY_FILE: given }, async (client) => {
      const keys = await keysOf(client);
      const { key: before } = JSON.parse(old.text) as { readonly key: { readonly id: string } };
      const now = keys.find(({ current }) => current);
      expect(keys.find(({ id }) => id === before.id)?.current).toBe(false);
      const all = new Set(keys.map(({ id }) => id));
      expect(await verifyCertificate(old.text, all)).toMatchObject({
        trusted: true,
        certificate: { key: { id: before.id } },
      });
      const fresh = await client.text(path);
      expect(await verifyCertificate(fresh.text, all)).toMatchObject({
        trusted: true,
        certificate: { key: { id: now?.id } },
      });
      expect(await verifyCertificate(fresh.text, new Set([before.id]))).toMatchObject({ valid: false });
    });
  });

  it.each([
    ['is not there', undefined, 0o600],
    ['holds no key', 'x', 0o600],
    ['holds another kind of key', pem('x25519'), 0o600],
    ['is open to others', pem('ed25519'), 0o644],
  ])('stops the start where its file %s', async (name, content, mode) => {
    const file = join(folder.path, `${name}.pem`);
    if (content !== undefined) folder.write(`${name}.pem`, content);
    if (content !== undefined) chmodSync(file, mode);
    const start = withService({ DATA_DIR: data, SIGNING_KEY_FILE: file }, keysOf);
    await expect(start).rejects.toMatchObject({
      name: 'SecretError',
      message: expect.stringContaining(file) as string,
    });
  });
});
