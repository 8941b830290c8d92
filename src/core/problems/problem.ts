import { Locale, Text } from '../rule-set/rule-set.types';
import { MESSAGES, ProblemCode } from './messages';

export type { ProblemCode } from './messages';

/**
 * One thing that is wrong with an input: what (`code`), where (`path`, an RFC 6901 JSON pointer), the value received
 * and the particulars that its message names. A value, never thrown by itself.
 */
export type Problem = Told<ProblemCode>;

/** A problem in words: what is wrong and what to do about it. */
export interface ProblemText {
  readonly message: string;
  readonly mend: string;
}

/** Longest rendering of a received value in a message, in characters. */
const MAX_VALUE_LENGTH = 200;

/** The value received as it is shown to people: JSON, cut when long, and never absent. */
export function showValue(value: unknown): string {
  const json = value === undefined ? '—' : JSON.stringify(value);
  return json.length > MAX_VALUE_LENGTH ? `${json.slice(0, MAX_VALUE_LENGTH)}…` : json;
}

/** The words of a problem in one of the two languages. */
export function describeProblem(problem: Problem, locale: Locale): ProblemText {
  return describeWith(MESSAGES, problem, locale);
}

/** Something to be told by a code of a catalogue, with where it is and the particulars that its message names. */
export interface Told<Code extends string> {
  readonly code: Code;
  readonly path: string;
  readonly value?: unknown;
  readonly params?: Readonly<Record<string, string | number | Text>>;
}

/** The words of something told, from its catalogue. */
export function describeWith<Code extends string>(
  catalogue: Readonly<Record<Code, Readonly<Record<Locale, ProblemText>>>>,
  { code, path, value, params }: Told<Code>,
  locale: Locale,
): ProblemText {
  const text = catalogue[code][locale];
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'value') return showValue(value);
      if (name === 'path') return path === '' ? '/' : path;
      const param = params?.[name] ?? `{${name}}`;
      return String(typeof param === 'object' ? param[locale] : param);
    });
  return { message: fill(text.message), mend: fill(text.mend) };
}

/** Bad input to the core, with everything that is wrong with it. Thrown before anything is decided. */
export abstract class ProblemsError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.path || '/'}: ${describeProblem(problem, 'en').message}`).join('\n'));
    this.name = new.target.name;
  }
}

/** A document that is no rule set: its shape or its meaning is wrong. */
export class RuleSetError extends ProblemsError {}

/** Facts that do not fit the fact catalogue. */
export class FactsError extends ProblemsError {}

/** A history, or a record to be added to one, that cannot be. */
export class HistoryError extends ProblemsError {}

/** Appends a reference token to a JSON pointer (RFC 6901). */
export function pointer(base: string, ...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>(
    (path, token) => `${path}/${String(token).replace(/~/g, '~0').replace(/\//g, '~1')}`,
    base,
  );
}
