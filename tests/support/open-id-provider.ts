import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface OpenIdClientSettings {
  readonly id: string;
  readonly secret: string;
  readonly returnAddress: string;
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** `oidc-provider` in a process of its own, and a browser that signs in there. */
export class OpenIdProviderProcess {
  private child: ChildProcess | undefined;

  constructor(
    private readonly port: number,
    private readonly client: OpenIdClientSettings,
  ) {}

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const { id, secret, returnAddress } = this.client;
    const args = [join(__dirname, 'serve-open-id.mjs'), String(this.port), id, secret, returnAddress];
    // It warns on standard error that its keys are those of a trial, which this is.
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.child = child;
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('the identity provider did not start'))),
    ]);
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill();
    await exited;
  }

  /** Follows an address of the provider as a browser does, signs in under a name, and stops where it leads back to us. */
  async signIn(address: string, as?: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let next = new URL(address);
    while (next.origin === this.issuer) {
      if (next.pathname.startsWith('/interaction/') && as !== undefined) next.searchParams.set('as', as);
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${next.pathname}: ${answer.status} ${await answer.text()}`);
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      next = new URL(location, next);
    }
    return next;
  }
}
