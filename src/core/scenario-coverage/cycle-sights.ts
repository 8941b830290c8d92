import { CivilDate, plusDays } from '../dates/civil-date';
import { cycleOf } from '../ledger/cycle';
import { StandingFinding } from '../ledger/standing.types';
import { CompiledRuleSet } from '../rule-set/compile';
import { AskedStanding } from '../scenarios/scenario-standings';
import { StandingWatch } from './rung-sights';
import { Sights } from './sight';

/** One posted finding, through all that a scenario asks. */
interface Followed {
  readonly inspectedOn: CivilDate;
  /** First day after the cycle of its inspection. */
  readonly end: CivilDate;
  /** What it was found to be, in the order asked. */
  readonly states: readonly { readonly asOf: CivilDate; readonly finding: StandingFinding }[];
}

/**
 * The days about a cycle day: faults found on the last day of a cycle and on the first; postings that clear, and that are
 * carried over, asked for on the day before and on the cycle day; passes on both days, of faults of the cycle that ends
 * and of carried ones. Where a pass clears at once: the day before it, and its day.
 */
export function expectCycles({ ruleSet }: CompiledRuleSet, sights: Sights): StandingWatch {
  const { accumulation } = ruleSet;
  const path = '/accumulation';
  const foundBefore = sights.expect('found_before_cycle_day', `${path}/cycle`);
  const foundOn = sights.expect('found_on_cycle_day', `${path}/cycle`);
  const clears = sights.expect('clears_on_cycle_day', `${path}/cycle`);
  const carries = sights.expect('carried_on_cycle_day', `${path}/cycle`);
  const passedBefore = sights.expect('passed_before_cycle_day', `${path}/cycle`);
  const passedOn = sights.expect('passed_on_cycle_day', `${path}/cycle`);
  const carriedClears = accumulation.carryOver?.clears ?? 'next_cycle_day';
  const laterBefore =
    carriedClears === 'next_cycle_day' ? sights.expect('carried_passed_before_cycle_day', `${path}/carryOver`) : none;
  const laterOn =
    carriedClears === 'next_cycle_day' ? sights.expect('carried_passed_on_cycle_day', `${path}/carryOver`) : none;
  const passDay =
    accumulation.clearing?.when === 'pass_day' ? sights.expect('clears_on_pass_day', `${path}/clearing`) : none;
  const carriedPassDay =
    carriedClears === 'pass_day' ? sights.expect('carried_clears_on_pass_day', `${path}/carryOver`) : none;

  return (asked, scenario) => {
    for (const { inspectedOn, end, states } of follow(asked, accumulation.cycle)) {
      const on = (day: CivilDate, ...wanted: readonly string[]): boolean =>
        states.some(({ asOf, finding }) => asOf === day && wanted.includes(finding.state));
      const eve = (day: CivilDate): CivilDate => plusDays(day, -1);
      const cycle = cycleOf(inspectedOn, accumulation.cycle);
      if (inspectedOn === eve(end) && states.some(({ asOf }) => asOf >= end)) foundBefore(scenario);
      if (inspectedOn === cycle.from) foundOn(scenario);
      if (on(eve(end), 'current') && on(end, 'cleared')) clears(scenario);
      if (on(eve(end), 'current') && on(end, 'carried')) carries(scenario);
      for (const { asOf, finding } of states) {
        const passed = finding.passedOn;
        if (passed === undefined) continue;
        const next = cycleOf(passed, accumulation.cycle);
        if (passed === eve(end) && asOf >= end) passedBefore(scenario);
        if (passed === end && asOf >= end) passedOn(scenario);
        if (passed >= end && passed === eve(next.to) && asOf >= next.to) laterBefore(scenario);
        if (passed > end && passed === next.from) laterOn(scenario);
        if (finding.state !== 'cleared' || finding.clearedOn !== passed || asOf !== passed) continue;
        if (on(eve(passed), 'current')) passDay(scenario);
        if (on(eve(passed), 'carried')) carriedPassDay(scenario);
      }
    }
  };
}

const none = (): void => undefined;

function follow(asked: readonly AskedStanding[], cycle: Parameters<typeof cycleOf>[1]): readonly Followed[] {
  const followed = new Map<string, Followed & { readonly states: { asOf: CivilDate; finding: StandingFinding }[] }>();
  for (const { standing } of asked) {
    for (const finding of standing.postings) {
      if (finding.state === 'not_posted' || finding.state === 'annulled') continue;
      const { inspectedOn } = finding;
      const key = `${finding.finding.inspection}/${finding.finding.item}`;
      const one = followed.get(key) ?? { inspectedOn, end: cycleOf(inspectedOn, cycle).to, states: [] };
      one.states.push({ asOf: standing.asOf, finding });
      followed.set(key, one);
    }
  }
  return [...followed.values()];
}
