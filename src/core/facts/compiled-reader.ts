import { pointer, Problem } from '../problems/problem';
import { FactDefinition, FactValue } from '../rule-set/rule-set.types';
import { checkFactValue } from './check-facts';
import { compileCalculation } from './compiled-calculation';
import { compileFit } from './compiled-fit';
import { compileNestedReader } from './compiled-nested';
import { expressionFacts } from './expression';
import { FactCatalogue } from './fact-catalogue';
import { FactRow, Slot } from './slots';

/** Reads some of the facts of a catalogue, and nothing else of an inspection. */
export interface FactReader {
  /** The base facts it reads, by path, in the order of the catalogue. */
  readonly reads: readonly string[];
  readonly slotOf: (path: string) => Slot;
  /** Reads facts as they are recorded: nested. What is not asked for is not looked at. */
  readonly fromNested: (facts: unknown) => FactRow;
  /** Reads the values of `reads`, in that order; null or undefined where a fact is absent. */
  readonly fromValues: (values: readonly unknown[]) => FactRow;
}

type Row = (FactValue | undefined)[];

/** A base fact that is read, with what checks its values. */
interface Base {
  readonly definition: FactDefinition;
  readonly pointer: string;
  readonly fits: (value: unknown) => boolean;
}

/**
 * Compiles a reader of the facts named and of what they are calculated from. It checks what it reads as `readFacts` does,
 * and finds the same problems with it.
 */
export function compileReader(catalogue: FactCatalogue, paths: readonly string[]): FactReader {
  const wanted = withOperands(catalogue, paths);
  const calculated = catalogue.calculated.filter(({ path }) => wanted.has(path));
  const bases = [...catalogue.facts.values()]
    .filter(({ path, expression }) => wanted.has(path) && expression === undefined)
    .map((definition): Base => {
      const at = pointer('', ...definition.path.split('.'));
      return { definition, pointer: at, fits: compileFit(definition) };
    });
  const slots = new Map(
    [...bases.map(({ definition }) => definition), ...calculated].map((definition, slot) => {
      return [definition.path, { slot, definition }];
    }),
  );
  const slotOf = (path: string): Slot => slots.get(path) ?? notRead(path);
  const calculations = calculated.map((fact) => compileCalculation(fact, slotOf));
  const reads = bases.map(({ definition }) => definition.path);
  const readNested = compileNestedReader(reads);

  const rowOf = (given: readonly unknown[], before: readonly Problem[]): FactRow => {
    const values: Row = new Array<FactValue | undefined>(slots.size).fill(undefined);
    const { complete, problems } = checkBases(bases, given, values, before);
    if (problems.length > 0) return { values, complete: false, problems };
    let allThere = complete;
    for (const [place, calculate] of calculations.entries()) {
      const value = calculate(values);
      if (typeof value === 'object') return { values, complete: false, problems: [value] };
      values[bases.length + place] = value;
      if (value === undefined) allThere = false;
    }
    return { values, complete: allThere, problems };
  };
  return {
    reads,
    slotOf,
    fromValues: (values) => rowOf(values, []),
    fromNested: (facts) => {
      const problems: Problem[] = [];
      const values = new Array<unknown>(reads.length);
      readNested(facts, values, problems);
      return rowOf(values, problems);
    },
  };
}

/** The facts and all that they are calculated from, by however many steps. */
function withOperands(catalogue: FactCatalogue, paths: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(paths);
  // From the last to the first: a calculation comes after what it is calculated from.
  for (const { path, expression } of [...catalogue.calculated].reverse()) {
    if (wanted.has(path) && expression !== undefined) expressionFacts(expression, wanted);
  }
  return wanted;
}

function notRead(path: string): never {
  throw new Error(`a fact that the reader was not compiled for: ${path}`);
}

/** Whether any of the values is absent or does not fit; those that are in order go to the row. */
function checkBases(
  bases: readonly Base[],
  values: readonly unknown[],
  row: Row,
  problems: readonly Problem[],
): { readonly complete: boolean; readonly problems: readonly Problem[] } {
  let complete = true;
  let found = problems;
  for (let slot = 0; slot < bases.length; slot += 1) {
    const value = values[slot];
    const base = bases[slot] as Base;
    if (value === undefined || value === null) {
      complete = false;
      continue;
    }
    const problem = base.fits(value) ? undefined : checkFactValue(base.definition, value, base.pointer);
    if (problem === undefined) row[slot] = value as FactValue;
    else found = [...found, problem];
  }
  return { complete, problems: found };
}
