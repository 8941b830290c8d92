import { Facts, readFacts } from '../facts/read-facts';
import { CompiledItem, CompiledRuleSet } from '../rule-set/compile';
import { decideInspection } from './decide-inspection';
import { InspectionScore, ItemDecision, ItemScore, ItemTrace } from './score.types';
import { traceItem } from './trace-item';

/**
 * Scores one inspection: decides every item, weighs exclusive items against each other and explains all of it.
 *
 * @param facts nested facts, register facts included, calculated ones not
 * @throws FactsError when the facts do not fit the catalogue
 */
export async function scoreInspection(compiled: CompiledRuleSet, facts: unknown): Promise<InspectionScore> {
  return scoreFacts(compiled, readFacts(compiled.catalogue, facts));
}

/** Scores facts already read. */
export async function scoreFacts(compiled: CompiledRuleSet, facts: Facts): Promise<InspectionScore> {
  const decision = await decideInspection(compiled, facts);
  const items = compiled.items.map((item): ItemScore => {
    const decided = decision.items[item.index] as ItemDecision;
    const trace = traceItem(item, facts);
    assertAgreement(item, decided, trace);
    return { ...decided, trace };
  });
  return { ...decision, items };
}

/** The explanation is made by other code than the decision; that the two agree is checked on every item. */
function assertAgreement({ item }: CompiledItem, { outcome, ownPoints }: ItemDecision, trace: ItemTrace): void {
  if (outcome === 'not_checked') return;
  const told =
    trace.appliesWhen?.result === false
      ? 'not_applicable'
      : trace.condition?.result === true
        ? 'violated'
        : 'compliant';
  const holding = (trace.variants ?? []).filter(({ when }) => when.result === true).map((variant) => variant.points);
  const toldPoints = told !== 'violated' ? 0 : holding.length === 0 ? item.points : Math.max(...holding);
  if (told !== outcome || toldPoints !== ownPoints) {
    throw new Error(`item ${item.code}: decided ${outcome} ${ownPoints}, explained ${told} ${toldPoints}`);
  }
}
