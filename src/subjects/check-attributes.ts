import { problemIn, AnyProblem } from '../common/errors/worded-problem';
import { checkFactValue, FactDefinition, pointer } from '../core';
import { Attributes, STATE_FACT, TRADE_FACT } from './register-entry';
import { SUBJECTS_MESSAGES } from './subjects.messages';

/** The facts that a version of a rule set knows. */
export interface KnownFacts {
  readonly ruleSet: string;
  readonly facts: ReadonlyMap<string, FactDefinition>;
}

/** Facts that the register has properties of its own for. */
const OWN_PROPERTIES: ReadonlyMap<string, string> = new Map([
  [TRADE_FACT, 'trade'],
  [STATE_FACT, 'state'],
]);

/**
 * Everything that is wrong with attributes: those that rule sets take from the register must fit each of them, and no
 * path may lead through another. Paths that no rule set knows are taken as they are.
 * @param present paths of the attributes that the subject has already
 */
export function checkAttributes(
  attributes: Attributes,
  known: readonly KnownFacts[],
  present: readonly string[] = [],
): AnyProblem[] {
  const paths = new Set([...present, ...Object.keys(attributes), ...OWN_PROPERTIES.keys(), ...pathsOf(known)]);
  return Object.entries(attributes).flatMap(([fact, value]) => {
    const at = { path: pointer('/attributes', fact), value };
    const property = OWN_PROPERTIES.get(fact);
    if (property !== undefined)
      return [problemIn(SUBJECTS_MESSAGES, 'attribute_of_its_own', { ...at, params: { fact, property } })];
    if (value === null) return [];
    const other = overlapping(fact, paths);
    if (other !== undefined)
      return [problemIn(SUBJECTS_MESSAGES, 'attribute_overlap', { ...at, params: { fact, other } })];
    return checkValue(fact, value, known, at);
  });
}

/**
 * Whether a trade is one that rule sets know. Each sector has trades of its own, so fitting one rule set is enough,
 * and where none reads the trade every code will do.
 */
export function checkTrade(trade: string, known: readonly KnownFacts[]): AnyProblem[] {
  const problems = definitionsOf(TRADE_FACT, known).map(({ definition }) =>
    checkFactValue(definition, trade, '/trade'),
  );
  const [first] = problems;
  return first === undefined || problems.includes(undefined) ? [] : [first];
}

function checkValue(
  fact: string,
  value: unknown,
  known: readonly KnownFacts[],
  at: { readonly path: string; readonly value: unknown },
): AnyProblem[] {
  const definitions = definitionsOf(fact, known);
  const fromRegister = definitions.filter(({ definition }) => definition.suppliedBy === 'register');
  const [stranger] = definitions;
  if (stranger !== undefined && fromRegister.length === 0) {
    const params = { fact, ruleSet: stranger.ruleSet };
    return [problemIn(SUBJECTS_MESSAGES, 'attribute_not_of_register', { ...at, params })];
  }
  const problems = fromRegister.flatMap(({ definition }) => checkFactValue(definition, value, at.path) ?? []);
  // Several versions say the same of a fact that did not change.
  return problems.slice(0, 1);
}

function definitionsOf(fact: string, known: readonly KnownFacts[]) {
  return known.flatMap(({ ruleSet, facts }) => {
    const definition = facts.get(fact);
    return definition === undefined ? [] : [{ ruleSet, definition }];
  });
}

function pathsOf(known: readonly KnownFacts[]): readonly string[] {
  return known.flatMap(({ facts }) => [...facts.keys()]);
}

function overlapping(fact: string, paths: ReadonlySet<string>): string | undefined {
  return [...paths].find((path) => path.startsWith(`${fact}.`) || fact.startsWith(`${path}.`));
}
