import { describeProblem, findingKey, HistoryRecord, plusDays, RuleSet, Standing, StandingFinding } from '../core';
import { regimeTables } from './regime-tables';
import { printable, renderTable } from './tables';
import { Words } from './texts';
import { REASONS, STATES } from './texts/terms';

/** All that people are told of a standing. */
export interface ToldStanding {
  readonly standing: Standing;
  /** The version whose cycle and ladder apply. */
  readonly ruleSet: RuleSet;
  readonly records: readonly HistoryRecord[];
  readonly subject: string;
  /** As it was asked for; undefined: with every record. */
  readonly knownAt: string | undefined;
}

export function standingForPeople(told: ToldStanding, words: Words): string {
  const { standing, ruleSet } = told;
  const { regime } = ruleSet;
  if (standing.regime !== undefined && regime !== undefined) {
    return [
      summary(told, words),
      regimeTables(standing.regime, regime, words),
      standing.rungs.length > 0 ? `\n${words.say('rungs')}\n${rungTable(told, words)}` : '',
      standing.withoutEffect.length > 0 ? withoutEffectTable(told, words) : '',
    ].join('');
  }
  return [
    summary(told, words),
    `\n${words.say('rungs')}\n`,
    rungTable(told, words),
    `\n${words.say(standing.postings.length > 0 ? 'findings' : 'noFindings')}\n`,
    standing.postings.length > 0 ? findingTable(told, words) : '',
    standing.withoutEffect.length > 0 ? withoutEffectTable(told, words) : '',
  ].join('');
}

function summary({ standing, ruleSet, subject, knownAt }: ToldStanding, words: Words): string {
  const { cycle, total, sum, fullMark, carried, current, nextRung, next } = standing;
  const instant = standing.knownAt ?? '';
  const simple: readonly [string, string][] = [
    [words.say('cycle'), words.say('cycleSpan', { from: cycle.from, last: plusDays(cycle.to, -1) })],
    [words.say('total'), words.say(sum > fullMark ? 'totalOver' : 'totalOf', { total, sum, fullMark })],
    [words.say('carried'), words.say('pointsOf', { points: carried })],
    [words.say('current'), words.say('pointsOf', { points: current })],
    [words.say('nextRung'), nextRung === null ? words.say('nextRungNone') : words.say('nextRungDistance', nextRung)],
    [
      words.say('nextCycleDay'),
      words.say('nextForecast', { day: next.day, clears: next.clears, carries: next.carries }),
    ],
  ];
  const rows: readonly [string, string][] = [
    [words.say('subject'), subject],
    [words.say('ruleSet'), `${words.text(ruleSet.title)}  ${ruleSet.id} ${ruleSet.version}`],
    [words.say('asOf'), standing.asOf],
    [
      words.say('knownAt'),
      knownAt === undefined ? words.say('everything') : words.say('knownAtInstant', { given: knownAt, instant }),
    ],
    ...(standing.regime === undefined ? simple : []),
  ];
  const separator = words.locale === 'en' ? ': ' : '：';
  return rows.map(([label, value]) => `${label}${separator}${printable(value)}\n`).join('');
}

function rungTable({ standing, ruleSet }: ToldStanding, words: Words): string {
  const authorities = new Map(ruleSet.authorities.map(({ code, text }) => [code, words.text(text)]));
  const due = new Map(standing.measures.map(({ rung, dueOn }) => [rung, dueOn]));
  return renderTable(
    [
      { head: words.say('rung') },
      { head: words.say('points'), align: 'right' },
      { head: words.say('since') },
      { head: words.say('authority'), most: 30 },
      { head: words.say('measure'), most: 44 },
      { head: words.say('dueOn') },
    ],
    standing.rungs.map(({ code, points, since, isNew, authority, measure }) => [
      code,
      String(points),
      since === undefined ? words.say('notReached') : words.say(isNew ? 'sinceNew' : 'sinceDay', { day: since }),
      authorities.get(authority) ?? authority,
      words.text(measure.text),
      words.orDash(due.get(code)),
    ]),
  );
}

function findingTable({ standing, records }: ToldStanding, words: Words): string {
  const titles = titlesOf(records, words);
  return renderTable(
    [
      { head: words.say('inspection'), most: 24 },
      { head: words.say('title'), most: 36 },
      { head: words.say('points'), align: 'right' },
      { head: words.say('state') },
      { head: words.say('why'), most: 28 },
      { head: words.say('deadline') },
      { head: words.say('completedOn') },
      { head: words.say('passedOn') },
      { head: words.say('clearedOn') },
    ],
    standing.postings.map((posting) => [
      `${posting.finding.inspection}\n${posting.inspectedOn}`,
      `${posting.finding.item} ${titles(posting)}`,
      String(posting.points),
      words.term(STATES, posting.state),
      why(posting, words),
      posting.overdue ? words.say('overdue', { day: posting.deadline }) : posting.deadline,
      words.orDash(posting.completedOn),
      words.orDash(posting.passedOn),
      words.orDash(posting.clearedOn),
    ]),
  );
}

/** The titles of items as the version that made the finding has them. */
function titlesOf(records: readonly HistoryRecord[], words: Words): (posting: StandingFinding) => string {
  const rules = new Map(records.flatMap((one) => (one.type === 'inspection' ? [[one.key, one.rules] as const] : [])));
  return ({ finding: { inspection, item } }) => {
    const compiled = rules.get(inspection);
    const place = compiled?.itemIndex.get(item);
    return place === undefined ? '' : words.text(compiled?.ruleSet.items[place]?.title);
  };
}

function why({ reason, insteadOf }: StandingFinding, words: Words): string {
  const text = words.term(REASONS, reason);
  return insteadOf === undefined ? text : words.say('insteadOf', { reason: text, finding: findingKey(insteadOf) });
}

function withoutEffectTable({ standing, records }: ToldStanding, words: Words): string {
  const findings = new Map(records.flatMap((one) => ('finding' in one ? [[one.key, findingKey(one.finding)]] : [])));
  const rows = standing.withoutEffect.map(({ record, reason }) => [
    record,
    describeProblem({ code: reason, path: '', value: findings.get(record) ?? record }, words.locale).message,
  ]);
  const columns = [{ head: words.say('record') }, { head: words.say('why'), most: 80 }];
  return `\n${words.say('withoutEffect')}\n${renderTable(columns, rows)}`;
}
