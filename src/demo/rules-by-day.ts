import { EntityManager } from 'typeorm';
import { CivilDate, CompiledRuleSet } from '../core';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { DemoError } from './demo.error';

/** The version of a rule set in force by day; that of the first period before it. All are read at once. */
export async function rulesByDay(
  ruleSets: RuleSetsReadModel,
  manager: EntityManager,
  ruleSetId: string,
): Promise<(day: CivilDate) => CompiledRuleSet> {
  const periods: { readonly from: CivilDate; readonly rules: CompiledRuleSet }[] = [];
  for (const { version, inForce } of await ruleSets.versions(manager, ruleSetId)) {
    const published = await ruleSets.byVersion(manager, ruleSetId, version);
    if (published === undefined) continue;
    periods.push(...inForce.map(({ from }) => ({ from, rules: published.rules })));
  }
  periods.sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = periods;
  if (first === undefined) {
    throw new DemoError(
      `规则集 ${ruleSetId} 未安装，无法生成示例辖区。请核对 RULES_DIR。`,
      `The rule set ${ruleSetId} is not installed, so there is no demonstration district. Check RULES_DIR.`,
    );
  }
  return (day) => (periods.findLast(({ from }) => from <= day) ?? first).rules;
}
