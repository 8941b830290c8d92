import { runRules } from './run-rules';

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void runRules(process.argv.slice(2)).then(({ stdout, stderr, exitCode }) => {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  // Not process.exit(), which would cut off what is still being written to a pipe.
  process.exitCode = exitCode;
});
