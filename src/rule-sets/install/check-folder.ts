import { join } from 'node:path';
import { AnyProblem, problemIn } from '../../common/errors/worded-problem';
import { checkInForce, InForceDocument } from '../../core';
import { INSTALL_MESSAGES } from './install.messages';
import { proveRuleSet } from './prove-rule-set';
import { JsonFile, VersionsFolder } from './rules-folder';
import { FileFault } from './rules-install.error';

/** A file that says which version of which rule set it holds, not checked any further. */
export interface VersionFile extends JsonFile {
  readonly id: string;
  readonly version: string;
}

/** The files of one rule set: each in its place, and the periods checked against the versions that there are. */
export interface RuleSetFiles {
  readonly id: string;
  readonly versions: readonly VersionFile[];
  readonly inForceFile: string;
  readonly periods: InForceDocument['periods'];
}

export interface CheckedFolder {
  readonly faults: readonly FileFault[];
  /** Present exactly when there is no fault. */
  readonly files?: RuleSetFiles;
}

/** Checks where the files of a rule set lie and its periods in force. The versions themselves are proved by others. */
export function checkFolder({ folder, name: id, versions: found, inForce }: VersionsFolder): CheckedFolder {
  const versions = found.map(identify);
  const misplaced = versions.filter((one) => one.id !== id || one.file !== join(folder, `${one.version}.json`));
  const faults = misplaced.map((one) => {
    const params = { id: one.id, version: one.version };
    return { file: one.file, problem: problemIn(INSTALL_MESSAGES, 'file_misplaced', { params }) };
  });
  if (faults.length > 0) return { faults };
  if (inForce === undefined) {
    return { faults: [{ file: folder, problem: problemIn(INSTALL_MESSAGES, 'in_force_missing') }] };
  }
  const checked = checkInForce(inForce.document, versions);
  if (checked.inForce === undefined) return { faults: about(inForce.file, checked.problems) };
  return { faults: [], files: { id, versions, inForceFile: inForce.file, periods: checked.inForce.periods } };
}

/** Checks examples, wherever they lie: they are proved like what is installed, and then left alone. */
export async function checkExamples({ versions: found, inForce }: VersionsFolder): Promise<readonly FileFault[]> {
  const faults: FileFault[] = [];
  for (const { file, document } of found) faults.push(...about(file, (await proveRuleSet(document)).problems));
  if (inForce === undefined) return faults;
  return [...faults, ...about(inForce.file, checkInForce(inForce.document, found.map(identify)).problems)];
}

export function about(file: string, problems: readonly AnyProblem[]): FileFault[] {
  return problems.map((problem) => ({ file, problem }));
}

function identify({ file, document }: JsonFile): VersionFile {
  const { id, version } = (document ?? {}) as { readonly id?: unknown; readonly version?: unknown };
  return { file, document, id: textOf(id), version: textOf(version) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '—');
