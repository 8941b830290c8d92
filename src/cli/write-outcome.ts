import { Outcome } from './run-shell';

/** Runs a shell on the arguments of this process, and writes what came of it. */
export function writeOutcome(run: (args: readonly string[]) => Promise<Outcome>): void {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  void run(process.argv.slice(2)).then(({ stdout, stderr, exitCode }) => {
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    // Not process.exit(), which would cut off what is still being written to a pipe.
    process.exitCode = exitCode;
  });
}
