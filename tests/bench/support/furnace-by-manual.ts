import { Engine, TopLevelCondition } from 'json-rules-engine';
import { Condition, RuleSet } from '../../../src/core';
import { FurnaceFacts } from './furnace-facts';

/** A rule set given to json-rules-engine the way its manual shows: one engine, JSONPath, its own operators, events. */
export function engineByManual(ruleSet: RuleSet): (facts: FurnaceFacts) => Promise<ReadonlyMap<string, number>> {
  const engine = new Engine();
  const stored = ruleSet.facts.filter(({ suppliedBy }) => suppliedBy !== 'calculation');
  if (stored.length < ruleSet.facts.length) {
    // The manual's way to a calculated fact is a dynamic one.
    engine.addFact('calculated', async (_, almanac) => {
      const staff = await almanac.factValue<Record<string, number>>('staff');
      return { safetyOfficers: (staff.fullTimeSafetyOfficers ?? 0) + (staff.partTimeSafetyOfficers ?? 0) };
    });
  }
  for (const item of ruleSet.items) {
    const parts = [item.appliesWhen, item.condition].filter((part) => part !== undefined);
    const conditions = parts.map(byManual);
    engine.addRule({
      name: item.code,
      conditions: { all: conditions } as TopLevelCondition,
      event: { type: item.code },
    });
    for (const [place, { points, when }] of (item.variants ?? []).entries()) {
      const all = [...conditions, byManual(when)];
      const event = { type: item.code, params: { points } };
      engine.addRule({ name: `${item.code}.${place}`, conditions: { all } as TopLevelCondition, event });
    }
  }
  const base = new Map(ruleSet.items.map(({ code, points }) => [code, points]));
  return async (facts) => {
    const { events } = await engine.run({ ...facts });
    const variants = new Map<string, number>();
    const violated = new Set<string>();
    for (const { type, params } of events) {
      if (params === undefined) violated.add(type);
      else variants.set(type, Math.max(variants.get(type) ?? 0, params['points'] as number));
    }
    return new Map([...violated].map((code) => [code, variants.get(code) ?? base.get(code) ?? 0]));
  };
}

function byManual(condition: Condition): unknown {
  if ('all' in condition) return { all: condition.all.map(byManual) };
  if ('any' in condition) return { any: condition.any.map(byManual) };
  if ('not' in condition) return { not: byManual(condition.not) };
  const { fact, operator, value } = condition;
  const reference = typeof value === 'object' && 'fact' in value;
  return { ...locate(fact), operator, value: reference ? locate(value.fact) : value };
}

function locate(path: string): { fact: string; path: string } {
  if (path === 'staff.safetyOfficers') return { fact: 'calculated', path: '$.safetyOfficers' };
  const [fact = '', ...rest] = path.split('.');
  return { fact, path: `$.${rest.join('.')}` };
}
