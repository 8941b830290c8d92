import { CivilDate } from '../dates/civil-date';
import { parseKnownAt } from '../dates/instant';
import { readHistory } from '../ledger/read-history';
import { foldHistory } from '../ledger/standing';
import { Standing } from '../ledger/standing.types';
import { pointer } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import {
  DocumentRecord,
  ExpectedStanding,
  FactSelection,
  HistoryScenario,
  Scenarios,
} from '../rule-set/rule-set.types';
import { selectFacts } from './select-facts';

/** A standing that a scenario asks for, beside what it expects of it. */
export interface AskedStanding {
  readonly expected: ExpectedStanding;
  readonly standing: Standing;
}

/**
 * Answers every standing that a history scenario asks for, in its order.
 *
 * @param at JSON pointer of the scenario
 * @throws HistoryError where its history cannot be
 */
export async function scenarioStandings(
  compiled: CompiledRuleSet,
  scenarios: Scenarios,
  { history, expect }: HistoryScenario,
  at: string,
): Promise<readonly AskedStanding[]> {
  const { timeZone } = compiled.ruleSet;
  const documents = history.map((record) => withFacts(record, (selection) => selectFacts(scenarios, selection)));
  const records = await readHistory(documents, () => compiled, timeZone, pointer(at, 'history'));
  return expect.map((expected) => {
    const knownAt = expected.knownAt === undefined ? undefined : parseKnownAt(expected.knownAt, timeZone);
    const asOf = expected.asOf as CivilDate;
    const known = knownAt === undefined ? {} : { knownAt };
    return { expected, standing: foldHistory({ records, rules: compiled, asOf, ...known }) };
  });
}

type NestedRecord = DocumentRecord<Readonly<Record<string, unknown>>>;

/** A record with the facts that its selection means, where it has any. */
function withFacts(
  record: DocumentRecord<FactSelection>,
  select: (selection: FactSelection) => Readonly<Record<string, unknown>>,
): NestedRecord {
  switch (record.type) {
    case 'inspection':
    case 'subject':
      return { ...record, facts: select(record.facts) };
    case 'case': {
      const { facts, ...rest } = record;
      return facts === undefined ? rest : { ...rest, facts: select(facts) };
    }
    default:
      return record;
  }
}
