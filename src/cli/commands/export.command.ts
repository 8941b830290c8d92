import { UsageError } from '../errors';
import { Answer, FINE } from '../output';
import { readDatabase } from '../read-database';

/** `export RULE_SET VERSION`: a version as the very bytes that its hash is over, without a line feed after them. */
export async function exportVersion(ruleSet: string, version: string): Promise<Answer> {
  const [found] = await readDatabase((source) =>
    source.rows<{ readonly canonical: string }>(
      'SELECT canonical FROM rule_set_version WHERE rule_set_id = $1 AND version = $2',
      [ruleSet, version],
    ),
  );
  if (found === undefined) throw new UsageError('no_such_version', { id: ruleSet, version });
  return { stdout: found.canonical, exitCode: FINE };
}
