import { showInstant } from '../dates/instant';
import { cycleOf } from '../ledger/cycle';
import { byDay } from '../ledger/history.types';
import { StandingQuestion } from '../ledger/standing-question';
import { Standing } from '../ledger/standing.types';
import { applyRecord, foldingRecords, newTimeline } from '../ledger/timeline';
import { CompiledRuleSet } from '../rule-set/compile';
import { NEUTRAL_ACCUMULATION } from '../rule-set/neutral-parts';
import { CompiledRegime } from './compile-regime';
import { describeRegime } from './describe-regime';
import { entriesOfCases, entriesOfFindings } from './entries';
import { isOfRegime } from './regime-kinds';
import { RegimeStanding } from './regime-standing.types';
import { RegimeSimulation } from './simulate';

/** Folds a history under a rule set that has a regime (ADR 0015). */
export function foldRegime(
  { records, asOf, knownAt }: StandingQuestion,
  rules: CompiledRuleSet & { readonly regime: CompiledRegime },
): Standing {
  const known = knownAt === undefined ? records : records.filter((record) => record.knownAt <= knownAt);
  const timeline = newTimeline(known);
  const folding = foldingRecords(known, timeline.annulled);
  for (const record of folding) if (record.day <= asOf) applyRecord(timeline, record);
  const alive = known
    .filter(isOfRegime)
    .filter(({ key }) => !timeline.annulled.records.has(key))
    .sort(byDay);
  const keys = new Set(alive.map(({ key }) => key));
  const milestones = alive.filter((record) => record.type === 'milestone');
  const simulation = new RegimeSimulation(rules, asOf);
  simulation.run({
    entries: [
      ...entriesOfCases(
        alive.filter((record) => record.type === 'case'),
        milestones,
      ),
      ...entriesOfFindings(timeline.findings.values(), rules),
    ],
    inspections: folding.filter((record) => record.type === 'inspection'),
    others: alive.filter(
      (record) => record.type === 'credit' || record.type === 'measure' || record.type === 'subject',
    ),
  });
  const futile = [
    ...timeline.withoutEffect.map(({ record, reason }) => ({ record: record.key, reason })),
    ...simulation.futile.map(({ key, reason }) => ({ record: key, reason })),
    ...milestones
      .filter((one) => !keys.has(one.case))
      .map(({ key }) => ({ record: key, reason: 'no_such_case' as const })),
  ];
  return toStanding(rules, describeRegime(simulation), futile, {
    asOf,
    knownAt: knownAt === undefined ? null : showInstant(knownAt),
  });
}

/** The first score tells the total; what only the simple form has is empty. */
function toStanding(
  { identity, regime: { regime } }: CompiledRuleSet & { readonly regime: CompiledRegime },
  standing: RegimeStanding,
  withoutEffect: Standing['withoutEffect'],
  asked: Pick<Standing, 'asOf' | 'knownAt'>,
): Standing {
  const first = standing.scores[0];
  const score = regime.scores[0];
  const cycle = first?.cycle ?? cycleOf(asked.asOf, NEUTRAL_ACCUMULATION.cycle);
  const total = first?.value ?? 0;
  const carried = first?.carried ?? 0;
  const reached = new Map(standing.rungs.map((one) => [`${one.ladder}/${one.code}`, one]));
  return {
    ruleSet: identity,
    ...asked,
    cycle,
    fullMark: score?.fullMark ?? 0,
    ...{ total, sum: first?.unbounded ?? 0, carried, current: (first?.unbounded ?? 0) - carried },
    rungs: (regime.ladders ?? []).flatMap((ladder) =>
      ladder.rungs.map((rung) => {
        const state = reached.get(`${ladder.code}/${rung.code}`);
        const measure = regime.measures?.find(({ code }) => code === rung.measures?.[0]);
        return {
          ...{ code: rung.code, points: rung.at, reached: state?.reached ?? false },
          ...(state?.since === undefined ? {} : { since: state.since }),
          isNew: state?.since === asked.asOf,
          authority: measure?.authority ?? '',
          measure: { code: measure?.code ?? rung.code, text: measure?.text ?? rung.text },
        };
      }),
    ),
    nextRung: null,
    measures: [],
    postings: [],
    next: { day: cycle.to, clears: 0, carries: 0, clearing: [], carrying: [] },
    withoutEffect,
    regime: standing,
  };
}
