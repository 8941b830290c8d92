import { RuleSet } from '../rule-set/rule-set.types';
import { ScenarioCounts } from './comparison.types';
import { sameJson } from './diff-trees';
import { Versions } from './version';

/** Counts the scenarios that differ. What they expect is no rule, so they are counted and not told. */
export function countScenarios({ old, new: fresh }: Versions): ScenarioCounts {
  const [before, after] = [casesOf(old.compiled.ruleSet), casesOf(fresh.compiled.ruleSet)];
  return {
    old: before.size,
    new: after.size,
    added: [...after.keys()].filter((code) => !before.has(code)),
    removed: [...before.keys()].filter((code) => !after.has(code)),
    changed: [...after]
      .filter(([code, one]) => before.has(code) && !sameJson(before.get(code), one))
      .map(([code]) => code),
    baseFacts: differing(basesOf(old.compiled.ruleSet), basesOf(fresh.compiled.ruleSet)),
  };
}

function casesOf({ scenarios }: RuleSet): ReadonlyMap<string, unknown> {
  return new Map(scenarios?.cases.map((one) => [one.code, one]));
}

function basesOf({ scenarios }: RuleSet): ReadonlyMap<string, unknown> {
  return new Map(scenarios?.baseFacts?.map((one) => [one.code, one]));
}

function differing(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...after.keys(), ...before.keys()])].filter(
    (code) => !sameJson(before.get(code), after.get(code)),
  );
}
