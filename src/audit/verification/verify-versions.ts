import { canonicalJson, compileRuleSet, contentHash, ProblemsError } from '../../core';
import { RowSource } from '../../database/row-source';
import { AuditBreak } from './audit-break';

interface VersionRow {
  readonly ruleSet: string;
  readonly version: string;
  readonly hash: string;
  readonly canonical: string;
}

/** Holds every published version to its hash, and compiles it. */
export async function verifyVersions(
  source: RowSource,
): Promise<{ readonly versions: number; readonly breaks: readonly AuditBreak[] }> {
  const rows = source.stream<VersionRow>(
    'SELECT rule_set_id AS "ruleSet", version, hash, canonical FROM rule_set_version ORDER BY rule_set_id, version',
    1,
  );
  let versions = 0;
  let first: AuditBreak | undefined;
  for await (const row of rows) {
    versions += 1;
    first ??= breakOf(row);
  }
  return { versions, breaks: first === undefined ? [] : [first] };
}

function breakOf({ ruleSet, version, hash, canonical }: VersionRow): AuditBreak | undefined {
  const entity = `${ruleSet} ${version}`;
  const document = parsed(canonical);
  if (document === undefined || canonicalJson(document) !== canonical) {
    return { code: 'version_text_not_canonical', entity };
  }
  const found = contentHash(document);
  if (found !== hash) return { code: 'version_hash_differs', entity, expected: hash, found };
  try {
    const { identity } = compileRuleSet(document);
    const name = `${identity.id} ${identity.version}`;
    return name === entity ? undefined : { code: 'version_name_differs', entity, expected: entity, found: name };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { code: 'version_not_valid', entity, found: error.problems[0]?.code ?? '' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
