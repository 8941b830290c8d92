import { useService } from '../inspections/service';

const service = useService({ now: '2026-03-20T09:00:00+08:00' });
const { client } = service;

interface Item {
  readonly id: string;
  readonly dueOn: string;
  readonly state: string;
  readonly office: string | null;
}
interface Page {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const list = async (query = ''): Promise<Page> => {
  const { status, body } = await client.get<Page>(`/measures?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

beforeAll(async () => {
  // Two measures each, several of them due on the same day; those of half of the enterprises in another town.
  for (let n = 1; n <= 6; n += 1) {
    const code = await service.register(n, { office: n % 2 === 0 ? 'town-a' : 'town-b' });
    await service.inspected(code, `2026-03-0${7 - Math.ceil(n / 2)}`, { 'site.waterZones': 1 });
  }
  const { items } = await list('office=town-a');
  await client.post(`/measures/${items[0]?.id}/completion`, { completedOn: '2026-03-20' });
});

describe('the list of measures', () => {
  it('has all of them, by the day they fell due and their ids', async () => {
    const { items, next } = await list();
    expect([items.length, next]).toEqual([12, null]);
    const keys = items.map(({ dueOn, id }) => `${dueOn} ${id}`);
    expect(keys).toEqual([...keys].sort());
    expect(new Set(items.map(({ dueOn }) => dueOn)).size).toBe(3);
  });

  it.each([
    ['office=town-a', 3],
    ['office=town-b', 3],
    ['office=bureau', 12],
    ['office=district', 12],
    ['state=open', 11],
    ['state=completed', 1],
    ['state=withdrawn', 0],
    ['office=town-a&state=open', 2],
    ['office=town-b&state=completed', 0],
  ])('filtered by %s has %i', async (query, size) => {
    expect((await list(query)).items).toHaveLength(size);
  });

  it.each([1, 2, 5, 11, 12, 13])('in pages of %i has every measure once, in the same order', async (limit) => {
    const whole = await list();
    const seen: Item[] = [];
    let query = `limit=${limit}`;
    for (let page = await list(query); ; page = await list(query)) {
      expect(page.items.length).toBeLessThanOrEqual(limit);
      seen.push(...page.items);
      if (page.next === null) break;
      query = `limit=${limit}&cursor=${page.next}`;
    }
    expect(seen).toEqual(whole.items);
  });

  it('in pages keeps its filter', async () => {
    const { items, next } = await list('office=town-b&limit=2');
    const rest = await list(`office=town-b&limit=2&cursor=${next}`);
    expect([...items, ...rest.items].map(({ office }) => office)).toEqual(Array.from({ length: 3 }, () => 'town-b'));
  });

  const id = '00000000-0000-4000-8000-000000000000';
  it.each<[string, string]>([
    ['that is no JSON', 'x'],
    ['of another list', cursor(['91000000MA0000001R'])],
    ['with a number', cursor([20260305, id])],
    ['with no day', cursor(['2026-02-30', id])],
    ['with a text in place of the day', cursor(['yesterday', id])],
    ['with infinity in place of the day', cursor(['infinity', id])],
    ['with no id', cursor(['2026-03-05', '1'])],
    ['with an empty id', cursor(['2026-03-05', ''])],
    ['with text that cannot be kept', cursor(['2026-03-05', '\u0000'])],
    ['with a part too many', cursor(['2026-03-05', id, 1])],
    ['that is an object', cursor({ 0: '2026-03-05', 1: id, length: 2 })],
  ])('is refused with a cursor %s', async (_, forged) => {
    const told = await service.refused(() => client.get(`/measures?cursor=${encodeURIComponent(forged)}`));
    expect(told).toBe('400 invalid_request: cursor_unknown at /query/cursor');
  });

  it.each([
    ['limit=0', 'number_too_small at /query/limit'],
    ['limit=201', 'number_too_large at /query/limit'],
    ['limit=ten', 'not_integer at /query/limit'],
    ['state=due', 'not_allowed at /query/state'],
    ['office=', 'text_empty at /query/office'],
    ['subject=1', 'property_unknown at /query/subject'],
  ])('is refused with %s', async (query, told) => {
    expect(await service.refused(() => client.get(`/measures?${query}`))).toBe(`400 invalid_request: ${told}`);
  });

  it('is refused with an office that does not exist', async () => {
    const told = await service.refused(() => client.get('/measures?office=nowhere'));
    expect(told).toBe('422 unprocessable: office_unknown at /query/office');
  });
});
