import { civilDate } from '../../../../src/core/dates/civil-date';
import { deadlineOf, readHistory, recordDay } from '../../../../src/core/ledger/read-history';
import { HistoryRecord } from '../../../../src/core/ledger/history.types';
import { describeProblem, HistoryError, Problem } from '../../../../src/core/problems/problem';
import { DocumentRecord } from '../../../../src/core/rule-set/rule-set.types';
import { foundFacts, ledgerRules } from '../../../support/ledger-rules.builder';

type Document = DocumentRecord<Readonly<Record<string, unknown>>>;

const rules = ledgerRules();
const ZONE = 'Asia/Shanghai';
const finding = { inspection: 'i', item: 'P3' };
const inspection: Document = {
  type: 'inspection',
  key: 'i',
  inspectedOn: '2025-11-12',
  facts: foundFacts(['P3', 'P6']),
};
const rectification: Document = { type: 'rectification', finding, completedOn: '2025-12-01' };
const pass: Document = { type: 're_inspection', finding, inspectedOn: '2025-12-02', passed: true };

const read = (documents: readonly Document[], at?: string): Promise<readonly HistoryRecord[]> =>
  readHistory(documents, (day) => (day < '2021-10-01' ? undefined : rules), ZONE, at);

async function problemsOf(...documents: readonly Document[]): Promise<readonly Problem[]> {
  return read(documents).then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof HistoryError)) throw error;
      return error.problems;
    },
  );
}

const told = async (...documents: readonly Document[]): Promise<readonly string[]> =>
  (await problemsOf(...documents)).map(({ code, path }) => `${code} ${path}`);

describe('readHistory', () => {
  it('scores inspections, with points and deadline of each violation', async () => {
    const [record] = await read([inspection]);
    expect(record).toMatchObject({
      type: 'inspection',
      number: 1,
      key: 'i',
      day: '2025-11-12',
      violations: [
        { item: 'P3', points: 3, deadline: '2025-12-12' },
        { item: 'P6', points: 6, deadline: '2025-11-12' },
      ],
    });
  });

  it('keeps the points that an exclusive item has by itself', async () => {
    const [record] = await read([{ ...inspection, facts: foundFacts(['X4', 'Y5']) }]);
    expect(record).toMatchObject({
      violations: [
        { item: 'X4', points: 4 },
        { item: 'Y5', points: 5 },
      ],
    });
  });

  it('knows a record at the end of its day where nothing else is said', async () => {
    const records = await read([
      inspection,
      { ...rectification, knownAt: '2025-12-03' },
      { ...pass, knownAt: '2025-12-04T08:00:00+08:00' },
    ]);
    expect(records.map(({ knownAt }) => new Date(knownAt).toISOString())).toEqual([
      '2025-11-12T15:59:59.999Z',
      '2025-12-03T15:59:59.999Z',
      '2025-12-04T00:00:00.000Z',
    ]);
  });

  it('numbers records by their places, unless each has a number', async () => {
    expect((await read([inspection, rectification, pass])).map(({ number, key }) => `${number} ${key}`)).toEqual([
      '1 i',
      '2 #2',
      '3 #3',
    ]);
    const numbered = [inspection, rectification, pass].map((one, place) => ({ ...one, number: 30 - place }));
    expect((await read(numbered)).map(({ number }) => number)).toEqual([30, 29, 28]);
  });

  it('reads nothing from nothing', async () => {
    expect(await read([])).toEqual([]);
  });

  it.each<[string, readonly Document[], readonly string[]]>([
    ['numbers for some', [{ ...inspection, number: 1 }, rectification], ['numbers_incomplete /records']],
    [
      'a number twice',
      [
        { ...inspection, number: 1 },
        { ...rectification, number: 1 },
      ],
      ['duplicate_number /records/1/number'],
    ],
    ['a key twice', [inspection, { ...rectification, key: 'i' }], ['duplicate_key /records/1/key']],
    ['no such day', [{ ...inspection, inspectedOn: '2026-02-29' }], ['no_such_day /records/0']],
    [
      'no such new deadline',
      [inspection, { type: 'extension', finding, decidedOn: '2025-12-01', newDeadline: '2026-02-30' }],
      ['no_such_day /records/1/newDeadline'],
    ],
    ['no such instant', [{ ...inspection, knownAt: '2025-11-12T25:00:00Z' }], ['no_such_instant /records/0/knownAt']],
    [
      'known before its day',
      [{ ...inspection, knownAt: '2025-11-11T23:59:59+08:00' }],
      ['known_before_day /records/0/knownAt'],
    ],
    [
      'no version in force',
      [{ ...inspection, inspectedOn: '2021-09-30' }],
      ['no_version_in_force /records/0/inspectedOn'],
    ],
    [
      'facts that do not fit',
      [{ ...inspection, facts: { found: { p3: 'yes' }, smoke: 1 } }],
      ['fact_type /records/0/facts/found/p3', 'unknown_fact /records/0/facts/smoke'],
    ],
    [
      'a record about nothing',
      [inspection, { ...rectification, finding: { inspection: 'i', item: 'P10' } }],
      ['no_such_finding /records/1'],
    ],
    [
      'a completion before the inspection',
      [inspection, { ...rectification, completedOn: '2025-11-11' }],
      ['before_inspection /records/1'],
    ],
    ['a pass of nothing reported', [inspection, pass], ['not_rectified /records/1']],
    [
      'an annulment of nothing',
      [inspection, { type: 'annulment', decidedOn: '2026-01-01', annuls: { record: 'x' } }],
      ['no_such_record /records/1'],
    ],
  ])('refuses %s', async (_, documents, problems) => {
    expect(await told(...documents)).toEqual(problems);
  });

  it('takes the first moment of the day, and the version on its first day', async () => {
    expect(await told({ ...inspection, knownAt: '2025-11-12T00:00:00+08:00' })).toEqual([]);
    expect(await told({ ...inspection, inspectedOn: '2021-10-01' })).toEqual([]);
  });

  it('names everything that is wrong at once', async () => {
    expect(await told({ ...inspection, inspectedOn: 'x' }, { ...rectification, completedOn: 'y' })).toHaveLength(2);
  });

  it('tells each problem in both languages with the value received', async () => {
    for (const problem of await problemsOf(inspection, pass, { ...rectification, knownAt: 'soon' })) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const { message, mend } = describeProblem(problem, locale);
        expect(message).toContain('"soon"');
        expect(`${message}${mend}`).not.toMatch(/[{}]/);
      }
    }
  });

  it('takes records in any order', async () => {
    expect(await told(pass, rectification, inspection)).toEqual([]);
  });
});

describe('recordDay', () => {
  it('is the day each kind of record is dated', () => {
    const annulment: Document = { type: 'annulment', decidedOn: '2025-12-05', annuls: { record: 'i' } };
    const extension: Document = { type: 'extension', finding, decidedOn: '2025-12-03', newDeadline: '2026-02-01' };
    expect([inspection, rectification, pass, extension, annulment].map(recordDay)).toEqual([
      '2025-11-12',
      '2025-12-01',
      '2025-12-02',
      '2025-12-03',
      '2025-12-05',
    ]);
  });
});

describe('deadlineOf', () => {
  it.each([
    ['at_once', '2026-09-30', '2026-09-30'],
    [{ days: 1 }, '2026-09-30', '2026-10-01'],
    [{ days: 1 }, '2024-02-28', '2024-02-29'],
    [{ days: 10 }, '2025-11-12', '2025-11-22'],
    [{ days: 30, dayKind: 'calendar' }, '2025-11-12', '2025-12-12'],
  ] as const)('%j after %s is %s', (deadline, day, last) => {
    expect(deadlineOf(deadline, civilDate(day))).toBe(last);
  });
});
