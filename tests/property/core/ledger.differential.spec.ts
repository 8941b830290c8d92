import * as fc from 'fast-check';
import { foldHistory } from '../../../src/core/ledger/standing';
import { Standing } from '../../../src/core/ledger/standing.types';
import { anyRules, AskedHistory, askedHistories, defaultRules } from '../../support/history.arbitraries';
import { NaiveStanding, naiveStanding } from '../../support/naive-ledger';
import { runs } from '../../support/runs';

/** A standing cut to what the naive model answers. */
function comparable({ cycle, total, sum, carried, current, postings, rungs, measures, next }: Standing): NaiveStanding {
  return {
    cycle,
    total,
    sum,
    carried,
    current,
    postings: Object.fromEntries(
      postings.map(({ finding: { inspection, item }, state, clearedOn }) => [
        `${inspection}/${item}`,
        `${state} ${clearedOn ?? ''}`.trim(),
      ]),
    ),
    rungs: rungs.map(({ code, reached, since }) => ({ code, reached, ...(since === undefined ? {} : { since }) })),
    measures: measures.map(({ rung, dueOn }) => `${rung} ${dueOn}`),
    next: { day: next.day, clears: next.clears, carries: next.carries },
  };
}

const agree = (asked: AskedHistory): void => {
  const { records, rules, asOf, knownAt } = asked;
  expect(comparable(foldHistory(asked))).toEqual(naiveStanding(records, rules, asOf, knownAt));
};

describe('foldHistory answers as a naive model of the measures does', () => {
  it('under the settings of the furnace measures', () => {
    fc.assert(fc.property(askedHistories(defaultRules), agree), runs(60));
  });

  it('under every other settings', () => {
    fc.assert(fc.property(askedHistories(anyRules), agree), runs(60));
  });
});
