import { constantsOf, otherFactOf } from '../conditions/condition-leaves';
import { FactDefinition, FactValue, Scalar } from '../rule-set/rule-set.types';
import { calculatedMarks } from './calculated-marks';
import { CommonFact, commonFact, CommonNumber } from './common-fact';
import { lineValues } from './number-line';
import { Reading, readingBaseFacts, readingLeaves } from './reading';
import { Units } from './units';

/** A base fact with the values to try; undefined stands for not checked. */
export interface FactChoices {
  readonly path: string;
  readonly values: readonly (FactValue | undefined)[];
}

/**
 * The facts that some conditions rest on, each with finitely many values that stand for all it may have.
 */
export interface FactDomain {
  /** In the order in which the conditions read them. */
  readonly facts: readonly FactChoices[];
  /** How many ways there are to choose a value for each. */
  readonly size: number;
  /**
   * Whether the values decide every comparison: for all facts there can be, some choice has every comparison come out
   * the same. Only then is a search of them all a proof for all facts.
   */
  readonly decisive: boolean;
  /** Facts that no value would be accepted for by every rule set that reads them; they have no choices. */
  readonly incomparable: readonly string[];
}

/** Most codes of a list of values of which every choice is tried. */
const MOST_LISTED = 8;

/** The domain of conditions of one rule set, or of several that are given the same facts. */
export function factDomain(readings: readonly Reading[]): FactDomain {
  const definitions = definitionsOf(readings);
  const common = new Map<string, CommonFact>();
  const incomparable: string[] = [];
  for (const [path, defined] of definitions) {
    const fact = commonFact(defined);
    if (fact === undefined) incomparable.push(path);
    else common.set(path, fact);
  }
  const comparisons = new Comparisons(readings);
  const groups = groupsOf([...common.keys()], comparisons.pairs);
  const chosen = groups.map((group) =>
    chooseValues(
      group.flatMap((path) => common.get(path) ?? []),
      readings,
      comparisons,
      common,
    ),
  );
  const values = new Map(chosen.flatMap((choice) => [...choice.values]));
  const facts = [...common.keys()].map((path) => ({ path, values: values.get(path) ?? [] }));
  return domainOf(facts, incomparable.length === 0 && chosen.every(({ decisive }) => decisive), incomparable);
}

/** The same domain where a fact may also be absent. */
export function withAbsent({ facts, decisive, incomparable }: FactDomain): FactDomain {
  return domainOf(
    facts.map(({ path, values }) => ({ path, values: [...values, undefined] })),
    decisive,
    incomparable,
  );
}

function domainOf(facts: readonly FactChoices[], decisive: boolean, incomparable: readonly string[]): FactDomain {
  return { facts, size: facts.reduce((size, { values }) => size * values.length, 1), decisive, incomparable };
}

/** What every rule set that reads a base fact, or could be given it, says of it. */
function definitionsOf(readings: readonly Reading[]): ReadonlyMap<string, readonly FactDefinition[]> {
  const paths = new Set(readings.flatMap((reading) => readingBaseFacts(reading).map(({ path }) => path)));
  return new Map(
    [...paths].map((path) => [path, readings.flatMap(({ catalogue }) => catalogue.facts.get(path) ?? [])]),
  );
}

/** What the base facts of all readings are compared with. */
class Comparisons {
  readonly constants = new Map<string, Set<Scalar>>();
  readonly pairs: (readonly [string, string])[] = [];

  constructor(readings: readonly Reading[]) {
    for (const leaf of readings.flatMap(readingLeaves)) {
      const other = otherFactOf(leaf);
      if (other !== undefined) this.pairs.push([leaf.fact, other]);
      const known = this.constants.get(leaf.fact) ?? new Set();
      this.constants.set(leaf.fact, known);
      constantsOf(leaf).forEach((constant) => known.add(constant));
    }
  }

  with(facts: readonly CommonFact[]): readonly Scalar[] {
    return [...new Set(facts.flatMap(({ path }) => [...(this.constants.get(path) ?? [])]))];
  }
}

/** Base facts that are compared with each other, directly or by way of others. */
function groupsOf(
  paths: readonly string[],
  pairs: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  const group = new Map(paths.map((path) => [path, new Set([path])]));
  for (const [a, b] of pairs) {
    const [first, second] = [group.get(a), group.get(b)];
    if (first === undefined || second === undefined || first === second) continue;
    for (const path of second) group.set(path, first.add(path));
  }
  return [...new Set(group.values())].map((members) => paths.filter((path) => members.has(path)));
}

interface Choice {
  readonly values: ReadonlyMap<string, readonly FactValue[]>;
  readonly decisive: boolean;
}

function chooseValues(
  group: readonly CommonFact[],
  readings: readonly Reading[],
  comparisons: Comparisons,
  common: ReadonlyMap<string, CommonFact>,
): Choice {
  const constants = comparisons.with(group);
  const lines = group.filter(
    (fact): fact is CommonFact & CommonNumber => fact.kind === 'number' || fact.kind === 'day',
  );
  if (lines.length > 0) return chooseOnLine(lines, constants, readings, common);
  const choices = group.map((fact) => [fact.path, ...chooseOne(fact, constants, group.length)] as const);
  return {
    values: new Map(choices.map(([path, values]) => [path, values])),
    decisive: choices.every(([, , decisive]) => decisive),
  };
}

function chooseOnLine(
  lines: readonly (CommonFact & CommonNumber)[],
  constants: readonly Scalar[],
  readings: readonly Reading[],
  common: ReadonlyMap<string, CommonFact>,
): Choice {
  const calculated = lines.map((fact) =>
    fact.kind === 'number' ? calculatedMarks(readings, fact, common) : { marks: [], decisive: true },
  );
  const marks = [...constants, ...calculated.flatMap((one) => one.marks)];
  const units = Units.for(lines, marks);
  const chosen = lineValues(
    lines.map((fact) => units.line(fact.path, fact)),
    marks.map((mark) => units.of(mark)),
  );
  return {
    values: new Map([...chosen].map(([path, values]) => [path, values.flatMap((value) => units.value(value) ?? [])])),
    decisive: calculated.every(({ decisive }) => decisive),
  };
}

function chooseOne(
  fact: CommonFact,
  constants: readonly Scalar[],
  members: number,
): readonly [values: readonly FactValue[], decisive: boolean] {
  switch (fact.kind) {
    case 'boolean':
      return [[false, true], true];
    case 'choice':
      return [fact.codes, true];
    case 'list': {
      const mentioned = fact.codes.filter((code) => constants.includes(code));
      const listed = mentioned.slice(0, MOST_LISTED);
      return [subsets(listed), listed.length === mentioned.length];
    }
    case 'text':
      return [[...constants.map(String), ...otherTexts(constants, members)], true];
    case 'number':
    case 'day':
      return [[], true];
  }
}

/** Every choice of the codes, smaller ones first. */
function subsets(codes: readonly string[]): readonly (readonly string[])[] {
  return codes
    .reduce<readonly (readonly string[])[]>((chosen, code) => [...chosen, ...chosen.map((one) => [...one, code])], [[]])
    .toSorted((a, b) => a.length - b.length);
}

/** Texts that are none of the constants: one for each fact that may differ from all others. */
function otherTexts(constants: readonly Scalar[], count: number): readonly string[] {
  const texts: string[] = [];
  for (let number = 1; texts.length < count; number++) {
    const text = '*'.repeat(number);
    if (!constants.includes(text)) texts.push(text);
  }
  return texts;
}
