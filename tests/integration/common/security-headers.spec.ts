import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';

const { client } = useTestApp(useTestDatabase({ withRules: true }));

const policyOf = (headers: Readonly<Record<string, unknown>>): readonly string[] =>
  String(headers['content-security-policy']).split(';');

describe('every answer', () => {
  it.each(['/api/v1/offices', '/health/live', '/openapi.json', '/docs', '/no-such-address', '/api/v1/offices?limit=x'])(
    'tells browsers what they may not do: %s',
    async (path) => {
      const { headers } = await client.get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(policyOf(headers)).toEqual(
        expect.arrayContaining(["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]),
      );
      expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|\*|http/);
    },
  );

  it('about enterprises is kept by no cache', async () => {
    expect((await client.get('/subjects')).headers['cache-control']).toBe('no-store');
  });
});

describe('the documentation', () => {
  it('may load its own files, and has nothing inline', async () => {
    const { headers, body } = await client.get<string>('/docs');
    expect(policyOf(headers)).toEqual(expect.arrayContaining(["script-src 'self'", "style-src 'self'"]));
    expect(body).not.toMatch(/<style|style=|<script(?![^>]* src=)|onload=/);
    const files = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(4);
    for (const file of files) expect((await client.get(file)).status).toBe(200);
  });
});
