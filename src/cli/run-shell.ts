import { Command, CommanderError } from 'commander';
import { Locale } from '../core';
import { UsageError } from './errors';
import { Answer, FAULTY_INPUT, FINE, INTERNAL_FAULT, toJson, WRONG_USE } from './output';
import { Sink } from './program-parts';
import { problemTable, reportFailure } from './report-problems';
import { printable } from './tables';
import { Words } from './texts';
import { UsageCode } from './texts/usage.texts';

export interface Outcome extends Answer {
  readonly stderr: string;
}

/** One of the programs of the shell, by the name of its npm script. */
export interface Shell {
  readonly name: 'rules' | 'cli';
  /** `words` are those of the usage, which is written before options are read. */
  readonly build: (words: Words, sink: Sink) => Command;
}

const USAGE_CODES: Readonly<Record<string, UsageCode>> = {
  'commander.unknownOption': 'unknown_option',
  'commander.unknownCommand': 'unknown_command',
  'commander.help': 'no_command',
  'commander.missingMandatoryOptionValue': 'missing_option',
  'commander.optionMissingArgument': 'missing_value',
  'commander.missingArgument': 'missing_argument',
  'commander.invalidArgument': 'bad_value',
};

/** Runs one command. Nothing is written and nothing exits here: the caller does both. */
export async function runShell(shell: Shell, args: readonly string[]): Promise<Outcome> {
  const words = new Words(languageOf(args));
  let answer: Answer = { stdout: '', exitCode: FINE };
  const program = shell.build(words, {
    answer: (given) => (answer = given),
    usage: (text) => (answer = { stdout: text, exitCode: FINE }),
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return { ...answer, stderr: '' };
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return { ...answer, stderr: '' };
    const failure = error instanceof CommanderError ? toUsageError(error, helpFor(shell, program, args, words)) : error;
    return tellFailure(failure, wantsJson(args), words);
  }
}

/** Looked up in the arguments, since reading the options may have failed. */
function wantsJson(args: readonly string[]): boolean {
  return (
    args.includes('--json') ||
    args.includes('--format=json') ||
    (args.includes('--format') && args[args.indexOf('--format') + 1] === 'json')
  );
}

function tellFailure(error: unknown, json: boolean, words: Words): Outcome {
  const problems = reportFailure(error, words);
  if (problems === undefined) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { stdout: '', stderr: `${words.say('internal')}\n${told}\n`, exitCode: INTERNAL_FAULT };
  }
  if (json) return { stdout: toJson({ problems }), stderr: '', exitCode: exitCodeOf(error) };
  const stderr =
    error instanceof UsageError
      ? problems.map(({ message, mend }) => `${printable(message)}\n${printable(mend)}\n`).join('')
      : `${problemTable(problems, words)}${words.say('foundProblems', { count: problems.length })}\n`;
  return { stdout: '', stderr, exitCode: exitCodeOf(error) };
}

function exitCodeOf(error: unknown): number {
  return error instanceof UsageError ? WRONG_USE : FAULTY_INPUT;
}

/** Where the usage of the command that was meant is to be had. */
function helpFor({ name }: Shell, { commands }: Command, args: readonly string[], words: Words): string {
  const command = args.find((arg) => commands.some((one) => one.name() === arg));
  return words.say('seeHelp', { shell: name, command: command === undefined ? '' : `${command} ` });
}

/** Commander's own messages are English only; what they are about stands in quotation marks. */
function toUsageError({ code, message }: CommanderError, help: string): UsageError {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, inside]) => inside ?? '');
  const known = USAGE_CODES[code];
  if (known === undefined) return new UsageError('wrong_use', { value: message.replace(/^error: /, ''), help });
  const value = known === 'bad_value' ? quoted.join(' → ') : (quoted[0] ?? '');
  return new UsageError(known, { value, help });
}

/** The language asked for, looked up before the options are read, since reading them may fail. */
function languageOf(args: readonly string[]): Locale {
  const place = args.indexOf('--lang');
  return args.includes('--lang=en') || (place !== -1 && args[place + 1] === 'en') ? 'en' : 'zh-CN';
}
