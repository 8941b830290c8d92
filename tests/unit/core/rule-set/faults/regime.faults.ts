import { ProblemCode } from '../../../../../src/core/problems/problem';
import { aRegimeRuleSet } from '../../../../support/regime.builder';
import { aText } from '../../../../support/rule-set.builder';
import { Fault } from './fault';

const { regime, facts } = aRegimeRuleSet() as { regime: object; facts: unknown };

/** Makes the small rule set one with a regime. */
const base = (): Fault['edits'] => [
  { at: '/accumulation' },
  { at: '/ladder' },
  { at: '/scenarios' },
  { at: '/items', to: [] },
  { at: '/facts', to: facts },
  { at: '/regime', to: structuredClone(regime) },
];

/** A fault made by setting one value within a regime, reported there or further inside. */
function inRegime(when: string, at: string, to: unknown, code: ProblemCode, inside = ''): Fault {
  return { when, edits: [...base(), to === undefined ? { at } : { at, to }], code, path: `${at}${inside}` };
}

const formula = (value: unknown): unknown => ({ code: 'F', title: aText('F'), points: { formula: value } });
const score = (extra: object): unknown => ({ code: 'points', text: aText('Points'), ...extra });
const rung = (extra: object): unknown => ({ code: 'R', text: aText('R'), at: 3, ...extra });
const ladder = (extra: object): unknown => ({ code: 'L', score: 'points', rungs: [rung(extra)] });
const measure = (extra: object): unknown => ({ code: 'M', text: aText('M'), ...extra });
const perDay = { code: 'D', title: aText('D'), points: { perDay: 1, from: 'on', to: 'ended' } };

const VISIT = { code: 'V', points: 3, authority: 'town', measure: { code: 'v', text: aText('V') } };

export const REGIME_FAULTS: readonly Fault[] = [
  {
    when: 'a regime stands beside a ladder',
    edits: [...base(), { at: '/ladder', to: { rungs: [VISIT] } }],
    code: 'beside_regime',
    path: '/ladder',
  },
  {
    when: 'there is neither a ladder nor a regime',
    edits: [{ at: '/ladder' }],
    code: 'property_missing',
    path: '/ladder',
  },
  inRegime('there is no item at all', '/regime/items', undefined, 'no_items'),
  inRegime('two dates share a code', '/regime/dates/1/code', 'on', 'code_repeated'),
  inRegime('the posting date is unknown', '/regime/counting/posted', 'never', 'unknown_date'),
  inRegime(
    'a gate is for an unknown item',
    '/regime/gates',
    [{ code: 'g', items: ['X'], exemptWhen: { happened: 'paid' } }],
    'unknown_item',
    '/0/items/0',
  ),
  inRegime(
    'a concurrency rule goes by an unknown tag',
    '/regime/concurrency',
    [{ code: 'c', by: { tag: 'X' }, take: 'highest' }],
    'unknown_tag',
    '/0/by/tag',
  ),
  inRegime(
    'a ladder stands on an unknown score',
    '/regime/ladders',
    [{ code: 'L', score: 'X', rungs: [] }],
    'unknown_score',
    '/0/score',
  ),
  inRegime(
    'a rung calls for an unknown measure',
    '/regime/ladders',
    [ladder({ measures: ['X'] })],
    'unknown_measure',
    '/0/rungs/0/measures/0',
  ),
  inRegime(
    'a rung follows an unknown one',
    '/regime/ladders',
    [ladder({ follows: { rungs: ['X'] } })],
    'unknown_rung',
    '/0/rungs/0/follows/rungs/0',
  ),
  inRegime(
    'an effect restarts an unknown multiplier',
    '/regime/measures',
    [measure({ effects: [{ on: 'trigger', restarts: ['X'] }] })],
    'unknown_multiplier',
    '/0/effects/0/restarts/0',
  ),
  inRegime(
    'a measure is for an unknown authority',
    '/regime/measures',
    [measure({ authority: 'X' })],
    'unknown_authority',
    '/0/authority',
  ),
  inRegime(
    'a test reads an unknown fact',
    '/regime/gates',
    [{ code: 'g', exemptWhen: { fact: 'x', operator: 'equal', value: true } }],
    'condition_unknown_fact',
    '/0/exemptWhen/fact',
  ),
  inRegime(
    'a rung asks about a date of a case',
    '/regime/ladders',
    [ladder({ when: { happened: 'paid' } })],
    'case_needed',
    '/0/rungs/0/when/happened',
  ),
  inRegime(
    'a rung asks about a fact of a case',
    '/regime/ladders',
    [ladder({ when: { fact: 'grave', operator: 'equal', value: true } })],
    'case_needed',
    '/0/rungs/0/when',
  ),
  inRegime(
    'a cycle begins on something that is no date',
    '/regime/scores/0',
    score({ life: { cycle: { anchor: { subject: 'licence.class' }, months: 12 } } }),
    'subject_date',
    '/life/cycle/anchor/subject',
  ),
  inRegime(
    'a cycle has five months',
    '/regime/scores/0',
    score({ life: { cycle: { anchor: { month: 1, day: 1 }, months: 5 } } }),
    'cycle_months',
    '/life/cycle/months',
  ),
  inRegime(
    'a formula reads a text as a number',
    '/regime/items/0',
    formula({ fact: 'kind' }),
    'expression_fact_type',
    '/points/formula/fact',
  ),
  inRegime(
    'a formula looks a number up by value',
    '/regime/items/0',
    formula({ values: { fact: 'units', rows: {}, otherwise: 1 } }),
    'enum_needed',
    '/points/formula/values/fact',
  ),
  inRegime(
    'a formula looks up a value that the fact cannot have',
    '/regime/items/0',
    formula({ values: { fact: 'kind', rows: { huge: 2 }, otherwise: 1 } }),
    'constant_not_allowed',
    '/points/formula/values/rows/huge',
  ),
  inRegime(
    'the rows of a table do not rise',
    '/regime/items/0',
    formula({
      table: {
        of: { fact: 'units' },
        rows: [
          { from: 2, value: 1 },
          { from: 2, value: 2 },
        ],
        otherwise: 0,
      },
    }),
    'not_rising',
    '/points/formula/table/rows/1/from',
  ),
  inRegime(
    'a formula divides by 0',
    '/regime/items/0',
    formula({ floor: { divide: [{ fact: 'units' }, 0] } }),
    'divide_by_zero',
    '/points/formula/floor/divide/1',
  ),
  inRegime(
    'a formula divides by a fact',
    '/regime/items/0',
    formula({ floor: { divide: [1, { fact: 'units' }] } }),
    'not_supported',
    '/points/formula/floor/divide/1',
  ),
  inRegime(
    'a formula can need more than three places',
    '/regime/items/0',
    formula({ multiply: [0.0005, { fact: 'units' }] }),
    'regime_rounding_missing',
    '/points/rounding',
  ),
  inRegime(
    'a factor can need more than three places',
    '/regime/multipliers',
    [{ code: 'm', repeat: { factors: [1, 1.5] } }],
    'regime_rounding_missing',
    '/0/rounding',
  ),
  inRegime(
    'a weight can need more than three places',
    '/regime/scores/0',
    score({ life: { weights: [{ factor: 0.5 }] } }),
    'regime_rounding_missing',
    '/life/weightRounding',
  ),
  inRegime('points have four places', '/regime/items/0/points', 1.0005, 'number_decimals'),
  inRegime(
    'a period ends before it begins',
    '/regime/multipliers',
    [{ code: 'm', periods: [{ from: '2026-02-02', to: '2026-02-02' }], factor: 2 }],
    'period_reversed',
    '/0/periods/0/to',
  ),
  inRegime(
    'the first band has an edge',
    '/regime/scores/0',
    score({ bands: [{ code: 'A', text: aText('A'), from: 1 }] }),
    'band_from',
    '/bands/0/from',
  ),
  inRegime(
    'the floor lies above the ceiling',
    '/regime/scores/0',
    score({ floor: 5, ceiling: 4 }),
    'min_above_max',
    '/floor',
  ),
  inRegime(
    'a rung is called for once in a cycle that the score has not',
    '/regime/ladders',
    [ladder({ calls: 'once_per_cycle' })],
    'cycle_needed',
    '/0/rungs/0/calls',
  ),
  inRegime(
    'credits are capped by a cycle that the score has not',
    '/regime/credits',
    { kinds: [{ code: 'k', text: aText('K'), score: 'points', points: 1 }], cap: { points: 1, per: 'cycle' } },
    'cycle_needed',
    '/cap/per',
  ),
  inRegime(
    'a gate that holds on some days looks at a score',
    '/regime/gates',
    [{ code: 'g', countsWhen: { score: 'points', operator: 'equal', value: 0 } }],
    'not_supported',
    '/0/countsWhen',
  ),
  {
    when: 'points by the day are put under a cap',
    edits: [
      ...base(),
      { at: '/regime/items/0', to: perDay },
      { at: '/regime/concurrency', to: [{ code: 'c', by: { tag: 'act' }, take: 'highest' }] },
    ],
    code: 'not_supported',
    path: '/regime/items/0/points/perDay',
  },
  inRegime(
    'an effect does two things at once',
    '/regime/measures',
    [measure({ effects: [{ on: 'start', clear: 'all', set: 0 }] })],
    'not_supported',
    '/0/effects/0',
  ),
  {
    when: 'a scenario expects a band that there is not',
    edits: [...base(), { at: '/scenarios', to: scenario({ scores: { points: { value: 1, band: 'X' } } }) }],
    code: 'unknown_band',
    path: '/scenarios/cases/0/expect/0/scores/points/band',
  },
  {
    when: 'a scenario looks at a case that it does not record',
    edits: [...base(), { at: '/scenarios', to: scenario({ cases: [{ case: 'X' }] }) }],
    code: 'unknown_case',
    path: '/scenarios/cases/0/expect/0/cases/0/case',
  },
];

function scenario(expect: object): unknown {
  return {
    cases: [
      {
        ...{ code: 's', text: aText('S') },
        history: [{ type: 'case', key: 'a', item: 'P1', dates: { on: '2026-01-01' } }],
        expect: [{ asOf: '2026-01-01', total: 1, rungs: [], ...expect }],
      },
    ],
  };
}
