import { runRules } from './run-rules';
import { writeOutcome } from './write-outcome';

writeOutcome(runRules);
