import { runCli } from '../../src/cli/run-cli';
import { Outcome } from '../../src/cli/run-shell';

const surroundings = process.env;

/** Runs the operator's program in this process, in an environment that holds nothing else. */
export async function cli(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> {
  process.env = { PATH: surroundings['PATH'], HOME: surroundings['HOME'], ...environment };
  try {
    return await runCli(args);
  } finally {
    process.env = surroundings;
  }
}
