import { useTestApp } from '../../support/app';
import { Answer, refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { useStored } from '../../support/stored';
import { holding, untilLocked } from '../inspections/service';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';

describe('how often', () => {
  const { client } = useTestApp(useTestDatabase({ withRules: true }), {
    environment: { RATE_LIMIT: '3', ADDRESS_RATE_LIMIT: '8' },
  });
  const withKey = (key: string): Promise<Answer> =>
    client.anonymous().get('/offices', { headers: { authorization: `Bearer ${key}`, 'accept-language': 'en' } });

  it('one credential may ask is limited, and said with the time to wait', async () => {
    for (let n = 0; n < 3; n += 1) expect((await withKey('one')).status).not.toBe(429);
    const answer = await withKey('one');
    expect(refusal(answer)).toBe('429 too_many_requests: rate_exceeded at /');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ detail: 'More than 3 requests were sent within a minute.' });
  });

  it('one address may ask is limited, whatever credentials it sends', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await withKey(`other ${n}`)).status);
    // Four were sent before.
    expect(statuses.map((status) => status === 429)).toEqual([false, false, false, false, true, true]);
  });

  it('whoever watches the service may ask is not', async () => {
    for (let n = 0; n < 10; n += 1) expect((await client.anonymous().get('/health/live')).status).toBe(200);
  });
});

describe('how many at once', () => {
  const database = useTestDatabase({ withRules: true });
  const stored = useStored(database);
  const { client } = useTestApp(database, { environment: { POOL_SIZE: '2', QUEUE_LIMIT: '1' } });
  const code = creditCode(1);
  const change = (n: number): Promise<Answer> =>
    client.patch(`/subjects/${code}`, { name: `示例厂 ${n}`, validFrom: '2026-06-01' });

  it('is limited; the others are told to come back, and those before them are answered', async () => {
    await setUpOffices(client);
    expect((await client.post('/subjects', aSubject(1))).status).toBe(201);
    const sent: Promise<Answer>[] = [];
    await holding(stored, code, async () => {
      sent.push(change(1), change(2));
      await untilLocked(stored, 2);
      sent.push(change(3));
      // Waits for a connection.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const refused = await change(4);
      expect(refusal(refused)).toBe('503 unavailable: too_busy at /');
      expect(refused.headers['retry-after']).toBe('1');
      expect((await client.get('/health/live')).status).toBe(200);
    });
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await change(5)).status).toBe(200);
  });
});
