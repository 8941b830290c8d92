import { anInspection, furnaceFacts, inspect } from '../../support/furnace.builder';
import { changedTables, findingOf, useService } from './service';

const service = useService({ now: '2026-06-15T09:00:00+08:00', environment: { POOL_SIZE: '12' } });
const { client, clock, stored } = service;
const LEAK = furnaceFacts({ 'furnaces.withLeakAlarm': 1 });

let subjects = 0;
const subject = () => service.register((subjects += 1));
const records = async (code: string): Promise<number> => {
  const rows = await stored.rows('SELECT 1 FROM record r JOIN subject s ON s.id = r.subject_id WHERE s.code = $1', [
    code,
  ]);
  return rows.length;
};

describe('an inspection sent again under its key', () => {
  it('is recorded once and answered as before, although much has happened since', async () => {
    const code = await subject();
    const body = anInspection(code, '2026-06-12', LEAK);
    const first = await inspect(client, body, 'again');
    await service.taken(`/findings/${findingOf(first.body, 'F09')}/annulment`, {
      decidedOn: '2026-06-15',
      reason: '复核',
    });
    clock.advance(3_600_000);
    const before = await stored.everything();
    const second = await inspect(client, body, 'again');
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(changedTables(before, await stored.everything())).toEqual([]);
  });

  it('may spell its content another way', async () => {
    const code = await subject();
    const body = anInspection(code, '2026-06-12', LEAK);
    const first = await inspect(client, body, 'spelt');
    const turned = Object.fromEntries(Object.entries({ ...body, subject: code.toLowerCase() }).reverse());
    expect((await inspect(client, turned, 'spelt')).body).toEqual(first.body);
    expect(await records(code)).toBe(1);
  });

  it.each<[string, object]>([
    ['day', { inspectedOn: '2026-06-11' }],
    ['kind', { kind: 'spot_check' }],
    ['facts', { facts: {} }],
    ['order of inspectors', { inspectors: ['320000002', '320000001'] }],
  ])('with another %s is refused', async (what, more) => {
    const code = await subject();
    const body = anInspection(code, '2026-06-12', LEAK);
    const key = `other-${what.replaceAll(' ', '-')}`;
    await inspect(client, body, key);
    const told = await service.refused(() => inspect(client, { ...body, ...more }, key));
    expect(told).toBe('422 unprocessable: key_reused at /headers/idempotency-key');
  });

  it('keeps its key when it was refused: nothing stands for it', async () => {
    const code = await subject();
    const tooEarly = anInspection(code, '2020-01-01', LEAK);
    expect(await service.refused(() => inspect(client, tooEarly, 'refused-first'))).toContain('422');
    expect(await inspect(client, anInspection(code, '2026-06-12', LEAK), 'refused-first')).toMatchObject({
      status: 201,
    });
  });

  it('ten times at the same moment is recorded once, and all are answered the same', async () => {
    const code = await subject();
    const body = anInspection(code, '2026-06-12', LEAK);
    const answers = await Promise.all(Array.from({ length: 10 }, () => inspect(client, body, 'ten')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    expect(await records(code)).toBe(1);
  });

  it('for another enterprise at the same moment is recorded for one of them only', async () => {
    for (let round = 0; round < 5; round += 1) {
      const codes = [await subject(), await subject()];
      const answers = await Promise.all(
        codes.map((code) => inspect(client, anInspection(code, '2026-06-12', LEAK), `raced-${round}`)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
      const kept = await Promise.all(codes.map(records));
      expect(kept.sort()).toEqual([0, 1]);
    }
  });
});

describe('a record about a finding', () => {
  const found = async (): Promise<string> =>
    findingOf(await service.inspected(await subject(), '2026-06-12', { 'furnaces.withLeakAlarm': 1 }), 'F09');
  const rectify = (finding: string, completedOn: string, key: string) =>
    client.post(`/findings/${finding}/rectification`, { completedOn }, { headers: { 'idempotency-key': key } });

  it('sent again under a key is recorded once and answered as before', async () => {
    const finding = await found();
    const answers = await Promise.all(Array.from({ length: 5 }, () => rectify(finding, '2026-06-14', 'rectified')));
    expect(answers[0]?.status).toBe(201);
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    expect(await service.refused(() => rectify(finding, '2026-06-13', 'rectified'))).toContain(
      '422 unprocessable: key_reused',
    );
  });

  it('goes by its id, however that is spelt', async () => {
    const finding = await found();
    const first = await rectify(finding, '2026-06-14', 'spelt');
    expect((await rectify(finding.toUpperCase(), '2026-06-14', 'spelt')).body).toEqual(first.body);
  });

  it('may use a key that stands for a record about another finding', async () => {
    for (const finding of [await found(), await found()]) {
      expect(await rectify(finding, '2026-06-14', 'shared')).toMatchObject({ status: 201 });
    }
  });
});
