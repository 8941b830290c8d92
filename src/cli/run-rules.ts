import { buildProgram } from './program';
import { Outcome, runShell } from './run-shell';

/** Runs one command of `npm run rules`. */
export function runRules(args: readonly string[]): Promise<Outcome> {
  return runShell({ name: 'rules', build: buildProgram }, args);
}
