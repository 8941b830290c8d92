import { FindingReference, Standing, StandingFinding } from '../../core';
import { StandingView } from '../standing-view';

/** A standing as it goes out: findings by their ids, and null where there is nothing. */
export function presentStanding({ subject, forecast, standing, measures, findingId }: StandingView) {
  const ids = (findings: readonly FindingReference[]): readonly string[] => findings.map(findingId);
  const { ruleSet, asOf, knownAt, cycle, fullMark, total, sum, carried, current, nextRung, withoutEffect } = standing;
  return {
    subject,
    ruleSet,
    asOf,
    knownAt,
    forecast,
    cycle,
    fullMark,
    total,
    sum,
    carried,
    current,
    rungs: standing.rungs.map(presentRung),
    nextRung,
    measures,
    postings: standing.postings.map((posting) => presentPosting(posting, findingId)),
    next: { ...standing.next, clearing: ids(standing.next.clearing), carrying: ids(standing.next.carrying) },
    withoutEffect,
  };
}

export type PresentedStanding = ReturnType<typeof presentStanding>;

function presentRung({ code, points, reached, since, isNew, authority, measure }: Standing['rungs'][number]) {
  return { code, points, reached, since: since ?? null, isNew, authority, measure };
}

function presentPosting(posting: StandingFinding, findingId: StandingView['findingId']) {
  const { finding, version, inspectedOn, points, state, reason, insteadOf, deadline, overdue } = posting;
  return {
    id: findingId(finding),
    inspection: finding.inspection,
    item: finding.item,
    version,
    inspectedOn,
    points,
    state,
    reason,
    insteadOf: insteadOf === undefined ? null : findingId(insteadOf),
    deadline,
    completedOn: posting.completedOn ?? null,
    passedOn: posting.passedOn ?? null,
    clearedOn: posting.clearedOn ?? null,
    overdue,
  };
}
