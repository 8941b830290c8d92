import { UnprocessableError } from '../common/errors/unprocessable.error';
import { under } from '../common/errors/worded-problem';
import { checkFacts, CompiledRuleSet, Facts, FactSupplier, ProblemsError, withCalculated } from '../core';

/** What nobody states: it is calculated. */
const CALCULATED: ReadonlySet<FactSupplier> = new Set<FactSupplier>(['calculation']);

/** What an inspector may not enter: what is calculated, and what the register says. */
const NOT_ENTERED: ReadonlySet<FactSupplier> = new Set<FactSupplier>(['calculation', 'register']);

/** @throws UnprocessableError where the facts of a request do not fit, or what is calculated from them cannot be held */
export function readAllFacts(rules: CompiledRuleSet, facts: unknown): Facts {
  return calculated(rules, checked(rules, facts, CALCULATED));
}

/**
 * The same for an inspection: what was entered, and what the register supplies.
 * @throws UnprocessableError also where the register says what does not fit
 */
export function readInspectionFacts(rules: CompiledRuleSet, entered: unknown, ofRegister: unknown): Facts {
  const values = checked(rules, entered, NOT_ENTERED);
  return calculated(rules, new Map([...values, ...checked(rules, ofRegister, CALCULATED)]));
}

function checked({ catalogue }: CompiledRuleSet, facts: unknown, refused: ReadonlySet<FactSupplier>): Facts {
  const { problems, values } = checkFacts(catalogue, facts, refused);
  if (problems.length > 0) throw new UnprocessableError(under('/facts', problems));
  return values;
}

function calculated({ catalogue }: CompiledRuleSet, values: Facts): Facts {
  try {
    return withCalculated(catalogue, values);
  } catch (cause) {
    if (!(cause instanceof ProblemsError)) throw cause;
    throw new UnprocessableError(under('/facts', cause.problems), { cause });
  }
}
