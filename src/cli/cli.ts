import 'reflect-metadata';
import { runCli } from './run-cli';
import { writeOutcome } from './write-outcome';

writeOutcome(runCli);
