import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDate } from '../../../src/core/dates/civil-date';
import { parseKnownAt } from '../../../src/core/dates/instant';
import { HistoryRecord } from '../../../src/core/ledger/history.types';
import { readHistory } from '../../../src/core/ledger/read-history';
import { foldHistory } from '../../../src/core/ledger/standing';
import { Standing } from '../../../src/core/ledger/standing.types';
import { compileRuleSet } from '../../../src/core/rule-set/compile';
import { checkInForce, versionInForce } from '../../../src/core/rule-set/in-force';
import { DocumentRecord, FactValue, Scenarios } from '../../../src/core/rule-set/rule-set.types';
import { runScenarios, ScenarioResult } from '../../../src/core/scenarios/run-scenarios';
import { selectFacts } from '../../../src/core/scenarios/select-facts';
import { scoreInspection } from '../../../src/core/scoring/score-inspection';

const FOLDER = join(__dirname, '../../../rules/taizhou-hailing-furnace');
const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown;

const rules = compileRuleSet(read('1.0.0.json'));
const { ruleSet } = rules;
const scenarios = ruleSet.scenarios as Scenarios;
const CODES = Array.from({ length: 22 }, (_, n) => `F${String(n + 1).padStart(2, '0')}`);

/** A machinery works in which everything is in order but for what is set. */
const works = (set: Readonly<Record<string, FactValue>> = {}) =>
  selectFacts(scenarios, { base: 'compliant_machinery', set });

describe('the furnace measures of Hailing district', () => {
  it('are labelled as a reference draft, and not the official annex, in both languages', () => {
    expect(ruleSet.status).toBe('reference_draft');
    expect(ruleSet.title['zh-CN']).toContain('参考草案');
    expect(ruleSet.title.en).toContain('reference draft');
    expect(ruleSet.notice?.['zh-CN']).toContain('不是官方附件');
    expect(ruleSet.notice?.en).toContain('not the official annex');
  });

  it('have the 22 items', () => {
    expect(ruleSet.items.map(({ code }) => code)).toEqual(CODES);
  });

  it('add up to a full mark of 12 from 1 October, and tie nothing to it', () => {
    expect(ruleSet.accumulation).toMatchObject({
      fullMark: 12,
      cycle: { anchor: { month: 10, day: 1 }, months: 12 },
    });
    expect(ruleSet.accumulation.ceiling).toBeUndefined();
    expect(ruleSet.ladder.rungs.map(({ points }) => points)).toEqual([3, 6, 10]);
  });

  it('climb from the town office to the district bureau', () => {
    const level = (code: string): string | undefined => ruleSet.authorities.find((one) => one.code === code)?.level;
    expect(ruleSet.ladder.rungs.map(({ authority }) => level(authority))).toEqual(['local_office', 'bureau', 'bureau']);
  });

  it('are in force from 1 October 2021', () => {
    const { problems, inForce } = checkInForce(read('in-force.json'), [ruleSet]);
    expect(problems).toEqual([]);
    const on = (day: string): string | undefined => versionInForce(inForce?.periods ?? [], civilDate(day));
    expect([on('2021-09-30'), on('2021-10-01'), on('2026-03-05')]).toEqual([undefined, '1.0.0', '1.0.0']);
  });

  it.each(scenarios.baseFacts?.map(({ code }) => code) ?? [])('find nothing in %s', async (base) => {
    const score = await scoreInspection(rules, selectFacts(scenarios, { base }));
    expect(score).toMatchObject({ points: 0, complete: true });
    expect(score.items.filter(({ outcome }) => outcome === 'violated')).toEqual([]);
  });

  it.each(CODES)('show %s hit and missed among their scenarios', (code) => {
    const outcomes = scenarios.cases.flatMap((one) => ('history' in one ? [] : [one.expect.items[code]?.outcome]));
    expect(outcomes).toContain('violated');
    expect(outcomes).toContain(undefined);
  });

  it('wait for every fact: without any, nothing is decided', async () => {
    const { points, complete, items } = await scoreInspection(rules, {});
    expect([points, complete]).toEqual([0, false]);
    expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(['not_checked']));
  });
});

describe('the scenarios of the furnace measures', () => {
  let results: ReadonlyMap<string, ScenarioResult>;

  beforeAll(async () => {
    results = new Map((await runScenarios(rules)).map((result) => [result.code, result]));
  });

  it.each(scenarios.cases.map(({ code }) => code))('%s', (code) => {
    expect(results.get(code)).toEqual({ code, passed: true, mismatches: [], problems: [] });
  });
});

describe('the story of a machinery works', () => {
  type Document = DocumentRecord<Readonly<Record<string, unknown>>>;
  const f03 = { inspection: 'autumn', item: 'F03' };
  const f09 = { inspection: 'autumn', item: 'F09' };
  const f14 = { inspection: 'spring', item: 'F14' };
  const autumn = works({ 'furnaces.withLeakAlarm': 1, 'training.archiveComplete': false });
  const spring = works({ 'site.waterZones': 1 });
  const story: readonly Document[] = [
    { type: 'inspection', key: 'autumn', inspectedOn: '2025-11-12', facts: autumn },
    { type: 'rectification', finding: f03, completedOn: '2025-12-01' },
    { type: 're_inspection', finding: f03, inspectedOn: '2025-12-03', passed: true },
    { type: 'rectification', finding: f09, completedOn: '2025-12-05' },
    { type: 're_inspection', finding: f09, inspectedOn: '2025-12-10', passed: true },
    { type: 'inspection', key: 'spring', inspectedOn: '2026-03-05', facts: spring },
    { type: 'rectification', finding: f14, completedOn: '2026-03-05' },
    { type: 're_inspection', finding: f14, inspectedOn: '2026-03-06', passed: true },
  ];
  const annulment: Document = { type: 'annulment', decidedOn: '2026-03-20', annuls: { finding: f14 } };

  let told: readonly HistoryRecord[];
  let withAnnulment: readonly HistoryRecord[];

  beforeAll(async () => {
    told = await readHistory(story, () => rules, ruleSet.timeZone);
    withAnnulment = await readHistory([...story, annulment], () => rules, ruleSet.timeZone);
  });

  const ask = (records: readonly HistoryRecord[], asOf: string, known?: string): Standing => {
    const knownAt = known === undefined ? undefined : parseKnownAt(known, ruleSet.timeZone);
    return foldHistory({ records, rules, asOf: civilDate(asOf), ...(knownAt === undefined ? {} : { knownAt }) });
  };
  const rungs = ({ rungs: all }: Standing): readonly number[] =>
    all.filter(({ reached }) => reached).map(({ points }) => points);

  it('begins with two furnaces, no overdue items, and one leak alarm missing', () => {
    expect(autumn).toMatchObject({ furnaces: { total: 2, withLeakAlarm: 1 }, rectification: { overdueItems: 0 } });
    expect(spring).toMatchObject({ rectification: { overdueItems: 0 } });
  });

  it('finds F03 for 2 points and F09 for 3, due on 22 November and 12 December', () => {
    expect(ask(told, '2025-11-12').postings).toMatchObject([
      { finding: f03, points: 2, deadline: '2025-11-22' },
      { finding: f09, points: 3, deadline: '2025-12-12' },
    ]);
  });

  it('finds F14 for 6 points, due at once', () => {
    expect(ask(told, '2026-03-05').postings[2]).toMatchObject({ finding: f14, points: 6, deadline: '2026-03-05' });
  });

  it.each([
    ['2025-11-12', 5, [3]],
    ['2025-12-01', 5, [3]],
    ['2025-12-03', 5, [3]],
    ['2025-12-05', 5, [3]],
    ['2025-12-10', 5, [3]],
    ['2026-03-05', 11, [3, 6, 10]],
    ['2026-03-06', 11, [3, 6, 10]],
    ['2026-09-30', 11, [3, 6, 10]],
    ['2026-10-01', 2, []],
    ['2027-09-30', 2, []],
    ['2027-10-01', 0, []],
  ])('stands on %s at %i, rungs %j', (asOf, total, reached) => {
    const standing = ask(told, asOf);
    expect(standing.total).toBe(total);
    expect(rungs(standing)).toEqual(reached);
  });

  it('reaches 6 and 10 anew in March', () => {
    const march = ask(told, '2026-03-05').rungs;
    expect(march.filter(({ isNew }) => isNew).map(({ points }) => points)).toEqual([6, 10]);
  });

  it('carries F03 alone into the next cycle', () => {
    expect(ask(told, '2026-10-01')).toMatchObject({ carried: 2, current: 0 });
    expect(ask(told, '2026-10-01').postings.map(({ state }) => state)).toEqual(['carried', 'cleared', 'cleared']);
  });

  it('stood on 10 March, as known on 4 March, at 5', () => {
    expect(ask(told, '2026-03-10', '2026-03-04').total).toBe(5);
  });

  it('with F14 annulled on 20 March stood on 10 March at 5, and as known then at 11', () => {
    expect(ask(withAnnulment, '2026-03-10', '2026-03-20').total).toBe(5);
    expect(ask(withAnnulment, '2026-03-10', '2026-03-10').total).toBe(11);
  });
});
