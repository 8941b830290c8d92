import { Command, CommanderError, Option } from 'commander';
import { Locale } from '../core';
import { score, ScoreOptions } from './commands/score.command';
import { standing, StandingOptions } from './commands/standing.command';
import { test } from './commands/test.command';
import { validate } from './commands/validate.command';
import { Answer, Settings } from './output';
import { Label, Words } from './texts';

type Globals = { readonly json?: boolean; readonly lang: Locale };

/** Takes what a command answers, and what commander itself writes (the usage). */
export interface Sink {
  readonly answer: (answer: Answer) => void;
  readonly usage: (text: string) => void;
}

const HEADINGS: Readonly<Record<string, Label>> = {
  'Usage:': 'headUsage',
  'Arguments:': 'headArguments',
  'Options:': 'headOptions',
  'Global Options:': 'headGlobalOptions',
  'Commands:': 'headCommands',
};

/** The commands of `npm run rules`. `words` are those of the usage, which is written before options are read. */
export function buildProgram(words: Words, sink: Sink): Command {
  const program = configure(new Command('rules'), words, sink)
    .description(words.say('about'))
    .helpCommand(false)
    .option('--json', words.say('optJson'))
    .addOption(new Option('--lang <lang>', words.say('optLang')).choices(['zh-CN', 'en']).default('zh-CN'));
  const command = (name: string, about: Label): Command =>
    configure(program.command(name), words, sink).description(words.say(about));

  command('validate', 'aboutValidate')
    .argument('<files...>', words.say('argFiles'))
    .action(async (paths: string[], _, self: Command) => sink.answer(await validate(paths, settings(self))));
  command('test', 'aboutTest')
    .argument('<files...>', words.say('argFiles'))
    .action(async (paths: string[], _, self: Command) => sink.answer(await test(paths, settings(self))));
  command('score', 'aboutScore')
    .requiredOption('--rule-set <file>', words.say('optRuleSet'))
    .requiredOption('--facts <file>', words.say('optFacts'))
    .option('--explain', words.say('optExplain'))
    .action(async (options: ScoreOptions, self: Command) => sink.answer(await score(options, settings(self))));
  command('standing', 'aboutStanding')
    .requiredOption('--rule-set <file|folder>', words.say('optRuleSetOrFolder'))
    .requiredOption('--history <file>', words.say('optHistory'))
    .requiredOption('--as-of <day>', words.say('optAsOf'))
    .option('--known-at <day|instant>', words.say('optKnownAt'))
    .action(async (options: StandingOptions, self: Command) => sink.answer(await standing(options, settings(self))));
  return program;
}

function configure(command: Command, words: Words, { usage }: Sink): Command {
  return command
    .exitOverride((error: CommanderError) => {
      throw error;
    })
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', words.say('optHelp'))
    .configureOutput({ writeOut: usage, writeErr: () => undefined, outputError: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (HEADINGS[title] === undefined ? title : words.say(HEADINGS[title])),
    });
}

function settings(command: Command): Settings {
  const { json = false, lang } = command.optsWithGlobals<Globals>();
  return { words: new Words(lang), json };
}
