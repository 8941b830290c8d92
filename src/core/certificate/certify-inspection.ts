import { readFacts } from '../facts/read-facts';
import { CompiledRuleSet } from '../rule-set/compile';
import { contentHash } from '../rule-set/identity';
import { decideInspection } from '../scoring/decide-inspection';
import { CertifiedScore, InspectionContent } from './certificate.types';
import { ENGINE } from './engine-versions';

/** What is told of an inspection beside what it was scored on. */
export type InspectionEvidence = Pick<InspectionContent, 'subject' | 'link' | 'inspection' | 'annulled' | 'facts'>;

/**
 * Scores the facts of an inspection, and says so.
 * @throws FactsError where they do not fit the rule set
 */
export async function certifyInspection(
  { subject, link, inspection, annulled, facts }: InspectionEvidence,
  rules: CompiledRuleSet,
): Promise<InspectionContent> {
  const result = await scoreAgain(rules, facts);
  return {
    kind: 'inspection',
    engine: ENGINE,
    ...{ subject, link, inspection, annulled },
    ruleSet: { ...rules.identity, content: rules.ruleSet },
    facts,
    factsHash: contentHash(facts),
    result,
    resultHash: contentHash(result),
  };
}

/** @throws FactsError where the facts do not fit the rule set */
export async function scoreAgain(rules: CompiledRuleSet, facts: unknown): Promise<CertifiedScore> {
  const { ruleSet: _, ...score } = await decideInspection(rules, readFacts(rules.catalogue, facts));
  return score;
}
