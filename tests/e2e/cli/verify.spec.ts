import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runCli } from '../../../src/cli/run-cli';
import { aSigner, aStandingContent, signedBy } from '../../support/certificate.builder';
import { TempFolder } from '../../support/temp-folder';

const ROOT = resolve(__dirname, '../../..');
const folder = new TempFolder();
afterAll(() => folder.remove());

/** Nothing of the service is here: no database, no settings, no other file. */
const elsewhere = join(folder.path, 'empty');

/** Whoever wants to connect or to look up a name ends with 99. */
const noNetwork = folder.write(
  'no-network.cjs',
  `const refuse = () => process.exit(99);
   require('node:net').Socket.prototype.connect = refuse;
   require('node:dns').lookup = refuse;
   require('node:dgram').createSocket = refuse;`,
);

function node(...args: readonly string[]) {
  const options = { cwd: elsewhere, env: { PATH: process.env['PATH'] }, encoding: 'utf8' } as const;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', noNetwork, ...args], options);
  return { stdout, stderr, status };
}

// Every test starts processes, and the machine may be busy.
jest.setTimeout(120_000);

beforeAll(() => {
  mkdirSync(elsewhere);
  const args = ['.config/run-built.mjs', 'tsconfig.build.json', 'src/cli/cli.ts', '--help'];
  const built = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
}, 240_000);

// What it tells is for the unit tests, in-process; here is what takes a process to see.
describe('npm run cli -- verify, on a machine with neither database nor network', () => {
  it('ends with 0 of a certificate by a trusted key, and with 1 once a byte of it is changed', async () => {
    const signer = aSigner();
    const key = folder.write('key.pem', signer.publicKey.export({ type: 'spki', format: 'pem' }));
    const text = signedBy(signer, await aStandingContent());
    const [whole, changed] = [
      folder.write('whole.json', text),
      folder.write('changed.json', text.replace('"total":9', '"total":0')),
    ];
    for (const [file, status] of [
      [whole, 0],
      [changed, 1],
    ] as const) {
      const args = ['verify', file, '--key', key];
      const { stdout, stderr, exitCode } = await runCli(args);
      expect([exitCode, stdout]).toEqual([status, expect.stringContaining(status === 0 ? '证明有效' : '证明无效')]);
      expect(node(join(ROOT, 'dist/src/cli/cli.js'), ...args)).toEqual({ stdout, stderr, status });
    }
  });

  it('is a machine whose network is really gone', () => {
    expect(node('--eval', `require('node:net').connect(1, '127.0.0.1')`).status).toBe(99);
  });
});
