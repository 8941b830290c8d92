import { Answer } from '../../support/client';
import { anInspection, furnaceFacts, inspect, RecordedInspection, standing } from '../../support/furnace.builder';
import { findingOf, holding, untilLocked, useService } from './service';

const service = useService({ now: '2026-06-15T09:00:00+08:00', environment: { POOL_SIZE: '12' } });
const { client, stored } = service;
const LEAK = { 'furnaces.withLeakAlarm': 1 };
const WATER = { 'site.waterZones': 1 };

let subjects = 0;
const subject = () => service.register((subjects += 1));

/** Everything that must hold of a history whatever ran at the same time. */
async function expectSound(code: string, records: number): Promise<void> {
  const numbers = await stored.rows<{ number: number }>(
    'SELECT number FROM record r JOIN subject s ON s.id = r.subject_id WHERE s.code = $1 ORDER BY number',
    [code],
  );
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: records }, (_, n) => n + 1));
  const twice = await stored.rows(
    `SELECT rung FROM measure m JOIN subject s ON s.id = m.subject_id
      WHERE s.code = $1 AND m.state <> 'withdrawn' GROUP BY cycle_from, rung HAVING count(*) > 1`,
    [code],
  );
  expect(twice).toEqual([]);
}

describe('two inspections of one enterprise at the same moment', () => {
  it('are both recorded, once each; an item that both find is posted once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const code = await subject();
      const facts = furnaceFacts({ ...LEAK, ...WATER });
      const answers = await Promise.all(
        ['routine', 'spot_check'].map((kind) => inspect(client, anInspection(code, '2026-06-12', facts, { kind }))),
      );
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      const [first, second] = answers.map(({ body }) => body);
      expect(first?.id).not.toBe(second?.id);
      // One of them posted both, the other none, whichever came first.
      expect(answers.map(({ body }) => body.findings.length).sort()).toEqual([0, 2]);
      const found = await standing(client, code, '2026-06-15');
      expect(found.total).toBe(9);
      expect(found.postings.map(({ state }) => state).sort()).toEqual([
        'current',
        'current',
        'not_posted',
        'not_posted',
      ]);
      expect(found.measures.map(({ rung, state }) => `${rung} ${state}`)).toEqual(['R3 open', 'R6 open']);
      await expectSound(code, 2);
    }
  });

  it('sent while another holds the enterprise wait for it and see what it recorded', async () => {
    const code = await subject();
    const sent: Promise<Answer<RecordedInspection>>[] = [];
    await holding(stored, code, async () => {
      for (const set of [LEAK, LEAK, WATER]) {
        sent.push(inspect(client, anInspection(code, '2026-06-12', furnaceFacts(set))));
        await untilLocked(stored, sent.length);
      }
    });
    const answers = await Promise.all(sent);
    // In the order in which they came.
    expect(answers.map(({ body }) => body.standing.total)).toEqual([3, 3, 9]);
    await expectSound(code, 3);
  });
});

describe('everything at the same moment', () => {
  it('leaves a sound history: inspections, completion, rectifications and annulments', async () => {
    const code = await subject();
    const { standing: after } = await service.inspected(code, '2026-06-10', { ...LEAK, ...WATER });
    const [leak, water] = [findingOf({ standing: after }, 'F09'), findingOf({ standing: after }, 'F14')];
    const measure = after.measures.find(({ rung }) => rung === 'R6')?.id;
    const answers = await Promise.all([
      ...[1, 2, 3].map(() =>
        inspect(client, anInspection(code, '2026-06-12', furnaceFacts({ 'training.archiveComplete': false }))),
      ),
      ...[1, 2].map(() => client.post(`/findings/${leak}/rectification`, { completedOn: '2026-06-12' })),
      ...[1, 2].map(() => client.post(`/findings/${water}/annulment`, { decidedOn: '2026-06-14', reason: '复核' })),
      ...[1, 2].map(() => client.post(`/measures/${measure}/completion`, { completedOn: '2026-06-15' })),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.slice(0, 3)).toEqual([201, 201, 201]);
    expect(statuses.slice(3, 5).sort()).toEqual([201, 409]);
    expect(statuses.slice(5, 7).sort()).toEqual([201, 409]);
    // Completed once, unless the annulment withdrew it first.
    expect(statuses.slice(7).sort()).toEqual(statuses.slice(7).includes(201) ? [201, 409] : [409, 409]);
    expect((await standing(client, code, '2026-06-15')).total).toBe(5);
    await expectSound(code, 6);
  });
});
