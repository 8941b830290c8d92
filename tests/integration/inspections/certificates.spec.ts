import { ProblemDocument } from '../../../src/common/http/problem-document';
import { useTestApp } from '../../support/app';
import { Answer, refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';
import { aRuleSet } from '../../support/rule-set.builder';
import { useStored } from '../../support/stored';
import { TempFolder } from '../../support/temp-folder';
import { BatchAnswer, outcomesOf } from './service';

// Inspections under a rule set that requires certificates, and under one that does not.

const STRICT = 'with-certificates';
const FREE = 'without-certificates';

const folder = new TempFolder();
for (const ruleSet of [
  aRuleSet({ id: STRICT, inspectors: { minimum: 2, certificateRequired: true } }),
  aRuleSet({ id: FREE }),
]) {
  folder.write(`${ruleSet.id}/1.0.0.json`, ruleSet);
  const periods = [{ version: '1.0.0', from: '2025-10-01' }];
  folder.write(`${ruleSet.id}/in-force.json`, { ruleSet: ruleSet.id, periods });
}
afterAll(() => folder.remove());

const database = useTestDatabase();
const { client } = useTestApp(database, {
  now: '2026-06-15T09:00:00+08:00',
  environment: { RULES_DIR: folder.path },
});
const stored = useStored(database);
const SUBJECT = creditCode(1);

type Fields = Readonly<Record<string, unknown>>;
interface Inspection {
  readonly inspectors: readonly string[];
  readonly certifiedInspectors: readonly Fields[];
  readonly assistedBy: readonly string[];
}

const created = async <T>(path: string, body: object): Promise<T> => {
  const { status, body: told } = await client.post(path, body);
  if (status !== 201) throw new Error(JSON.stringify(told));
  return told as T;
};
const enter = (certificateNumber: string, name: string, office: string, validFrom: string, validTo?: string) =>
  created('/inspectors', { certificateNumber, name, office, validFrom, ...(validTo === undefined ? {} : { validTo }) });

beforeAll(async () => {
  await setUpOffices(client);
  await created('/subjects', aSubject(1));
  // Always valid, valid in the first quarter, renewed after a gap, revoked.
  await enter('A1', '甲', 'town-a', '2021-01-01');
  await enter('A2', '乙', 'town-a', '2026-01-01', '2026-04-01');
  await enter('B3', '丙', 'town-b', '2021-01-01', '2026-02-01');
  await created('/inspectors/B3/renewals', { validFrom: '2026-02-10', validTo: '2031-01-01' });
  await enter('B4', '丁', 'bureau', '2021-01-01');
  await created('/inspectors/B4/revocations', { revokedFrom: '2026-03-01', reason: '退休' });
});

const anInspection = (
  ruleSet: string,
  inspectedOn: string,
  inspectors: readonly string[],
  more: Fields = {},
): Fields => ({
  ...{ subject: SUBJECT, ruleSet, inspectedOn, kind: 'routine', office: 'town-a', inspectors },
  facts: { furnaces: { total: 2, idle: 0 }, alarm: { kind: 'fixed', tested: '2026-01-05' } },
  ...more,
});

let keys = 0;
const inspect = (body: Fields, language = 'zh-CN'): Promise<Answer<ProblemDocument & { readonly id: string }>> =>
  client.post('/inspections', body, {
    headers: { 'idempotency-key': `key-${(keys += 1)}`, 'accept-language': language },
  });
/** The inspection as it is kept. */
const kept = async (body: Fields): Promise<Inspection> => {
  const { status, body: told } = await inspect(body);
  if (status !== 201) throw new Error(JSON.stringify(told));
  return (await client.get<Inspection>(`/inspections/${told.id}`)).body;
};

describe('where the rule set requires certificates', () => {
  it('an inspection shows the names and numbers as they were recorded', async () => {
    const { inspectors, certifiedInspectors, assistedBy } = await kept(
      anInspection(STRICT, '2026-02-15', ['A1', 'B3']),
    );
    expect(inspectors).toEqual(['A1', 'B3']);
    expect(certifiedInspectors).toEqual([
      { certificateNumber: 'A1', name: '甲', office: 'town-a' },
      { certificateNumber: 'B3', name: '丙', office: 'town-b' },
    ]);
    expect(assistedBy).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ['the day before its first', '2025-12-31', false],
    ['its first day', '2026-01-01', true],
    ['its last day', '2026-03-31', true],
    ['the day after its last', '2026-04-01', false],
  ])('an inspector with a certificate may inspect on %s: %s %s', async (_, day, may) => {
    const answer = await inspect(anInspection(STRICT, day, ['A1', 'A2']));
    if (may) expect(answer.status).toBe(201);
    else expect(refusal(answer)).toBe('422 unprocessable: inspector_not_valid at /inspectors/1');
  });

  it.each<[string, string, string, boolean]>([
    ['B3', 'the last day before the gap', '2026-01-31', true],
    ['B3', 'the first day of the gap', '2026-02-01', false],
    ['B3', 'the last day of the gap', '2026-02-09', false],
    ['B3', 'the first day of the renewal', '2026-02-10', true],
    ['B4', 'the last day before the revocation', '2026-02-28', true],
    ['B4', 'the day of the revocation', '2026-03-01', false],
  ])('%s may inspect on %s: %s %s', async (number, _, day, may) => {
    const answer = await inspect(anInspection(STRICT, day, ['A1', number]));
    if (may) expect(answer.status).toBe(201);
    else expect(refusal(answer)).toBe('422 unprocessable: inspector_not_valid at /inspectors/1');
  });

  it('there is a problem for each inspector who may not, and nothing is recorded', async () => {
    const before = await stored.everything();
    const { status, body } = await inspect(anInspection(STRICT, '2026-05-06', ['A2', 'A1', '张三', 'B4']), 'en');
    expect(status).toBe(422);
    expect(body.errors.map(({ code, path, message }) => `${code} at ${path}: ${message}`)).toEqual([
      'inspector_not_valid at /inspectors/0: The certificate "A2" of 乙, office town-a, is not valid on 2026-05-06: it is valid from 2026-01-01 until before 2026-04-01.',
      'inspector_unknown at /inspectors/2: There is no inspector with the certificate "张三".',
      'inspector_not_valid at /inspectors/3: The certificate "B4" of 丁, office bureau, is not valid on 2026-05-06: it is valid from 2021-01-01 until before 2026-03-01.',
    ]);
    expect(await stored.everything()).toEqual(before);
  });

  it('says so in Chinese', async () => {
    const { body } = await inspect(anInspection(STRICT, '2026-05-06', ['A1', 'B4']));
    expect(body.detail).toBe('丁（bureau）的执法证 "B4" 在 2026-05-06 无效，有效期为 2021-01-01 起至 2026-03-01 前。');
  });

  it('the same certificate typed in two ways is one inspector', async () => {
    const answer = await inspect(anInspection(STRICT, '2026-05-07', ['A1', 'Ａ１']));
    expect(refusal(answer)).toBe('422 unprocessable: inspectors_too_few at /inspectors');
  });

  it('a number may be typed full-width', async () => {
    const { certifiedInspectors } = await kept(anInspection(STRICT, '2026-03-10', ['Ａ１', 'A2']));
    expect(certifiedInspectors.map(({ certificateNumber }) => certificateNumber)).toEqual(['A1', 'A2']);
  });

  it('is answered with the names and numbers, and audited with who inspected', async () => {
    const { status, body } = await inspect(anInspection(STRICT, '2026-03-13', ['A1', 'A2'], { assistedBy: ['王工'] }));
    const who = [
      { certificateNumber: 'A1', name: '甲', office: 'town-a' },
      { certificateNumber: 'A2', name: '乙', office: 'town-a' },
    ];
    expect([status, body]).toMatchObject([201, { certifiedInspectors: who }]);
    const [event] = await stored.rows(`SELECT after FROM audit_event WHERE entity_id = $1`, [body.id]);
    expect(event).toMatchObject({
      after: { inspectors: ['A1', 'A2'], certifiedInspectors: who, assistedBy: ['王工'] },
    });
  });

  it('what was recorded stays, whatever becomes of the certificate', async () => {
    await enter('C5', '戊', 'town-a', '2021-01-01');
    const { status, body } = await inspect(anInspection(STRICT, '2026-06-01', ['A1', 'C5']));
    expect(status).toBe(201);
    await created('/inspectors/C5/revocations', { revokedFrom: '2025-01-01', reason: '证件有误' });
    const after = (await client.get<Inspection>(`/inspections/${body.id}`)).body;
    expect(after.certifiedInspectors.map(({ name }) => name)).toEqual(['甲', '戊']);
    expect(refusal(await inspect(anInspection(STRICT, '2026-06-02', ['A1', 'C5'])))).toContain('inspector_not_valid');
  });

  it('each entry of a batch is held to it', async () => {
    const entry = (key: string, day: string, inspectors: readonly string[]) => ({
      ...{ type: 'inspection', key },
      ...anInspection(STRICT, day, inspectors),
    });
    const entries = [
      entry('good', '2026-03-31', ['A1', 'A2']),
      entry('late', '2026-04-01', ['A1', 'A2']),
      entry('unknown', '2026-04-01', ['A1', 'X9']),
    ];
    const { body } = await client.post<BatchAnswer>('/inspections/batch', { entries });
    expect(outcomesOf(body)).toEqual([
      '201',
      '422 inspector_not_valid at /inspectors/1',
      '422 inspector_unknown at /inspectors/1',
    ]);
  });
});

describe('where the rule set does not require certificates', () => {
  it('names are accepted, and certificates are found that were valid on the day', async () => {
    const inspection = await kept(anInspection(FREE, '2026-05-06', ['张三', 'A1', 'A2']));
    expect(inspection.inspectors).toEqual(['张三', 'A1', 'A2']);
    expect(inspection.certifiedInspectors).toEqual([{ certificateNumber: 'A1', name: '甲', office: 'town-a' }]);
  });

  it('an inspection recorded before there was a register of inspectors stays readable', async () => {
    const { body } = await inspect(anInspection(FREE, '2026-05-08', ['李四']));
    const copy = '00000000-0000-4000-8000-000000000077';
    // As the release before stored it: without the columns that came with the register.
    await stored.rows(
      `INSERT INTO record SELECT (jsonb_populate_record(r, jsonb_build_object('id', $2::text, 'key', $2::text, 'number', 900))).*
         FROM record r WHERE id = $1`,
      [body.id, copy],
    );
    await stored.rows(
      `INSERT INTO inspection (id, version_hash, kind, office_id, inspectors, facts, points, result)
       SELECT $2, version_hash, kind, office_id, inspectors, facts, points, result FROM inspection WHERE id = $1`,
      [body.id, copy],
    );
    const { status, body: old } = await client.get<Inspection>(`/inspections/${copy}`);
    expect([status, old.inspectors, old.certifiedInspectors, old.assistedBy]).toEqual([200, ['李四'], [], []]);
  });
});

describe('experts', () => {
  it('are named as assisting, and are no inspectors', async () => {
    const body = anInspection(STRICT, '2026-03-11', ['A1', 'A2'], { assistedBy: ['王工', '示例大学 赵教授'] });
    const { assistedBy, inspectors } = await kept(body);
    expect([assistedBy, inspectors]).toEqual([
      ['王工', '示例大学 赵教授'],
      ['A1', 'A2'],
    ]);
  });

  it('do not make up for an inspector who is missing', async () => {
    const answer = await inspect(anInspection(STRICT, '2026-03-12', ['A1'], { assistedBy: ['A2'] }));
    expect(refusal(answer)).toBe('422 unprocessable: inspectors_too_few at /inspectors');
  });

  it('are refused as inspectors where certificates are required', async () => {
    const answer = await inspect(anInspection(STRICT, '2026-03-12', ['A1', '王工']));
    expect(refusal(answer)).toBe('422 unprocessable: inspector_unknown at /inspectors/1');
  });

  it.each<[readonly string[], string]>([
    [['A1'], '422 unprocessable: assistant_inspects at /assistedBy/0'],
    [['王工', 'Ａ２'], '422 unprocessable: assistant_inspects at /assistedBy/1'],
    [['王工', '王工'], '400 invalid_request: entry_repeated at /assistedBy/0'],
    [[''], '400 invalid_request: text_empty at /assistedBy/0'],
    [['王'.repeat(101)], '400 invalid_request: text_too_long at /assistedBy/0'],
    [Array.from({ length: 21 }, (_, n) => `专家${n}`), '400 invalid_request: list_too_long at /assistedBy'],
  ])('are not %j', async (assistedBy, told) => {
    expect(refusal(await inspect(anInspection(STRICT, '2026-03-12', ['A1', 'A2'], { assistedBy })))).toBe(told);
  });
});
