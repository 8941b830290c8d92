import { describeProblem, Locale, Problem, ProblemText, showValue, Text } from '../../core';

/** Message and mend of each problem that a part of the service can report, by code, in both languages. */
export type MessageCatalogue = Readonly<Record<string, Readonly<Record<Locale, ProblemText>>>>;

/** A problem of the service, with its words: the counterpart of the core's `Problem`. Made by `problemIn`. */
export interface WordedProblem {
  readonly code: string;
  /** An RFC 6901 pointer into the body; `/query/…`, `/path/…` or `/headers/…` for the other parts of a request. */
  readonly path: string;
  readonly value?: unknown;
  readonly params?: Readonly<Record<string, string | number | Text>>;
  readonly words: Readonly<Record<Locale, ProblemText>>;
}

export type AnyProblem = Problem | WordedProblem;

/** What a problem is about; the root of the body where no path is given. */
export interface Particulars {
  readonly path?: string;
  readonly value?: unknown;
  readonly params?: NonNullable<WordedProblem['params']>;
}

/** A problem in the words of a catalogue: `{value}`, `{path}` and the params are filled into its texts. */
export function problemIn<C extends MessageCatalogue>(
  catalogue: C,
  code: keyof C & string,
  { path = '', ...particulars }: Particulars = {},
): WordedProblem {
  const words = catalogue[code];
  if (words === undefined) throw new Error(`no words for ${code}`);
  return { code, path, ...particulars, words };
}

/** The words of any problem in one of the two languages. */
export function wordsOf(problem: AnyProblem, locale: Locale): ProblemText {
  if (!('words' in problem)) return describeProblem(problem, locale);
  const { message, mend } = problem.words[locale];
  return { message: fill(message, problem, locale), mend: fill(mend, problem, locale) };
}

function fill(template: string, problem: WordedProblem, locale: Locale): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    if (name === 'value') return showValue(problem.value);
    if (name === 'path') return problem.path === '' ? '/' : problem.path;
    const param = problem.params?.[name] ?? placeholder;
    return String(typeof param === 'object' ? param[locale] : param);
  });
}

/** The same problems, told of a part of what was received: `/facts` in front of every path. */
export function under(base: string, problems: readonly AnyProblem[]): AnyProblem[] {
  return problems.map((problem) => ({ ...problem, path: `${base}${problem.path}` }));
}
