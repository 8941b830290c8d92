import { Regime, RegimeStanding } from '../core';
import { renderTable } from './tables';
import { Words } from './texts';
import { CASE_STATES, MEASURE_STATES } from './texts/regime.labels';

/** What a regime adds to a standing: its scores, the measures called for, and what each case has come to. */
export function regimeTables(standing: RegimeStanding, regime: Regime, words: Words): string {
  const missing = words.list(standing.missingFacts);
  return [
    `\n${words.say('scores')}\n`,
    scoreTable(standing, regime, words),
    standing.missingFacts.length > 0 ? `${words.say('missingRegister', { facts: missing })}\n` : '',
    standing.measures.length > 0 ? `\n${words.say('measuresCalled')}\n${measureTable(standing, regime, words)}` : '',
    standing.cases.length > 0 ? `\n${words.say('casesHead')}\n${caseTable(standing, regime, words)}` : '',
  ].join('');
}

function scoreTable({ scores }: RegimeStanding, regime: Regime, words: Words): string {
  const heads = [words.say('score'), words.say('scoreValue'), words.say('band')];
  return renderTable(
    [...heads, words.say('carriedPoints'), words.say('creditedPoints')].map((head) => ({ head })),
    scores.map(({ code, value, band, carried, credited }) => {
      const score = regime.scores.find((one) => one.code === code);
      const named = score?.bands?.find((one) => one.code === band);
      return [
        words.text(score?.text),
        `${value}`,
        words.orDash(named && words.text(named.text)),
        `${carried}`,
        `${credited}`,
      ];
    }),
  );
}

function measureTable({ measures }: RegimeStanding, regime: Regime, words: Words): string {
  return renderTable(
    [
      { head: words.say('measure'), most: 44 },
      { head: words.say('rung') },
      { head: words.say('scoreValue'), align: 'right' },
      { head: words.say('calledOn') },
      { head: words.say('firstDay') },
      { head: words.say('lastDay') },
      { head: words.say('state') },
    ],
    measures.map(({ measure, rung, points, on, from, to, state }) => [
      words.text(regime.measures?.find(({ code }) => code === measure)?.text),
      words.orDash(rung),
      `${points}`,
      on,
      words.orDash(from),
      words.orDash(to),
      words.term(MEASURE_STATES, state),
    ]),
  );
}

function caseTable({ cases }: RegimeStanding, regime: Regime, words: Words): string {
  return renderTable(
    [
      { head: words.say('case'), most: 24 },
      { head: words.say('item'), most: 40 },
      { head: words.say('points'), align: 'right' },
      { head: words.say('state') },
      { head: words.say('why'), most: 28 },
    ],
    cases.map(({ case: key, finding, item, points, state, reason, insteadOf }) => [
      key ?? finding?.inspection ?? '',
      `${item} ${words.text(regime.items?.find(({ code }) => code === item)?.title)}`.trim(),
      `${points}`,
      words.term(CASE_STATES, state),
      words.orDash([reason, insteadOf].filter((part) => part !== undefined).join(' ← ') || undefined),
    ]),
  );
}
