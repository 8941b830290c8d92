import { CommanderError } from 'commander';
import { Locale } from '../core';
import { UsageError } from './errors';
import { Answer, FAULTY_INPUT, FINE, INTERNAL_FAULT, toJson, WRONG_USE } from './output';
import { buildProgram } from './program';
import { problemTable, reportFailure } from './report-problems';
import { printable } from './tables';
import { Words } from './texts';
import { UsageCode } from './texts/usage.texts';

export interface Outcome extends Answer {
  readonly stderr: string;
}

const COMMANDS = ['validate', 'test', 'score', 'standing'];

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
export async function runRules(args: readonly string[]): Promise<Outcome> {
  const words = new Words(languageOf(args));
  let answer: Answer = { stdout: '', exitCode: FINE };
  const program = buildProgram(words, {
    answer: (given) => (answer = given),
    usage: (text) => (answer = { stdout: text, exitCode: FINE }),
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return { ...answer, stderr: '' };
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return { ...answer, stderr: '' };
    const failure = error instanceof CommanderError ? toUsageError(error, args, words) : error;
    return tellFailure(failure, args.includes('--json'), words);
  }
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

/** Commander's own messages are English only; what they are about stands in quotation marks. */
function toUsageError({ code, message }: CommanderError, args: readonly string[], words: Words): UsageError {
  const command = args.find((arg) => COMMANDS.includes(arg));
  const help = words.say('seeHelp', { command: command === undefined ? '' : `${command} ` });
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
