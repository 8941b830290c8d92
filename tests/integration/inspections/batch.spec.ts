import { anInspection, furnaceFacts, inspect, standing } from '../../support/furnace.builder';
import { creditCode } from '../../support/register.builder';
import { BatchAnswer, changedTables, entriesOf, outcomesOf, statesOf, useService } from './service';

const service = useService({ now: '2026-06-15T09:00:00+08:00' });
const { client, clock, stored } = service;
const LEAK = { 'furnaces.withLeakAlarm': 1 };

let subjects = 0;
const subject = () => service.register((subjects += 1));

async function send(entries: readonly unknown[], language = 'en'): Promise<BatchAnswer> {
  const headers = { 'accept-language': language };
  const { status, body } = await client.post<BatchAnswer>('/inspections/batch', { entries }, { headers });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}
const refused = (body: unknown) => service.refused(() => client.post('/inspections/batch', body));

/** The story of one enterprise, each record known on its own day. */
function story(code: string): readonly object[] {
  const a = entriesOf(code);
  return [
    a.inspection('I1', '2025-11-12', { ...LEAK, 'training.archiveComplete': false }, '2025-11-12'),
    a.rectification('R1', 'I1', 'F03', '2025-12-01', '2025-12-01'),
    a.reInspection('P1', 'I1', 'F03', '2025-12-03', '2025-12-03'),
    a.rectification('R2', 'I1', 'F09', '2025-12-05', '2025-12-05'),
    a.reInspection('P2', 'I1', 'F09', '2025-12-10', '2025-12-10'),
    a.inspection('I2', '2026-03-05', { 'site.waterZones': 1 }, '2026-03-05'),
    a.rectification('R3', 'I2', 'F14', '2026-03-05', '2026-03-05'),
    a.reInspection('P3', 'I2', 'F14', '2026-03-06', '2026-03-06'),
  ];
}

/** Every order that moves each entry at least once to the front, and the reverse. */
const orders = <T>(list: readonly T[]): readonly (readonly T[])[] => [
  [...list].reverse(),
  ...list.map((_, n) => [...list.slice(n), ...list.slice(0, n)]),
];

describe('a batch', () => {
  it('tells the story of an enterprise, whatever the order of its entries', async () => {
    const sequences = orders(story('')).map((_, n) => n);
    for (const n of sequences) {
      const code = await subject();
      const { recorded, refused: none, answers } = await send(orders(story(code))[n] ?? []);
      expect([recorded, none, answers.map(({ status }) => status)]).toEqual([8, 0, answers.map(() => 201)]);
      const totals = await Promise.all(
        [
          ['2025-12-10', undefined],
          ['2026-03-05', undefined],
          ['2026-10-01', undefined],
          ['2026-03-10', '2026-03-04'],
        ].map(async ([asOf, known]) => (await standing(client, code, asOf ?? '', known)).total),
      );
      expect(totals).toEqual([5, 11, 2, 5]);
    }
  });

  it('answers in the order of the request, with the findings of inspections', async () => {
    const code = await subject();
    const entries = [...story(code)].reverse();
    const { answers } = await send(entries);
    expect(answers.map(({ key }) => key)).toEqual(['P3', 'R3', 'I2', 'P2', 'R2', 'P1', 'R1', 'I1']);
    expect(answers.at(-1)?.findings.map(({ item }) => item)).toEqual(['F03', 'F09']);
    const { postings } = await standing(client, code, '2026-06-15');
    expect(answers.flatMap(({ findings }) => findings.map(({ id }) => id)).sort()).toEqual(
      postings.map(({ id }) => id).sort(),
    );
  });

  it('keeps the good ones beside the bad ones, each bad one with its problem in the language asked for', async () => {
    const code = await subject();
    const a = entriesOf(code);
    const entries = [
      a.inspection('K1', '2026-01-05', LEAK),
      5,
      null,
      { ...a.inspection('K3', '2026-01-06'), inspectedOn: '2026-02-30' },
      { ...a.inspection('K4', '2026-01-06'), type: 'visit' },
      { key: 'K5' },
      { ...a.inspection('K6', '2026-01-06'), points: 3 },
      { ...a.inspection('K7', '2026-01-06'), facts: { weather: 'fair' } },
      { ...a.inspection('K8', '2026-01-06'), subject: creditCode(999) },
      { ...a.inspection('K9', '2026-01-06'), ruleSet: 'nowhere' },
      a.rectification('K10', 'K1', 'F14', '2026-01-07'),
      a.rectification('K11', 'K0', 'F09', '2026-01-07'),
      a.inspection('K12', '2026-06-16'),
      { ...a.inspection('K 13', '2026-01-06') },
      a.inspection('K14', '2021-09-30'),
      a.annulment('K15', { record: 'K1', finding: { inspection: 'K1', item: 'F09' } }, '2026-01-08'),
      {
        ...a.inspection('K16', '2026-01-06'),
        facts: { staff: { fullTimeSafetyOfficers: 999_999_999_999_999, partTimeSafetyOfficers: 999_999_999_999_999 } },
      },
      a.rectification('K17', 'K1', 'F09', '2026-01-09'),
    ];
    const answer = await send(entries);
    expect(outcomesOf(answer)).toEqual([
      '201',
      '400 not_object at /',
      '400 not_object at /',
      '400 no_such_day at /inspectedOn',
      '400 not_allowed at /type',
      '400 property_missing at /type',
      '400 property_unknown at /points',
      '422 unknown_fact at /facts/weather',
      '404 subject_unknown at /subject',
      '404 rule_set_unknown at /ruleSet',
      '404 no_such_finding at /',
      '404 no_such_finding at /',
      '422 future_day at /inspectedOn',
      '400 format_unmet at /key',
      '422 no_version_in_force at /inspectedOn',
      '400 properties_too_many at /annuls',
      '422 calculated_out_of_range at /facts/staff/safetyOfficers',
      '201',
    ]);
    expect([answer.recorded, answer.refused]).toEqual([2, 16]);
    expect(answer.answers[8]?.problem?.detail).toContain('The register has no enterprise');
    expect((await send([entries[8]], 'zh')).answers[0]?.problem?.detail).toContain('台账中没有');
    expect((await standing(client, code, '2026-06-15')).total).toBe(3);
  });

  it('names findings by their inspection, also of an earlier batch or of the API', async () => {
    const code = await subject();
    const a = entriesOf(code);
    await send([a.inspection('old', '2026-01-05', LEAK)]);
    const { id } = await service.inspected(code, '2026-02-05', { 'site.waterZones': 1 });
    const answer = await send([
      a.reInspection('p1', 'old', 'F09', '2026-01-07'),
      a.rectification('r1', 'old', 'F09', '2026-01-06'),
      a.rectification('r2', id, 'F14', '2026-02-06'),
      a.annulment('a2', { record: 'r2' }, '2026-02-08'),
      a.extension('e1', 'old', 'F09', '2026-01-06', '2026-03-01'),
    ]);
    expect(outcomesOf(answer)).toEqual(['201', '201', '201', '201', '201']);
    const { postings } = await standing(client, code, '2026-06-15');
    expect(postings).toMatchObject([
      { item: 'F09', completedOn: '2026-01-06', passedOn: '2026-01-07', deadline: '2026-03-01' },
      { item: 'F14', completedOn: null },
    ]);
  });

  it('annuls findings and records by key, naming what takes their place', async () => {
    const code = await subject();
    const a = entriesOf(code);
    const answer = await send([
      a.annulment('a1', { record: 'wrong' }, '2026-01-08', undefined, { replacedBy: 'right' }),
      a.annulment('a2', { finding: { inspection: 'right', item: 'F09' } }, '2026-01-08'),
      a.inspection('wrong', '2026-01-05', { 'site.waterZones': 1 }),
      a.inspection('right', '2026-01-05', { ...LEAK, 'training.archiveComplete': false }),
    ]);
    expect(outcomesOf(answer)).toEqual(['201', '201', '201', '201']);
    expect(statesOf(await standing(client, code, '2026-06-15'))).toEqual([
      'F14 annulled inspection_annulled',
      'F03 current cycle_running',
      'F09 annulled finding_annulled',
    ]);
  });
});

describe('a batch sent again', () => {
  it('records nothing twice and answers the same ids', async () => {
    const entries = story(await subject());
    const first = await send(entries);
    const before = await stored.everything();
    clock.advance(60_000);
    const again = await send([...entries].reverse());
    expect([...again.answers].reverse()).toEqual(first.answers);
    expect(changedTables(before, await stored.everything())).toEqual([]);
  });

  it('with other content under a key refuses that entry alone', async () => {
    const code = await subject();
    const a = entriesOf(code);
    await send([a.inspection('K1', '2026-01-05', LEAK), a.inspection('K2', '2026-01-06')]);
    const answer = await send([
      a.inspection('K1', '2026-01-04', LEAK),
      a.inspection('K2', '2026-01-06'),
      a.inspection('K3', '2026-01-07'),
    ]);
    expect(outcomesOf(answer)).toEqual(['422 key_reused at /key', '201', '201']);
  });

  it('may spell the code of the enterprise another way', async () => {
    const code = await subject();
    const entry = entriesOf(code).inspection('K1', '2026-01-05', LEAK);
    const first = await send([entry]);
    expect(await send([{ ...entry, subject: ` ${code.toLowerCase()}` }])).toEqual(first);
  });

  it('takes an entry twice in one request once, and refuses the same key for two', async () => {
    const code = await subject();
    const a = entriesOf(code);
    const entry = a.inspection('K1', '2026-01-05', LEAK);
    const answer = await send([entry, entry, a.inspection('K1', '2026-01-06', LEAK)]);
    expect(outcomesOf(answer)).toEqual(['201', '201', '422 key_reused at /key']);
    expect(answer.answers[1]).toEqual(answer.answers[0]);
  });

  it('uses keys that belong to one enterprise, not to all', async () => {
    const [one, other] = [await subject(), await subject()];
    const answer = await send([
      entriesOf(one).inspection('K1', '2026-01-05', LEAK),
      entriesOf(other).inspection('K1', '2026-01-06'),
    ]);
    expect(outcomesOf(answer)).toEqual(['201', '201']);
  });

  it('cannot use the id of another record as a key', async () => {
    const code = await subject();
    const { body } = await inspect(client, anInspection(code, '2026-01-05', furnaceFacts(LEAK)));
    const a = entriesOf(code);
    const answer = await send([a.inspection(body.id, '2026-01-06'), a.inspection('K2', '2026-01-07')]);
    expect(outcomesOf(answer)).toEqual(['409 key_taken at /key', '201']);
  });

  it('at the same moment, twice, is recorded once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const entries = story(await subject());
      const [one, other] = await Promise.all([send(entries), send([...entries].reverse())]);
      expect([...other.answers].reverse()).toEqual(one.answers);
    }
    const numbers = await stored.rows(
      `SELECT subject_id FROM record GROUP BY subject_id, rule_set_id HAVING max(number) <> count(*) OR min(number) <> 1`,
    );
    expect(numbers).toEqual([]);
  });

  it('beside another of the same enterprise keeps both', async () => {
    const code = await subject();
    const a = entriesOf(code);
    const days = Array.from({ length: 20 }, (_, n) => `2026-01-${String(n + 1).padStart(2, '0')}`);
    const [one, other] = await Promise.all(
      ['A', 'B'].map((name) => send(days.map((day, n) => a.inspection(`${name}${n}`, day, LEAK)))),
    );
    expect([one?.recorded, other?.recorded]).toEqual([20, 20]);
    expect((await standing(client, code, '2026-06-15')).total).toBe(3);
  });
});

describe('a batch that is refused as a whole', () => {
  it.each<[string, unknown, string]>([
    ['without entries', {}, '400 invalid_request: property_missing at /entries'],
    ['of no entries', { entries: [] }, '400 invalid_request: list_too_short at /entries'],
    ['of 1,001', { entries: Array.from({ length: 1001 }, () => 1) }, '400 invalid_request: list_too_long at /entries'],
    ['that is a list', [], '400 invalid_request: not_object at /'],
    [
      'with a key of a prototype',
      '{"entries":[{"__proto__":1}]}',
      '400 invalid_request: key_refused at /entries/0/__proto__',
    ],
  ])('%s', async (_, body, told) => {
    expect(await refused(body)).toBe(told);
  });

  it('over 8 MiB', async () => {
    const body = JSON.stringify({ entries: [entriesOf(await subject()).inspection('K1', '2026-01-05')] });
    expect(await refused(body.padEnd(8 * 1024 * 1024 + 1))).toBe('413 body_too_large: body_too_large at /');
    const { status } = await client.post('/inspections/batch', body.padEnd(8 * 1024 * 1024));
    expect(status).toBe(200);
  });

  it('nested too deep in an entry', async () => {
    const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
    expect(await refused(`{"entries":[{"facts":${deep}}]}`)).toContain('400 invalid_request: limit_depth');
  });
});
