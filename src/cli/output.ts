import { RuleSet } from '../core';
import { printable, wrap } from './tables';
import { Words } from './texts';
import { STATUSES } from './texts/terms';

/** How a command is asked to answer. */
export interface Settings {
  readonly words: Words;
  /** For programs, instead of tables for people. */
  readonly json: boolean;
}

export const FINE = 0;
/** The input was read, and something is wrong with what it says. */
export const FAULTY_INPUT = 1;
/** The command cannot be carried out as it was given. */
export const WRONG_USE = 2;
/** A fault of the program itself (EX_SOFTWARE). */
export const INTERNAL_FAULT = 70;

/** What a command answers. */
export interface Answer {
  readonly stdout: string;
  readonly exitCode: number;
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What must be told first of rule sets that are no official texts; empty where all are. */
export function noticesOf(ruleSets: readonly RuleSet[], words: Words): string {
  const notices = ruleSets
    .filter(({ status, notice }) => status !== 'official' || notice !== undefined)
    .map(({ id, version, status, notice }) => {
      const head = words.say('notice', { id, version, status: words.term(STATUSES, status) });
      return wrap(printable([head, words.text(notice)].join('\n').trimEnd()), 100);
    });
  return notices.length === 0 ? '' : `${[...new Set(notices)].join('\n')}\n\n`;
}
