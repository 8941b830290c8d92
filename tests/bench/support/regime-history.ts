import { CivilDate, CompiledRuleSet, compileRuleSet, endOfDay, HistoryRecord, plusDays } from '../../../src/core';

const text = (en: string) => ({ 'zh-CN': en, en });

/** A regime with a trailing window, a repeat multiplier and a ladder that clears: all that a posting can meet. */
export function trailingRules(): CompiledRuleSet {
  return compileRuleSet({
    ...{ formatVersion: 1, id: 'bench-trailing-window', version: '1.0.0', status: 'example', title: text('Bench') },
    ...{
      sector: { code: 's', text: text('S') },
      jurisdiction: { code: 'j', text: text('J') },
      timeZone: 'Asia/Shanghai',
    },
    sources: [{ code: 'none', title: text('None') }],
    legalBasis: [{ source: 'none', article: text('1'), certainty: 'unverified' }],
    categories: [{ code: 'c', text: text('C') }],
    roles: [{ code: 'r', text: text('R') }],
    authorities: [{ code: 'a', text: text('A'), level: 'bureau' }],
    ...{ facts: [], items: [] },
    regime: {
      dates: [{ code: 'on', text: text('On') }],
      tags: [{ code: 'act', text: text('Act') }],
      counting: { posted: 'on' },
      items: [1, 2, 3, 4].map((points) => ({ code: `P${points}`, title: text(`P${points}`), points })),
      multipliers: [{ code: 'again', repeat: { factors: [1, 2, 3], within: { length: { months: 12 } } } }],
      concurrency: [{ code: 'act', by: { tag: 'act' }, take: 'highest' }],
      scores: [{ code: 'points', text: text('Points'), life: { window: { length: { years: 3 } } } }],
      ladders: [
        {
          ...{ code: 'ladder', score: 'points' },
          rungs: [
            { code: 'year', text: text('Year'), at: 400, window: { length: { years: 1 } }, measures: ['letter'] },
            { code: 'three', text: text('Three'), at: 4000, measures: ['suspension'] },
          ],
        },
      ],
      measures: [
        { code: 'letter', text: text('Letter') },
        {
          code: 'suspension',
          text: text('Suspension'),
          length: { months: 1 },
          effects: [{ on: 'trigger', clear: 'all' }],
        },
      ],
    },
  });
}

/** Two cases on every other day, from the first day on. */
export function trailingHistory(rules: CompiledRuleSet, cases: number, first: CivilDate): readonly HistoryRecord[] {
  return Array.from({ length: cases }, (_, n) => {
    const day = plusDays(first, 2 * Math.floor(n / 2));
    return {
      ...{ type: 'case' as const, number: n + 1, key: `c${n}`, day, knownAt: endOfDay(day, 'Asia/Shanghai'), rules },
      ...{ item: `P${(n % 4) + 1}`, dates: { on: day }, facts: new Map(), tags: { act: `${Math.floor(n / 2)}` } },
    };
  });
}
