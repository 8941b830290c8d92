import { Command, CommanderError, Option } from 'commander';
import { Locale } from '../core';
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

/** A program with the options that go with every command. */
export function newProgram(name: string, about: Label, words: Words, sink: Sink): Command {
  return configure(new Command(name), words, sink)
    .description(words.say(about))
    .helpCommand(false)
    .option('--json', words.say('optJson'))
    .addOption(new Option('--lang <lang>', words.say('optLang')).choices(['zh-CN', 'en']).default('zh-CN'));
}

/** A command that writes nothing by itself and does not end the process. */
export function configure(command: Command, words: Words, { usage }: Sink): Command {
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

/** How a command is asked to answer, by the options that go with every command. */
export function settings(command: Command): Settings {
  const { json = false, lang } = command.optsWithGlobals<Globals>();
  return { words: new Words(lang), json };
}
