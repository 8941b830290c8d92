import { Command, InvalidArgumentError, Option } from 'commander';
import { analyse } from './commands/analyse.command';
import { coverage, CoverageOptions } from './commands/coverage.command';
import { diff, DIFF_FORMATS, DiffOptions } from './commands/diff.command';
import { score, ScoreOptions } from './commands/score.command';
import { standing, StandingOptions } from './commands/standing.command';
import { test } from './commands/test.command';
import { validate } from './commands/validate.command';
import { configure, newProgram, settings, Sink } from './program-parts';
import { Label, Words } from './texts';

/** The commands of `npm run rules`. `words` are those of the usage, which is written before options are read. */
export function buildProgram(words: Words, sink: Sink): Command {
  const program = newProgram('rules', 'about', words, sink);
  const command = (name: string, about: Label): Command =>
    configure(program.command(name), words, sink).description(words.say(about));

  command('validate', 'aboutValidate')
    .argument('<files...>', words.say('argFiles'))
    .action(async (paths: string[], _, self: Command) => sink.answer(await validate(paths, settings(self))));
  command('test', 'aboutTest')
    .argument('<files...>', words.say('argFiles'))
    .action(async (paths: string[], _, self: Command) => sink.answer(await test(paths, settings(self))));
  command('coverage', 'aboutCoverage')
    .argument('<files...>', words.say('argFiles'))
    .addOption(new Option('--threshold <percent>', words.say('optThreshold')).argParser(percent))
    .action(async (paths: string[], options: CoverageOptions, self: Command) =>
      sink.answer(await coverage(paths, options, settings(self))),
    );
  command('analyse', 'aboutAnalyse')
    .argument('<files...>', words.say('argFiles'))
    .action(async (paths: string[], _, self: Command) => sink.answer(await analyse(paths, settings(self))));
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
  command('diff', 'aboutDiff')
    .argument('<old>', words.say('argOld'))
    .argument('<new>', words.say('argNew'))
    .addOption(new Option('--format <format>', words.say('optFormat')).choices(DIFF_FORMATS).default('text'))
    .action(async (old: string, fresh: string, options: DiffOptions, self: Command) =>
      sink.answer(await diff(old, fresh, options, settings(self))),
    );
  return program;
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 100)) throw new InvalidArgumentError('0–100');
  return value;
}
