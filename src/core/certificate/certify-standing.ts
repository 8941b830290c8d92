import { parseCivilDate } from '../dates/civil-date';
import { parseKnownAt } from '../dates/instant';
import { NestedFacts } from '../facts/put-fact';
import { readHistory } from '../ledger/read-history';
import { foldHistory } from '../ledger/standing';
import { Standing } from '../ledger/standing.types';
import { HistoryError } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import { contentHash } from '../rule-set/identity';
import { DocumentRecord } from '../rule-set/rule-set.types';
import { CertifiedRecord, StandingContent } from './certificate.types';
import { ENGINE } from './engine-versions';

/** The history of a subject, and what is asked of it. */
export type StandingEvidence = Pick<StandingContent, 'subject' | 'link' | 'asOf' | 'knownAt' | 'inForce' | 'history'>;

/** Versions of one rule set by their numbers. */
export type Versions = ReadonlyMap<string, CompiledRuleSet>;

/**
 * Scores the inspections of a history and folds it, and says so.
 * @throws HistoryError where it cannot be
 */
export async function certifyStanding(evidence: StandingEvidence, versions: Versions): Promise<StandingContent> {
  const { subject, link, asOf, knownAt, inForce, history } = evidence;
  const result = await foldAgain(evidence, versions);
  return {
    kind: 'standing',
    engine: ENGINE,
    ...{ subject, link, asOf, knownAt, inForce },
    ruleSets: [...versions.values()].map(({ identity, ruleSet }) => ({ ...identity, content: ruleSet })),
    history,
    historyHash: contentHash(history),
    result,
    resultHash: contentHash(result),
  };
}

/**
 * Each inspection is scored by the version it names, whichever was in force on its day.
 * @throws HistoryError where the history cannot be
 */
export async function foldAgain(
  { asOf, knownAt, inForce, history }: Omit<StandingEvidence, 'subject' | 'link'>,
  versions: Versions,
): Promise<Standing> {
  const rules = versions.get(inForce);
  if (rules === undefined) throw new HistoryError([{ code: 'no_version_in_force', path: '/inForce', value: inForce }]);
  const { timeZone } = rules.ruleSet;
  const day = parseCivilDate(asOf);
  if (day === undefined) throw new HistoryError([{ code: 'no_such_day', path: '/asOf', value: asOf }]);
  const known = parseKnownAt(knownAt, timeZone);
  if (known === undefined) throw new HistoryError([{ code: 'no_such_instant', path: '/knownAt', value: knownAt }]);
  const named = new Map(history.map(({ key, version }) => [key, version]));
  const records = await readHistory(
    history.map(withoutVersion),
    (_, key) => versions.get(named.get(key ?? '') ?? ''),
    timeZone,
    '/history',
  );
  return foldHistory({ records, rules, asOf: day, knownAt: known });
}

/** A record as history files have it. */
export function withoutVersion({ version: _, ...record }: CertifiedRecord): DocumentRecord<NestedFacts> {
  return record;
}
