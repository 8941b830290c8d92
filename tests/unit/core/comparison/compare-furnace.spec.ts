import { compareRuleSets } from '../../../../src/core/comparison/compare-rule-sets';
import { PointsCounterexample, StandingCounterexample } from '../../../../src/core/comparison/comparison.types';
import {
  allChanges,
  changedFurnace,
  comparedItem,
  compareWithChanged,
  itemOf,
} from '../../../support/comparison.builder';

/** The facts on which a difference rests, as path and value. */
const deciding = (example: PointsCounterexample | null) =>
  Object.fromEntries((example?.facts ?? []).filter((fact) => fact.deciding).map(({ path, value }) => [path, value]));

const story = (example: StandingCounterexample | null) =>
  (example?.records ?? []).map((record) => {
    if (record.type === 'inspection' || record.type === 're_inspection') return `${record.type} ${record.inspectedOn}`;
    return record.type === 'rectification' ? `${record.type} ${record.completedOn}` : record.type;
  });

describe('a rule set compared with itself', () => {
  it('is the same in everything', async () => {
    const compiled = changedFurnace();
    const found = await compareRuleSets(compiled, compiled);
    expect(found).toMatchObject({
      equal: true,
      sameRuleSet: true,
      items: [],
      exclusions: [],
      settings: [],
      facts: [],
      others: [],
      asks: { added: [], dropped: [] },
      direction: { direction: 'none', proved: true },
    });
  });
});

describe('F09 becomes 6 points', () => {
  it('is stricter, with the one furnace that shows it', async () => {
    const found = await compareWithChanged((draft) => (itemOf(draft, 'F09').points = 6));
    expect(allChanges(found)).toMatchObject([
      { kind: 'changed', path: '/items/F09/points', oldPath: '/items/8/points', concern: 'points', old: 3, new: 6 },
    ]);
    const { points, remarks, deadline } = comparedItem(found, 'F09');
    expect(points).toMatchObject({ direction: 'stricter', whole: true, fewer: null });
    expect(points.more).toMatchObject({
      items: [{ old: { outcome: 'violated', points: 3 }, new: { outcome: 'violated', points: 6 } }],
      total: { old: 3, new: 6 },
    });
    expect(deciding(points.more)).toEqual({ 'furnaces.withLeakAlarm': 0, 'furnaces.total': 1 });
    expect(points.more?.facts).toHaveLength(2);
    expect(points.more?.sentence['zh-CN']).toContain('F09 由 3 分（违规）变为 6 分（违规）');
    expect(remarks.map(({ code }) => code)).toEqual(['effect_without_basis']);
    expect(deadline).toBeNull();
    expect(found.direction).toMatchObject({ direction: 'stricter', proved: true });
    expect(found.direction.sentence.en).toMatch(/^Against taizhou-hailing-furnace 1\.0\.0 as the baseline/);
  });
});

describe('F14 loses its appliesWhen', () => {
  it('costs 6 points where production stands still, and production is no longer asked about', async () => {
    const found = await compareWithChanged((draft) => {
      const item = itemOf(draft, 'F14');
      delete item.appliesWhen;
      item.title = { 'zh-CN': '炉底、炉坑等区域有积水', en: 'Standing water under the furnace' };
      item.legalBasis.splice(1, 1);
      item.majorHazard = { status: 'conditional', clause: { 'zh-CN': '生产期间有积水的', en: 'While producing' } };
      draft.facts = draft.facts.filter(({ path }) => path !== 'site.productionRunning');
    });
    const { points, changes, asks, remarks } = comparedItem(found, 'F14');
    expect(changes.map(({ path, kind }) => [path, kind])).toEqual([
      ['/items/F14/title', 'changed'],
      ['/items/F14/appliesWhen', 'removed'],
      ['/items/F14/majorHazard/status', 'changed'],
      ['/items/F14/majorHazard/clause', 'changed'],
      ['/items/F14/legalBasis/1', 'removed'],
    ]);
    expect(changes[1]?.sentence['zh-CN']).toBe('适用条件由〔“检查时是否处于生产期间”为“是”〕改为任何情形均适用。');
    expect(points).toMatchObject({ direction: 'stricter', whole: true });
    expect(points.more).toMatchObject({
      facts: [
        { path: 'site.productionRunning', value: false, deciding: true, old: true, new: false },
        { path: 'site.waterZones', value: 1, deciding: true, old: true, new: true },
      ],
      items: [{ old: { outcome: 'not_applicable', points: 0 }, new: { outcome: 'violated', points: 6 } }],
    });
    expect(asks.dropped.map(({ path }) => path)).toEqual(['site.productionRunning']);
    expect(found.asks).toEqual(asks);
    expect(found.facts).toMatchObject([{ kind: 'removed', path: '/facts/site.productionRunning' }]);
    expect(remarks.map(({ code }) => code)).toEqual(['asks_less']);
  });
});

describe("F03's deadline becomes 15 days", () => {
  it('is milder for what is put right between the old and the new deadline', async () => {
    const found = await compareWithChanged((draft) => (itemOf(draft, 'F03').rectification.deadline = { days: 15 }));
    const { points, deadline, changes } = comparedItem(found, 'F03');
    expect(changes).toMatchObject([{ path: '/items/F03/rectification/deadline', concern: 'standing' }]);
    expect(changes[0]?.sentence).toEqual({
      'zh-CN': '整改期限由 10 日改为 15 日。',
      en: 'Deadline: from 10 days to 15 days.',
    });
    expect(points).toMatchObject({ direction: 'none', tried: 0, whole: true });
    expect(deadline).toMatchObject({ direction: 'milder', more: null });
    expect(story(deadline?.fewer ?? null)).toEqual([
      'inspection 2027-09-19',
      'rectification 2027-09-30',
      're_inspection 2027-09-30',
    ]);
    expect(deadline?.fewer).toMatchObject({
      asOf: '2027-10-01',
      results: {
        old: {
          total: 2,
          carried: 2,
          findings: [{ deadline: '2027-09-29', state: 'carried', reason: 'rectified_late' }],
        },
        new: { total: 0, carried: 0, findings: [{ deadline: '2027-10-04', state: 'cleared' }] },
      },
    });
    expect(found.direction).toMatchObject({ direction: 'milder', proved: false });
  });
});

describe('texts apart from meaning', () => {
  it('tells an article that changes without the points', async () => {
    const found = await compareWithChanged((draft) => {
      itemOf(draft, 'F09').legalBasis[0]!.article = { 'zh-CN': '第三十六条', en: 'Article 36' };
    });
    const { changes, points, remarks } = comparedItem(found, 'F09');
    expect(changes).toMatchObject([{ path: '/items/F09/legalBasis/0', concern: 'text', kind: 'changed' }]);
    expect(points).toMatchObject({ direction: 'none', whole: true });
    expect(remarks.map(({ code }) => code)).toEqual(['texts_only', 'basis_without_effect']);
    expect(found.direction).toMatchObject({ direction: 'none', proved: true });
  });

  it('says which language a text changes in', async () => {
    const found = await compareWithChanged((draft) => (itemOf(draft, 'F09').title.en = 'No leak alarm'));
    expect(comparedItem(found, 'F09').changes[0]?.sentence).toEqual({
      'zh-CN': '事项名称只修改英文文字，中文不变。',
      en: 'Title: from "Furnace without a leak (run-out) alarm" to "No leak alarm".',
    });
  });

  it('finds no effect in a condition that only is written otherwise', async () => {
    const found = await compareWithChanged((draft) => {
      const item = itemOf(draft, 'F09');
      item.condition = { not: { not: item.condition } };
    });
    const { points, remarks, changes } = comparedItem(found, 'F09');
    expect(changes).toMatchObject([{ path: '/items/F09/condition', concern: 'points' }]);
    expect(points).toMatchObject({ direction: 'none', whole: true, more: null, fewer: null, otherwise: null });
    expect(remarks.map(({ code }) => code)).toContain('same_effect');
  });

  it('sees nothing in a default that is written out', async () => {
    const found = await compareRuleSets(
      changedFurnace((draft) => delete draft.accumulation.clearing),
      changedFurnace(),
    );
    expect(found.settings.map(({ path, effect }) => [path, effect])).toEqual([
      ['/accumulation/clearing/when', null],
      ['/accumulation/clearing/deadlineAfterCycleDay', null],
      ['/accumulation/clearing/latePass', null],
    ]);
    expect(allChanges(found).every(({ concern }) => concern === 'nothing')).toBe(true);
    expect(found).toMatchObject({ equal: false, direction: { direction: 'none', proved: true } });
  });
});

describe('items that come and go', () => {
  it('tells one removed and one added', async () => {
    const found = await compareWithChanged((draft) => {
      draft.items = draft.items.filter(({ code }) => code !== 'F05');
      draft.items.push({ ...itemOf(draft, 'F21'), code: 'F23', points: 1 });
    });
    expect(found.items.map(({ code, status }) => [code, status])).toEqual([
      ['F23', 'added'],
      ['F05', 'removed'],
    ]);
    expect(comparedItem(found, 'F05')).toMatchObject({
      oldNumber: 5,
      newNumber: null,
      points: { direction: 'milder', whole: true, fewer: { items: [{ old: { points: 2 }, new: null }] } },
    });
    expect(comparedItem(found, 'F23')).toMatchObject({
      points: {
        direction: 'stricter',
        more: { items: [{ old: null, new: { points: 1 } }], total: { old: 3, new: 4 } },
      },
    });
    expect(found.direction).toMatchObject({ direction: 'mixed', proved: true });
    // F21 asks for the same facts as F23, so nothing new has to be found out.
    expect(found.asks.added).toEqual([]);
    expect(found.asks.dropped).toHaveLength(6);
  });

  it('knows one again that was only given another code', async () => {
    const found = await compareWithChanged((draft) => {
      itemOf(draft, 'F09').code = 'F9';
      itemOf(draft, 'F20').exclusiveWith = ['F08', 'F9', 'F11'];
    });
    expect(found.items).toMatchObject([
      { status: 'renumbered', code: 'F9', oldCode: 'F09', newCode: 'F9', points: { direction: 'none', whole: true } },
    ]);
    expect(found.exclusions).toEqual([]);
  });

  it('tells which items moved, and not those that only gave way', async () => {
    const found = await compareWithChanged((draft) => draft.items.unshift(...draft.items.splice(4, 1)));
    expect(found.items).toMatchObject([{ status: 'moved', code: 'F05', oldNumber: 5, newNumber: 1, changes: [] }]);
  });
});

describe('an operator', () => {
  it('shows at the threshold', async () => {
    const found = await compareRuleSets(
      changedFurnace((draft) => {
        itemOf(draft, 'F14').condition = { fact: 'site.waterZones', operator: 'greaterThanInclusive', value: 2 };
      }),
      changedFurnace((draft) => {
        itemOf(draft, 'F14').condition = { fact: 'site.waterZones', operator: 'greaterThan', value: 2 };
      }),
    );
    const { points, changes } = comparedItem(found, 'F14');
    expect(points).toMatchObject({ direction: 'milder', whole: true });
    expect(deciding(points.fewer)).toEqual({ 'site.productionRunning': true, 'site.waterZones': 2 });
    expect(changes[0]?.sentence.en).toBe(
      'Violated when: from ["Places with standing water within the named areas (with kind of area and photographs)" is at least ' +
        '2 places] to ["Places with standing water within the named areas (with kind of area and photographs)" is more than 2 places].',
    );
  });
});

describe('a calculation', () => {
  it('touches the items that read it, though they say the same', async () => {
    const found = await compareWithChanged((draft) => {
      const fact = draft.facts.find(({ path }) => path === 'staff.safetyOfficers')!;
      fact.expression = { fact: 'staff.fullTimeSafetyOfficers' };
    });
    const { changes, points } = comparedItem(found, 'F02');
    expect(changes).toEqual([]);
    expect(points).toMatchObject({ direction: 'stricter', whole: true });
    expect(deciding(points.more)).toMatchObject({
      'enterprise.isMetalSmelting': false,
      'staff.fullTimeSafetyOfficers': 0,
      'staff.partTimeSafetyOfficers': 1,
    });
    expect(found.facts).toMatchObject([{ path: '/facts/staff.safetyOfficers/expression', concern: 'points' }]);
    expect(found.facts[0]?.sentence['zh-CN']).toBe(
      '事实“专职和兼职安全生产管理人员合计”的计算式由“专职安全生产管理人员数” + “兼职安全生产管理人员数”改为“专职安全生产管理人员数”。',
    );
  });

  it('cannot be compared with what was entered before', async () => {
    const found = await compareWithChanged((draft) => {
      const fact = draft.facts.find(({ path }) => path === 'site.waterZones')!;
      fact.type = 'boolean';
      delete fact.min;
      delete fact.unit;
      itemOf(draft, 'F14').condition = { fact: 'site.waterZones', operator: 'equal', value: true };
    });
    const { points, remarks } = comparedItem(found, 'F14');
    expect(points).toMatchObject({ direction: 'undetermined', whole: false, more: null, fewer: null });
    expect(remarks.map(({ code }) => code)).toContain('incomparable_facts');
    expect(found.direction.direction).toBe('undetermined');
  });
});

describe('exclusive items', () => {
  it('count beside each other once they are no longer exclusive', async () => {
    const found = await compareWithChanged((draft) => {
      delete itemOf(draft, 'F09').exclusiveWith;
      itemOf(draft, 'F20').exclusiveWith = ['F08', 'F11'];
    });
    expect(found.exclusions).toMatchObject([
      {
        kind: 'removed',
        items: ['F09', 'F20'],
        effect: { direction: 'stricter', whole: true, more: { total: { old: 6, new: 9 } } },
      },
    ]);
    expect(found.direction).toMatchObject({ direction: 'stricter', proved: true });
  });
});

describe('how points accumulate', () => {
  it('is told on both sides of a cycle day that moved', async () => {
    const found = await compareWithChanged((draft) => (draft.accumulation.cycle.anchor = { month: 1, day: 1 }));
    expect(found.settings).toMatchObject([{ path: '/accumulation/cycle', effect: { direction: 'mixed' } }]);
    const effect = found.settings[0]?.effect;
    expect(effect?.more).toMatchObject({ asOf: '2027-10-01', results: { old: { total: 0 }, new: { total: 1 } } });
    expect(effect?.fewer).toMatchObject({ asOf: '2028-01-01', results: { old: { total: 1 }, new: { total: 0 } } });
    expect(found.direction).toMatchObject({ direction: 'mixed', proved: true });
  });

  it.each<[string, string, (accumulation: { [name: string]: unknown }) => void, string]>([
    ['A1', 'carryOver/countsTowardsLadder', (a) => (a['carryOver'] = { countsTowardsLadder: false }), 'milder'],
    ['A2', 'clearing/when', (a) => (a['clearing'] = { when: 'pass_day' }), 'milder'],
    [
      'A3',
      'clearing/deadlineAfterCycleDay',
      (a) => (a['clearing'] = { deadlineAfterCycleDay: 'clear_if_met' }),
      'milder',
    ],
    ['A4', 'carryOver/clears', (a) => (a['carryOver'] = { clears: 'pass_day' }), 'milder'],
    ['A4', 'carryOver/clears', (a) => (a['carryOver'] = { clears: 'never' }), 'stricter'],
    ['A5', 'clearing/latePass', (a) => (a['clearing'] = { latePass: 'carry' }), 'stricter'],
    ['A6', 'repeat/whileOpen', (a) => (a['repeat'] = { whileOpen: 'posted' }), 'stricter'],
    ['A7', 'repeat/afterPass', (a) => (a['repeat'] = { afterPass: 'not_posted' }), 'milder'],
    ['A8', 'ceiling', (a) => (a['ceiling'] = 12), 'milder'],
  ])('%s, %s: with a history that shows it', async (_, path, change, direction) => {
    const found = await compareWithChanged((draft) => change(draft.accumulation));
    const setting = found.settings.find((one) => one.effect !== null);
    expect(setting).toMatchObject({ path: `/accumulation/${path}`, effect: { direction } });
    expect(setting?.effect?.more ?? setting?.effect?.fewer).not.toBeNull();
    expect(found.direction).toMatchObject({ direction, proved: false });
  });

  it.each<[string, (ladder: { [name: string]: unknown }) => void, object]>([
    ['reaching', (l) => (l['reaching'] = 'more_than'), { total: 3, rungs: [], measures: [] }],
    ['jump', (l) => (l['jump'] = 'highest_rung'), { total: 6, rungs: ['R3', 'R6'], measures: ['R6'] }],
    ['carriedAlone', (l) => (l['carriedAlone'] = 'none'), { rungs: ['R3', 'R6', 'R10'], measures: [] }],
  ])('the setting of the ladder %s: with a history that shows it', async (name, change, result) => {
    const found = await compareWithChanged((draft) => change(draft.ladder));
    expect(found.settings).toMatchObject([
      { path: `/ladder/${name}`, effect: { direction: 'milder', fewer: { results: { new: result } } } },
    ]);
  });

  it("tells a rung's threshold with points that lie between", async () => {
    const found = await compareWithChanged((draft) => (draft.ladder.rungs[2]!.points = 9));
    expect(allChanges(found)).toMatchObject([{ path: '/ladder/rungs/R10/points', old: 10, new: 9 }]);
    expect(found.settings[0]?.effect).toMatchObject({
      direction: 'stricter',
      more: { results: { old: { total: 9, rungs: ['R3', 'R6'] }, new: { total: 9, rungs: ['R3', 'R6', 'R10'] } } },
    });
  });

  it('takes one change by itself where several change at once', async () => {
    const found = await compareWithChanged((draft) => {
      draft.accumulation.cycle.anchor = { month: 1, day: 1 };
      itemOf(draft, 'F03').rectification.deadline = { days: 15 };
      itemOf(draft, 'F03').points = 3;
    });
    const { deadline } = comparedItem(found, 'F03');
    expect(deadline).toMatchObject({
      direction: 'milder',
      fewer: { results: { old: { total: 2 }, new: { total: 0 } } },
    });
  });

  it('leaves alone what no standing depends on', async () => {
    const found = await compareWithChanged((draft) => {
      draft.ladder.basisAnnulled = 'keep';
      draft.ladder.rungs[0]!.authority = 'district_bureau';
      draft.accumulation.fullMark = 15;
      draft.inspectors = { minimum: 2 };
    });
    expect(found.settings.map(({ path, effect }) => [path, effect])).toEqual([
      ['/accumulation/fullMark', null],
      ['/ladder/basisAnnulled', null],
      ['/ladder/rungs', null],
      ['/inspectors/minimum', null],
    ]);
    expect(found.direction).toMatchObject({ direction: 'none', proved: true });
  });
});

describe('two rule sets', () => {
  it('are matched by the codes of their items, and that is said', async () => {
    const found = await compareWithChanged((draft) => {
      draft.id = 'another-furnace';
      itemOf(draft, 'F01').points = 2;
    });
    expect(found.sameRuleSet).toBe(false);
    expect(found.items.map(({ code }) => code)).toEqual(['F01']);
    expect(found.others).toMatchObject([{ path: '/id', concern: 'identity' }]);
  });
});

describe('lists', () => {
  it('are told by their codes', async () => {
    const found = await compareWithChanged((draft) => {
      draft.roles[0]!.text['zh-CN'] = '主要负责人';
      draft.sources.push({ code: 'NEW', title: { 'zh-CN': '新文件', en: 'New document' } });
      draft.authorities.reverse();
    });
    expect(found.others.map(({ path, kind }) => [path, kind])).toEqual([
      ['/sources/NEW', 'added'],
      ['/roles/principal/text', 'changed'],
      ['/authorities', 'reordered'],
    ]);
    expect(found.others.map(({ sentence }) => sentence['zh-CN'])).toEqual([
      '增加文件依据：NEW “新文件”。',
      '岗位“主要负责人”的名称由“企业主要负责人”改为“主要负责人”。',
      '机关的次序改为：district_bureau、town_office。',
    ]);
  });
});

describe('what this comparison does not know', () => {
  it('is told by its path, and the direction is left open', async () => {
    const [old, fresh] = [changedFurnace(), changedFurnace()];
    const withMore = {
      ...fresh,
      identity: { ...fresh.identity, hash: `sha256:${'0'.repeat(64)}` },
      ruleSet: { ...fresh.ruleSet, later: { parts: [{ code: 'x', start: 12 }] } },
    };
    const found = await compareRuleSets(old, withMore);
    expect(found.others).toMatchObject([{ kind: 'added', path: '/later', concern: 'unknown' }]);
    expect(found.direction).toMatchObject({ direction: 'undetermined', proved: false });
  });
});

describe('scenarios', () => {
  it('are counted by their codes', async () => {
    const scenario = (code: string, points: number) => ({
      code,
      text: { 'zh-CN': '情景', en: 'Scenario' },
      facts: {},
      expect: { points, items: {}, others: 'not_checked' as const },
    });
    const found = await compareRuleSets(
      changedFurnace((draft) => (draft.scenarios = { cases: [scenario('a', 0), scenario('b', 0)] })),
      changedFurnace((draft) => (draft.scenarios = { cases: [scenario('b', 1), scenario('c', 0)] })),
    );
    expect(found.scenarios).toEqual({ old: 2, new: 2, added: ['c'], removed: ['a'], changed: ['b'], baseFacts: [] });
    expect(found).toMatchObject({ equal: false, items: [], others: [], direction: { direction: 'none' } });
  });
});
