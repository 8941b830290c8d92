import { civilDate } from '../../../../src/core/dates/civil-date';
import { endOfDay } from '../../../../src/core/dates/instant';
import { ImpactTally } from '../../../../src/core/impact/impact-tally';
import { RecordedHistory, RecordedInspection } from '../../../../src/core/impact/replay';
import { impactOnSubject, SubjectImpact } from '../../../../src/core/impact/subject-impact';
import { compileRuleSet } from '../../../../src/core/rule-set/compile';
import { RuleSet } from '../../../../src/core/rule-set/rule-set.types';
import { compileScorer } from '../../../../src/core/scoring/compiled-scorer';
import { aRuleSet } from '../../../support/rule-set.builder';

/** A1: more than 2 furnaces in use, 3 points, 15 days; A2: no alarm, 0.5 points, at once. Rungs at 3 and 6. */
const baseline = aRuleSet();

function changed(change: (ruleSet: RuleSet) => unknown): RuleSet {
  const ruleSet = aRuleSet({ version: '1.1.0' });
  change(ruleSet);
  return ruleSet;
}

/** As if written so: `readonly` ends where a test writes a version. */
const items = (ruleSet: RuleSet) => ruleSet.items as unknown as Record<string, unknown>[];

const scorerOf = (ruleSet: RuleSet) => compileScorer(compileRuleSet(ruleSet));

type Values = Readonly<Record<string, unknown>>;

const IN_ORDER: Values = {
  ...{ 'furnaces.total': 2, 'furnaces.idle': 0, 'site.closed': false },
  ...{ 'alarm.kind': 'fixed', 'alarm.tested': '2026-01-05' },
};

function inspection(number: number, day: string, set: Values, found: readonly string[]): RecordedInspection {
  const values = { ...IN_ORDER, ...set };
  const on = civilDate(day);
  const knownAt = endOfDay(on, 'Asia/Shanghai');
  return { number, key: `i${number}`, day: on, knownAt, factAt: (path) => values[path], found: new Set(found) };
}

function rectified(number: number, found: string, day: string): RecordedHistory['others'][number][] {
  const [key = '', item = ''] = found.split('/');
  const finding = { inspection: key, item };
  const on = civilDate(day);
  const head = { day: on, knownAt: endOfDay(on, 'Asia/Shanghai'), finding };
  return [
    { ...head, type: 'rectification', number, key: `c${number}` },
    { ...head, type: 're_inspection', number: number + 1, key: `p${number}`, passed: true },
  ];
}

function impact(to: RuleSet, history: RecordedHistory, asOf: string): SubjectImpact {
  return impactOnSubject({ from: scorerOf(baseline), to: scorerOf(to) }, history, civilDate(asOf));
}

const stricter = changed((ruleSet) => {
  (items(ruleSet)[0] as { condition: object }).condition = { fact: 'furnaces.busy', operator: 'greaterThan', value: 1 };
});

describe('what a change of version changes for one subject', () => {
  it('is nothing where only texts differ', () => {
    const renamed = changed(
      (ruleSet) => ((items(ruleSet)[0] as { title: object }).title = { 'zh-CN': '其他', en: 'Other' }),
    );
    const history = { inspections: [inspection(1, '2026-03-02', { 'furnaces.total': 4 }, ['A1'])], others: [] };
    const { before, after, direction, shifts } = impact(renamed, history, '2026-03-10');
    expect([before.total, after.total, direction, shifts]).toEqual([3, 3, 'same', []]);
  });

  it('names the rung before and after and the item that did it', () => {
    const dearer = changed((ruleSet) => ((items(ruleSet)[1] as { points: number }).points = 4));
    const found = inspection(1, '2026-03-02', { 'furnaces.total': 4, 'alarm.kind': 'none' }, ['A1', 'A2']);
    const { before, after, direction, shifts } = impact(dearer, { inspections: [found], others: [] }, '2026-03-10');
    expect([before.total, before.rung, after.total, after.rung, direction]).toEqual([3.5, 'visit', 7, 'warning', 'up']);
    expect(shifts).toEqual([{ item: 'A2', before: 0.5, after: 4 }]);
  });

  it('takes what was recorded about a violation for both versions that find it', () => {
    const inspections = [inspection(1, '2026-03-02', { 'furnaces.total': 4 }, ['A1'])];
    const history = { inspections, others: rectified(2, 'i1/A1', '2026-03-09') };
    const { before, after } = impact(stricter, history, '2026-10-01');
    expect([before.total, after.total]).toEqual([0, 0]);
  });

  it('leaves what was recorded about a violation without effect where the version does not find it', () => {
    const milder = changed((ruleSet) => {
      (items(ruleSet)[0] as { condition: object }).condition = {
        ...{ fact: 'furnaces.busy', operator: 'greaterThan', value: 9 },
      };
    });
    const inspections = [inspection(1, '2026-03-02', { 'furnaces.total': 4 }, ['A1'])];
    const history = { inspections, others: rectified(2, 'i1/A1', '2026-03-09') };
    const { before, after, direction } = impact(milder, history, '2026-03-10');
    expect([before.total, after.total, direction]).toEqual([3, 0, 'down']);
  });

  it('shows a violation that only one version finds as hypothetical, with the total without its carry-over', () => {
    const history = { inspections: [inspection(1, '2026-03-02', {}, [])], others: [] };
    const { after } = impact(stricter, history, '2026-10-01');
    expect(after.hypothetical).toEqual([{ inspection: 'i1', item: 'A1', points: 3 }]);
    expect([after.total, after.totalWithoutHypotheticalCarryOver]).toEqual([3, 0]);
    const inCycle = impact(stricter, history, '2026-09-30').after;
    expect([inCycle.total, inCycle.totalWithoutHypotheticalCarryOver]).toEqual([3, 3]);
  });

  it('lets a hypothetical violation keep no later one from being posted, as an open recorded one does', () => {
    const twice = [inspection(1, '2026-03-02', {}, []), inspection(2, '2026-06-02', { 'furnaces.total': 3 }, ['A1'])];
    const { after } = impact(stricter, { inspections: twice, others: [] }, '2026-06-10');
    expect(after.total).toBe(6);
    const open = [
      inspection(1, '2026-03-02', { 'furnaces.total': 3 }, ['A1']),
      inspection(2, '2026-06-02', { 'furnaces.total': 3 }, ['A1']),
    ];
    expect(impact(stricter, { inspections: open, others: [] }, '2026-06-10').after.total).toBe(3);
  });

  it('fills in nothing: an item whose facts were never asked for is undecided and names them', () => {
    const asksMore = changed((ruleSet) => {
      const fact = {
        path: 'alarm.loud',
        type: 'boolean',
        text: { 'zh-CN': '响', en: 'Loud' },
        suppliedBy: 'inspector',
      };
      (ruleSet.facts as unknown[]).push(fact);
      const condition = { fact: 'alarm.loud', operator: 'equal', value: false };
      (items(ruleSet)[1] as { condition: object }).condition = condition;
    });
    const history = { inspections: [inspection(1, '2026-03-02', { 'alarm.kind': 'none' }, ['A2'])], others: [] };
    const { before, after } = impact(asksMore, history, '2026-03-10');
    expect([before.total, before.undecided]).toEqual([0.5, []]);
    expect([after.total, after.undecided]).toEqual([
      0,
      [{ inspection: 'i1', item: 'A2', missingFacts: ['alarm.loud'] }],
    ]);
  });

  it('leaves out an inspection whose facts do not fit the catalogue of the version, and names it', () => {
    const narrower = changed((ruleSet) => {
      (ruleSet.facts[0] as { max: number }).max = 3;
    });
    const history = { inspections: [inspection(1, '2026-03-02', { 'furnaces.total': 4 }, ['A1'])], others: [] };
    const { after } = impact(narrower, history, '2026-03-10');
    expect([after.total, after.unreadable]).toEqual([0, ['i1']]);
  });
});

describe('ImpactTally', () => {
  const [from, to] = [scorerOf(baseline), scorerOf(stricter)];
  const busy = { inspections: [inspection(1, '2026-03-02', {}, [])], others: [] };
  const idle = { inspections: [inspection(1, '2026-03-02', { 'furnaces.idle': 2 }, [])], others: [] };

  function tally(a: typeof from, b: typeof to) {
    const counted = new ImpactTally(a, b);
    for (const [place, history] of [busy, busy, idle, idle, idle, busy].entries()) {
      const groups = { office: place < 5 ? 'town-a' : 'town-b' };
      const subject = { code: `E${place}`, name: `Enterprise ${place}`, groups };
      counted.add(subject, impactOnSubject({ from: a, to: b }, history, civilDate('2026-03-10')));
    }
    return counted.report();
  }

  it('names whoever changes rung, counts by group, and keeps groups that are too small to itself', () => {
    const report = tally(from, to);
    expect(report.up.map(({ name, before, after, items: by }) => [name, before.total, after.total, by])).toEqual(
      ['Enterprise 0', 'Enterprise 1', 'Enterprise 5'].map((name) => [
        name,
        0,
        3,
        [{ item: 'A1', before: 0, after: 3 }],
      ]),
    );
    expect(report.groups).toEqual({
      office: [
        { group: 'town-a', subjects: null, up: null, down: 0 },
        { group: 'town-b', subjects: null, up: null, down: 0 },
      ],
    });
    expect(report.items).toEqual([{ item: 'A1', before: 0, after: 9, subjectsBefore: 0, subjectsAfter: 3 }]);
    expect([report.baseline.version, report.candidate.version, report.subjects]).toEqual(['1.0.0', '1.1.0', 6]);
  });

  it('is the mirror of the way back', () => {
    const [there, back] = [tally(from, to), tally(to, from)];
    expect(back.down.map(({ code }) => code)).toEqual(there.up.map(({ code }) => code));
    expect(back.up).toEqual([]);
    expect(back.items.map(({ before, after }) => [after, before])).toEqual(
      there.items.map(({ before, after }) => [before, after]),
    );
    expect([back.hypothetical.before.count, back.hypothetical.after.count]).toEqual([3, 0]);
    expect(back.hypothetical.before.listed[0]).toEqual({ code: 'E0', inspection: 'i1', item: 'A1', points: 3 });
    expect(there.totals).toEqual({
      before: { total: 0, totalWithoutHypotheticalCarryOver: 0 },
      after: { total: 9, totalWithoutHypotheticalCarryOver: 9 },
    });
    expect(back.totals).toEqual({ before: there.totals.after, after: there.totals.before });
  });
});
