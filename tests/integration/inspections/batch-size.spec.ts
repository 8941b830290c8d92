import { standing } from '../../support/furnace.builder';
import { BatchAnswer, entriesOf, useService } from './service';

const service = useService({ now: '2026-06-15T09:00:00+08:00' });
const { client, stored } = service;

/** Faults that an inspector may find, and their items. */
const FAULTS = [
  ['F03', { 'training.archiveComplete': false }],
  ['F09', { 'furnaces.withLeakAlarm': 1 }],
  ['F13', { 'lining.furnacesBelowMinThickness': 1 }],
  ['F14', { 'site.waterZones': 1 }],
  ['F17', { 'platform.personsPresent': 5 }],
] as const;

/** A day of 2025-10-01 and the days after it. */
const day = (n: number): string => new Date(Date.UTC(2025, 9, 1 + n)).toISOString().slice(0, 10);

/** A past of so many records: inspections, each finding something, put right, failed, put right again and passed. */
function past(subject: string, size: number): readonly object[] {
  const a = entriesOf(subject);
  return Array.from({ length: Math.ceil(size / 5) }, (_, n) => {
    const [item, set] = FAULTS[n % FAULTS.length] ?? FAULTS[0];
    const [from, known] = [day(n), day(n + 3)];
    return [
      a.inspection(`I${n}`, from, set, day(n)),
      a.rectification(`R${n}`, `I${n}`, item, day(n + 1), day(n + 1)),
      a.reInspection(`F${n}`, `I${n}`, item, day(n + 1), day(n + 1), false),
      a.rectification(`S${n}`, `I${n}`, item, day(n + 2), known),
      a.reInspection(`P${n}`, `I${n}`, item, known, known),
    ];
  })
    .flat()
    .slice(0, size);
}

/** The same shuffle every time. */
function shuffled<T>(list: readonly T[]): readonly T[] {
  let seed = 7;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  return list
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

async function send(entries: readonly object[]): Promise<BatchAnswer> {
  const { status, body } = await client.post<BatchAnswer>('/inspections/batch', { entries });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

/** A standing without what differs between two enterprises: ids and codes. */
async function comparable(subject: string, asOf: string): Promise<unknown> {
  const { postings, ...found } = await standing(client, subject, asOf);
  const text = JSON.stringify({ ...found, postings: postings.map((one) => ({ ...one, id: '' })) });
  return JSON.parse(text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|91000000MA\w{8}/g, '')) as unknown;
}

describe('a batch of 1,000 records', () => {
  it('comes to the same in order and shuffled', async () => {
    const [ordered, mixed] = [await service.register(1), await service.register(2)];
    expect(await send(past(ordered, 1000))).toMatchObject({ recorded: 1000, refused: 0 });
    expect(await send(shuffled(past(mixed, 1000)))).toMatchObject({ recorded: 1000, refused: 0 });
    for (const asOf of ['2025-12-01', day(100), '2026-06-15', '2026-10-01', '2027-10-01']) {
      expect(await comparable(mixed, asOf)).toEqual(await comparable(ordered, asOf));
    }
    const again = await send(shuffled(past(mixed, 1000)));
    expect(again).toMatchObject({ recorded: 1000, refused: 0 });
  }, 60_000);

  it('may be about 58 enterprises', async () => {
    const codes = await Promise.all(Array.from({ length: 58 }, (_, n) => service.register(n + 3)));
    const entries = shuffled(codes.flatMap((code) => past(code, 18)).slice(0, 1000));
    const answer = await send(entries);
    expect(answer).toMatchObject({ recorded: 1000, refused: 0 });
    expect(answer.answers.map(({ key }) => key)).toEqual(entries.map((entry) => 'key' in entry && entry.key));
  }, 60_000);

  it('numbers the records of a history without gaps', async () => {
    const gaps = await stored.rows(
      `SELECT subject_id FROM record GROUP BY subject_id, rule_set_id HAVING max(number) <> count(*) OR min(number) <> 1`,
    );
    expect(gaps).toEqual([]);
  });
});
