// A real identity provider, in a process of its own. Whoever is asked to sign in does so by the name in ?as=.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [port, clientId, clientSecret, returnAddress] = process.argv.slice(2);
const origin = `http://127.0.0.1:${port}`;

const provider = new Provider(origin, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnAddress] }],
  cookies: { keys: ['known-to-the-tests'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  // Nobody is asked whether they consent: the authority that runs the provider runs the service too.
  async loadExistingGrant({ oidc }) {
    const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

const answer = provider.callback();
createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, origin);
  if (!pathname.startsWith('/interaction/')) return answer(request, response);
  const as = searchParams.get('as');
  const result = as === null ? { error: 'access_denied' } : { login: { accountId: as } };
  return provider.interactionFinished(request, response, result);
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
