import { useTestApp } from '../../support/app';
import { refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';

const database = useTestDatabase({ withRules: true });
const { client } = useTestApp(database);

interface Listed {
  readonly items: readonly { readonly code: string; readonly name: string }[];
  readonly next: string | null;
}
const numbers = async (query = ''): Promise<number[]> =>
  (await client.get<Listed>(`/subjects${query}`)).body.items.map(({ code }) => Number(code.slice(10, 17)));

beforeAll(async () => {
  await setUpOffices(client);
  await client.post('/subjects', aSubject(3, { trade: 'nonferrous' }));
  await client.post('/subjects', aSubject(1));
  await client.post('/subjects', aSubject(2, { office: 'town-b', state: 'stopped' }));
  await client.post('/subjects', aSubject(4, { office: 'bureau', validFrom: '2026-02-01' }));
  await client.patch(`/subjects/${creditCode(1)}`, { office: 'town-b', trade: 'other', validFrom: '2026-01-01' });
  await client.patch(`/subjects/${creditCode(1)}`, { name: '更名', state: 'closed', validFrom: '2026-05-01' });
});

describe('the list of enterprises', () => {
  it('has those in the register today, by code', async () => {
    expect(await numbers()).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['?office=town-a', [3]],
    ['?office=town-b', [1, 2]],
    ['?office=bureau', [1, 2, 3, 4]],
    ['?office=district', [1, 2, 3, 4]],
    ['?trade=nonferrous', [3]],
    ['?trade=machinery', [2, 4]],
    ['?state=closed', [1]],
    ['?state=producing&office=town-b', []],
    ['?asOf=2026-04-30&state=producing', [1, 3, 4]],
    ['?asOf=2026-01-31', [1, 2, 3]],
    ['?asOf=2025-12-31&office=town-a', [1, 3]],
    ['?asOf=2026-01-01&office=town-a', [3]],
    ['?asOf=2025-09-30', []],
    ['?asOf=2030-01-01&state=closed', [1]],
  ])('with %s has %j', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected);
  });

  it('shows each as of the day asked about', async () => {
    const { body } = await client.get<Listed>('/subjects?asOf=2025-12-31&limit=1');
    expect(body.items[0]).toMatchObject({
      asOf: '2025-12-31',
      name: '示例铸造厂 1',
      office: 'town-a',
      trade: 'machinery',
    });
  });

  it('pages through all of them once, also within a filter', async () => {
    const first = await client.get<Listed>('/subjects?limit=2&office=bureau');
    expect(first.body.items).toHaveLength(2);
    expect(await numbers(`?limit=2&office=bureau&cursor=${first.body.next}`)).toEqual([3, 4]);
    expect((await client.get<Listed>('/subjects?limit=4')).body.next).toBeNull();
  });

  it.each([
    ['?office=x', '422 unprocessable: office_unknown at /query/office'],
    ['?state=sold', '400 invalid_request: not_allowed at /query/state'],
    ['?asOf=2026-02-30', '400 invalid_request: no_such_day at /query/asOf'],
    ['?limit=201', '400 invalid_request: number_too_large at /query/limit'],
    ['?cursor=WzFd', '400 invalid_request: cursor_unknown at /query/cursor'],
  ])('refuses %s', async (query, told) => {
    expect(refusal(await client.get(`/subjects${query}`))).toBe(told);
  });
});
