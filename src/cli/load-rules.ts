import { join } from 'node:path';
import { checkInForce, CivilDate, CompiledRuleSet, compileRuleSet, RulesFor, versionInForce } from '../core';
import { about, FileProblemsError, UsageError } from './errors';
import { IN_FORCE_FILE, isFolder, isPresent, readJson, ruleSetsBeside } from './load';

/** The rule sets a standing is made with. */
export interface Rules {
  /** Scores the inspections of a day. */
  readonly rulesFor: RulesFor;
  /** Its cycle, ceiling and ladder apply as of the day asked for. */
  readonly asOf: CompiledRuleSet;
}

/** What an in-force document is checked against. */
export interface VersionFile {
  readonly file: string;
  readonly document: unknown;
  readonly id: string;
  readonly version: string;
}

export async function loadRuleSet(file: string): Promise<CompiledRuleSet> {
  const document = readJson(file);
  return about(file, () => compileRuleSet(document));
}

/** From a file: that version always. From a folder: on each day the version in force, by its in-force.json. */
export async function loadRules(path: string, asOf: CivilDate): Promise<Rules> {
  if (!isFolder(path)) {
    const compiled = await loadRuleSet(path);
    return { rulesFor: () => compiled, asOf: compiled };
  }
  const file = join(path, IN_FORCE_FILE);
  if (!isPresent(file)) throw new UsageError('no_in_force', { file: path });
  const versions = versionsBeside(file);
  const { problems, inForce } = checkInForce(readJson(file), versions);
  if (inForce === undefined) throw new FileProblemsError(file, problems);
  const compiled = await compileVersions(inForce.ruleSet, new Set(inForce.periods.map((one) => one.version)), versions);
  const rulesFor: RulesFor = (day) => compiled.get(versionInForce(inForce.periods, day) ?? '');
  const rules = rulesFor(asOf);
  if (rules === undefined) {
    throw new FileProblemsError(file, [{ code: 'no_version_in_force', path: '/periods', value: asOf }]);
  }
  return { rulesFor, asOf: rules };
}

/** The versions in the folder of an in-force document, by what the files say of themselves, unchecked. */
export function versionsBeside(inForceFile: string): readonly VersionFile[] {
  return ruleSetsBeside(inForceFile).map((file) => {
    const document = readJson(file);
    const { id, version } = (document ?? {}) as { readonly id?: unknown; readonly version?: unknown };
    return { file, document, id: String(id), version: String(version) };
  });
}

async function compileVersions(
  id: string,
  named: ReadonlySet<string>,
  versions: readonly VersionFile[],
): Promise<ReadonlyMap<string, CompiledRuleSet>> {
  const compiled = new Map<string, CompiledRuleSet>();
  const files = new Map<string, string>();
  for (const one of versions.filter((candidate) => candidate.id === id && named.has(candidate.version))) {
    const { file, version, document } = one;
    const other = files.get(version);
    if (other !== undefined) throw new UsageError('version_twice', { file, other, version });
    files.set(version, file);
    compiled.set(version, await about(file, () => compileRuleSet(document)));
  }
  return compiled;
}
