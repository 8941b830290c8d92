import { Command } from 'commander';
import { auditVerify, AuditVerifyOptions } from './commands/audit-verify.command';
import { exportVersion } from './commands/export.command';
import { importDraft, ImportOptions } from './commands/import.command';
import { verify, VerifyOptions } from './commands/verify.command';
import { configure, newProgram, settings, Sink } from './program-parts';
import { Words } from './texts';

/** The commands of `npm run cli`, the shell of whoever operates the service. */
export function buildOperatorProgram(words: Words, sink: Sink): Command {
  const program = newProgram('cli', 'aboutOperator', words, sink);
  const audit = configure(program.command('audit'), words, sink)
    .description(words.say('aboutAudit'))
    .helpCommand(false);

  configure(audit.command('verify'), words, sink)
    .description(words.say('aboutAuditVerify'))
    .option('--heads <file>', words.say('optHeads'))
    .action(async (options: AuditVerifyOptions, self: Command) =>
      sink.answer(await auditVerify(options, settings(self))),
    );
  configure(program.command('verify'), words, sink)
    .description(words.say('aboutVerify'))
    .argument('<file>', words.say('argCertificate'))
    .option('--key <file>', words.say('optKey'))
    .action(async (file: string, options: VerifyOptions, self: Command) =>
      sink.answer(await verify(file, options, settings(self))),
    );
  configure(program.command('export'), words, sink)
    .description(words.say('aboutExport'))
    .argument('<rule-set>', words.say('argRuleSetId'))
    .argument('<version>', words.say('argVersion'))
    .action(async (ruleSet: string, version: string) => sink.answer(await exportVersion(ruleSet, version)));
  configure(program.command('import'), words, sink)
    .description(words.say('aboutImport'))
    .argument('<file>', words.say('argImported'))
    .requiredOption('--to <url>', words.say('optTo'))
    .requiredOption('--key <file>', words.say('optApiKey'))
    .action(async (file: string, options: ImportOptions, self: Command) =>
      sink.answer(await importDraft(file, options, settings(self))),
    );
  return program;
}
