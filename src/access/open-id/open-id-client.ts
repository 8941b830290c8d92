import { createRequire } from 'node:module';
import type * as OpenIdClient from 'openid-client' with { 'resolution-mode': 'import' };

/** The package is an ES module, which every Node we run on loads by `require`, and TypeScript by `import` alone. */
export const openIdClient = createRequire(__filename)('openid-client') as typeof OpenIdClient;
