import { buildOperatorProgram } from './operator-program';
import { Outcome, runShell } from './run-shell';

/** Runs one command of `npm run cli`. */
export function runCli(args: readonly string[]): Promise<Outcome> {
  return runShell({ name: 'cli', build: buildOperatorProgram }, args);
}
