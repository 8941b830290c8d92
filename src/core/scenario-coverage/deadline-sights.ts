import { CivilDate, plusDays } from '../dates/civil-date';
import { cycleOf } from '../ledger/cycle';
import { deadlineOf } from '../ledger/read-history';
import { StandingFinding } from '../ledger/standing.types';
import { pointer } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import { Deadline, Text } from '../rule-set/rule-set.types';
import { AskedStanding } from '../scenarios/scenario-standings';
import { StandingWatch } from './rung-sights';
import { Sights } from './sight';

/**
 * The deadline of every item stated, and every length of deadline on both sides: a fault put right on the last day, and
 * one put right on the day after; each passed, and with a standing asked for once its cycle has ended, when the two
 * differ.
 */
export function expectDeadlines({ ruleSet, itemIndex }: CompiledRuleSet, sights: Sights): StandingWatch {
  const { items, accumulation } = ruleSet;
  const stated = items.map(({ code }, place) =>
    sights.expect('deadline_stated', pointer('/items', place, 'rectification', 'deadline'), { item: code }),
  );
  const lengths = new Map<string, { met: (scenario: string) => void; missed: (scenario: string) => void }>();
  items.forEach(({ code, rectification }, place) => {
    const length = lengthOf(rectification.deadline);
    if (lengths.has(length)) return;
    const path = pointer('/items', place, 'rectification', 'deadline');
    const params = { item: code, length: lengthText(rectification.deadline) };
    lengths.set(length, {
      met: sights.expect('deadline_met', path, params),
      missed: sights.expect('deadline_missed', path, params),
    });
  });
  const itemOf = (finding: StandingFinding): number => itemIndex.get(finding.finding.item) as number;
  const ownDeadline = (finding: StandingFinding): CivilDate => {
    const item = items[itemOf(finding)];
    return deadlineOf(item?.rectification.deadline ?? 'at_once', finding.inspectedOn);
  };
  return (asked, scenario) => {
    for (const one of asked) {
      for (const finding of one.standing.postings) {
        const own = ownDeadline(finding);
        if (finding.deadline !== own) continue;
        if (states(one, finding)) stated[itemOf(finding)]?.(scenario);
        const { completedOn, passedOn, inspectedOn } = finding;
        const end = cycleOf(inspectedOn, accumulation.cycle).to;
        // In time and late come to the same for a fault put right after its cycle.
        if (completedOn === undefined || passedOn === undefined || completedOn >= end || one.standing.asOf < end)
          continue;
        const length = lengths.get(lengthOf(items[itemOf(finding)]?.rectification.deadline ?? 'at_once'));
        if (completedOn === own) length?.met(scenario);
        if (completedOn === plusDays(own, 1)) length?.missed(scenario);
      }
    }
  };
}

function states({ expected }: AskedStanding, { finding, deadline }: StandingFinding): boolean {
  return (expected.postings ?? []).some(
    (one) =>
      one.finding.inspection === finding.inspection && one.finding.item === finding.item && one.deadline === deadline,
  );
}

function lengthText(deadline: Deadline): Text {
  if (deadline === 'at_once') return { 'zh-CN': '立即整改', en: 'at once' };
  return { 'zh-CN': `${deadline.days} 日`, en: `${deadline.days} days` };
}

/** At once is a length of its own: it is another setting than 0 days. */
const lengthOf = (deadline: Deadline): string => (deadline === 'at_once' ? deadline : String(deadline.days));
