import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SecretError, secretFile } from '../../../src/config/secrets';
import { TempFolder } from '../../support/temp-folder';

const folders: TempFolder[] = [];
const dataDir = (): string => {
  const folder = new TempFolder();
  folders.push(folder);
  return folder.path;
};
afterAll(() => folders.forEach((folder) => folder.remove()));

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('secretFile', () => {
  it('makes a secret of 256 bits once', () => {
    const folder = dataDir();
    const secret = secretFile(folder, 'pepper');
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(secretFile(folder, 'pepper')).toBe(secret);
    expect(secretFile(folder, 'salt')).not.toBe(secret);
    expect(secretFile(dataDir(), 'pepper')).not.toBe(secret);
  });

  it('makes what it is told to make, and only where there is none', () => {
    const folder = dataDir();
    expect(secretFile(folder, 'key.pem', () => 'first')).toBe('first');
    expect(secretFile(folder, 'key.pem', () => 'second')).toBe('first');
    expect(readFileSync(join(folder, 'secrets', 'key.pem'), 'utf8')).toBe('first');
  });

  it('closes file and folder to others, and leaves nothing else', () => {
    const folder = dataDir();
    secretFile(folder, 'pepper');
    expect(mode(join(folder, 'secrets'))).toBe('700');
    expect(mode(join(folder, 'secrets', 'pepper'))).toBe('600');
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['pepper']);
  });

  it('makes the data folder where it is missing', () => {
    expect(secretFile(join(dataDir(), 'not', 'there'), 'pepper')).not.toBe('');
  });

  it('refuses a file that others can read', () => {
    const folder = dataDir();
    secretFile(folder, 'pepper');
    chmodSync(join(folder, 'secrets', 'pepper'), 0o640);
    expect(() => secretFile(folder, 'pepper')).toThrow(SecretError);
    expect(() => secretFile(folder, 'pepper')).toThrow(/chmod 600/);
  });

  it('tells the place, never the secret, where it cannot be kept', () => {
    const file = join(dataDir(), 'a-file');
    writeFileSync(file, '');
    expect(() => secretFile(file, 'pepper', () => 'hidden')).toThrow(join(file, 'secrets', 'pepper'));
    expect(() => secretFile(file, 'pepper', () => 'hidden')).not.toThrow(/hidden/);
  });

  it('gives all who ask at once the same', async () => {
    const folder = dataDir();
    // In threads of their own, which begin together: calls one after the other would not race.
    const start = new Int32Array(new SharedArrayBuffer(4));
    const ask = (): Promise<string> =>
      new Promise((resolve, reject) => {
        const worker = new Worker(THREAD, { eval: true, workerData: { folder, start, root: process.cwd() } });
        worker.on('message', resolve);
        worker.on('error', reject);
      });
    const secrets = Array.from({ length: 4 }, ask);
    setTimeout(() => {
      Atomics.store(start, 0, 1);
      Atomics.notify(start, 0);
    }, 1500);
    expect(new Set(await Promise.all(secrets)).size).toBe(1);
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['pepper']);
  }, 30_000);
});

const THREAD = `
  const { parentPort, workerData: { folder, start, root } } = require('node:worker_threads');
  require(root + '/tests/support/register-typescript.cjs');
  const { secretFile } = require(root + '/src/config/secrets.ts');
  Atomics.wait(start, 0, 0, 20000);
  parentPort.postMessage(secretFile(folder, 'pepper'));
`;
