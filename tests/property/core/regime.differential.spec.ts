import * as fc from 'fast-check';
import { CivilDate } from '../../../src/core/dates/civil-date';
import { compileRegime } from '../../../src/core/regime/compile-regime';
import { readHistory } from '../../../src/core/ledger/read-history';
import { foldHistory } from '../../../src/core/ledger/standing';
import { checkRuleSet } from '../../../src/core/rule-set/check-rule-set';
import { CompiledRuleSet } from '../../../src/core/rule-set/compile';
import { Regime } from '../../../src/core/rule-set/regime.types';
import { DocumentRecord, RuleSet } from '../../../src/core/rule-set/rule-set.types';
import { NaiveCase, naiveRegime } from '../../support/naive-regime';
import { aRegime, regimeRules } from '../../support/regime.builder';
import { runs } from '../../support/runs';
import { aText } from '../../support/rule-set.builder';

const some = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

const length = fc.constantFrom({ months: 12 }, { months: 3 }, { years: 2 }, { days: 90 }, { weeks: 8 });
const period = fc.record({ length, bounds: fc.constantFrom('[)' as const, '[]' as const) });
const ending = fc.constantFrom('today' as const, 'last_case' as const);
const CYCLE = { anchor: { month: 3, day: 10 }, months: 12 };
const paid = { happened: 'paid' };

const lives = fc.record({
  cycle: some<object>(
    CYCLE,
    { ...CYCLE, end: { clears: 'none' } },
    { ...CYCLE, end: { clears: { each: paid } } },
    { ...CYCLE, end: { clears: { each: paid }, below: 12 } },
    { ...CYCLE, end: { clears: { allIfEach: paid } } },
  ),
  window: fc.option(
    fc.record({ period, ending }).map(({ period: of, ending: at }) => ({ ...of, ending: at })),
    { nil: undefined },
  ),
  validity: fc.option(period, { nil: undefined }),
});

const effects = some<object>(
  { on: 'trigger', clear: 'all' },
  { on: 'trigger', clear: 'triggering', restarts: ['again'] },
  { on: 'trigger', set: 2 },
);

/** One regime out of many: parts are there or not, by themselves. */
const regimes: fc.Arbitrary<Regime> = fc
  .record({
    life: lives,
    down: fc.boolean(),
    floor: some(0, 1),
    repeat: fc.option(fc.record({ within: fc.option(period, { nil: undefined }) }), { nil: undefined }),
    take: some<object | string>('highest', { atMost: 7 }, 'sum'),
    weights: fc.boolean(),
    cap: some<object>({ points: 4, per: { months: 6 } }),
    credits: fc.boolean(),
    jump: some('every_rung', 'highest_rung'),
    rungs: fc.array(
      fc.record({
        at: fc.constantFrom(4, 6, 10, 12),
        strict: fc.boolean(),
        every: some(3, 5),
        once: fc.boolean(),
        window: fc.option(fc.record({ length }), { nil: undefined }),
        effect: effects,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ life, down, floor, repeat, take, weights, cap, credits, jump, rungs }) => {
    const cyclic = life.cycle !== undefined;
    const parts = {
      multipliers: repeat === undefined ? undefined : [{ code: 'again', repeat: { factors: [1, 2, 3], ...repeat } }],
      concurrency: take === undefined ? undefined : [{ code: 'visit', by: { tag: 'visit' }, take }],
      scores: [
        {
          ...{ code: 'points', text: aText('Points'), floor: down ? undefined : floor },
          ...(down ? { direction: 'down', start: 20 } : {}),
          life: { ...life, weights: weights ? [{ until: { months: 6 }, factor: 2 }, { factor: 1 }] : undefined },
        },
      ],
      credits: credits
        ? {
            kinds: [{ code: 'k', text: aText('K'), score: 'points', points: 3 }],
            cap: cap ?? (cyclic ? { points: 4, per: 'cycle' } : undefined),
          }
        : undefined,
      ladders: [
        {
          ...{ code: 'L', score: 'points', jump },
          rungs: rungs.map(({ at, strict, every, once, window, effect }, n) => ({
            ...{ code: `R${n}`, text: aText(`R${n}`), at: down ? 20 - at : at, every, measures: [`M${n}`] },
            reaching: down ? (strict ? 'less_than' : 'at_most') : strict ? 'more_than' : 'at_least',
            // A window of its own and a balance that an effect sets are held against each other in unit tests.
            window: effect !== undefined && 'set' in effect ? undefined : window,
            calls: once && cyclic && every === undefined ? 'once_per_cycle' : undefined,
          })),
        },
      ],
      measures: rungs.map(({ effect }, n) => ({
        ...{ code: `M${n}`, text: aText(`M${n}`) },
        effects: effect === undefined || (repeat === undefined && 'restarts' in effect) ? undefined : [effect],
      })),
    };
    // Through JSON: what is undefined is absent, as in a file.
    return aRegime(JSON.parse(JSON.stringify(parts)) as Partial<Regime>);
  });

interface Drawn {
  readonly regime: Regime;
  readonly cases: readonly NaiveCase[];
  readonly credits: readonly string[];
  readonly asOf: string;
}

const START = Date.parse('2024-01-31');
const dayAt = (offset: number): string => new Date(START + offset * 86_400_000).toISOString().slice(0, 10);

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    regime: regimes,
    cases: fc.array(
      fc.record({
        step: fc.constantFrom(0, 0, 1, 7, 28, 30, 31, 60, 90, 183, 365),
        points: fc.constantFrom(1, 2, 3, 5, 6),
        paid: some(0, 5, 400),
        visit: some('V1', 'V2'),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    credits: fc.array(fc.nat(900), { maxLength: 4 }),
    at: fc.nat(1300),
    near: fc.constantFrom(undefined, -1, 0, 1),
  })
  .map(({ regime, cases, credits, at, near }) => {
    let offset = 0;
    const made = cases.map(({ step, points, paid: lag, visit }, n): NaiveCase => {
      offset += step;
      return {
        ...{ key: `c${n}`, points, item: `P${points}`, on: dayAt(offset) },
        ...(lag === undefined ? {} : { paid: dayAt(offset + lag) }),
        ...(visit === undefined ? {} : { visit }),
      };
    });
    // Half of the questions are about the days around a year after some case.
    const about = made[at % made.length]!;
    const asOf = near === undefined ? dayAt(at) : dayAt((Date.parse(about.on) - START) / 86_400_000 + 365 + near);
    return { regime, cases: made, credits: credits.map(dayAt).sort(), asOf };
  });

const COMPILED = regimeRules();

async function fold({ regime, cases, credits, asOf }: Drawn) {
  const ruleSet = { ...COMPILED.ruleSet, regime } as RuleSet;
  const compiled = compileRegime(ruleSet);
  const rules: CompiledRuleSet = { ...COMPILED, ruleSet, ...(compiled === undefined ? {} : { regime: compiled }) };
  const documents: DocumentRecord<Readonly<Record<string, unknown>>>[] = [
    ...cases.map(({ key, item, on, paid: day, visit }) => ({
      ...{ type: 'case' as const, key, item, dates: { on, ...(day === undefined ? {} : { paid: day }) } },
      ...(visit === undefined ? {} : { tags: { visit } }),
    })),
    ...credits.map((on) => ({ type: 'credit' as const, credit: 'k', on })),
  ];
  const possible = regime.credits === undefined ? documents.slice(0, cases.length) : documents;
  const records = await readHistory(possible, () => rules, 'Asia/Shanghai');
  return { records, rules, standing: foldHistory({ records, rules, asOf: asOf as CivilDate }) };
}

describe('the fold of a regime, held against a second one that walks the calendar', () => {
  it('finds the same total, the same measures and the same points of every case', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (question) => {
        const { standing } = await fold(question);
        const naive = naiveRegime(question.regime, question.cases, question.credits, question.asOf);
        const found = standing.regime!;
        expect({
          total: standing.total,
          called: found.measures.map(({ measure, rung, on }) => `${measure} ${rung ?? ''} ${on}`),
          points: Object.fromEntries(
            found.cases
              .filter(({ state }) => state !== 'pending')
              .map(({ case: key, points }) => [key ?? '', points] as const),
          ),
        }).toEqual(naive);
      }),
      runs(150),
    );
  }, 600_000);

  it('makes only regimes that are valid', () => {
    fc.assert(
      fc.property(regimes, (regime) => {
        const { accumulation: _a, ladder: _l, ...rest } = { ...COMPILED.ruleSet };
        expect(checkRuleSet({ ...rest, regime }).problems).toEqual([]);
      }),
      runs(60),
    );
  });

  it('does not depend on the order in which the records are given', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (question) => {
        const { records, rules, standing } = await fold(question);
        const asOf = question.asOf as CivilDate;
        expect(foldHistory({ records: [...records].reverse(), rules, asOf })).toEqual(standing);
      }),
      runs(60),
    );
  });

  it('is not changed by records dated after the as-of day', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (question) => {
        const { records, rules, standing } = await fold(question);
        const asOf = question.asOf as CivilDate;
        const sooner = records.filter(({ day }) => day <= asOf);
        const { regime: _r, ...without } = standing;
        const { regime: _s, ...then } = foldHistory({ records: sooner, rules, asOf });
        expect(then).toEqual(without);
      }),
      runs(60),
    );
  });
});
