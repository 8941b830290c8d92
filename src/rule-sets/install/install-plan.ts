import { problemIn } from '../../common/errors/worded-problem';
import { contentHash } from '../../core';
import { RuleSetFiles, VersionFile } from './check-folder';
import { INSTALL_MESSAGES } from './install.messages';
import { FileFault } from './rules-install.error';

export interface StoredVersion {
  readonly version: string;
  readonly hash: string;
  readonly shipped: boolean;
}

export interface Period {
  readonly version: string;
  readonly from: string;
  readonly to: string | null;
}

/** What the database holds of a rule set: every version, and the hashes of the files that entered as drafts. */
export interface StoredRuleSet {
  readonly versions: readonly StoredVersion[];
  readonly drafted: readonly string[];
}

/** What has to be done with the files of a rule set. */
export interface InstallPlan {
  /** Installed as published, with their periods: on an empty database only. */
  readonly add: readonly VersionFile[];
  readonly begin: readonly Period[];
  /** Enter as drafts, to be approved and published as any other. */
  readonly draft: readonly VersionFile[];
  readonly faults: readonly FileFault[];
}

/** What is shipped is published on an empty database; from then on what is new is a draft. Nothing published changes. */
export function planInstall(
  { versions, periods }: RuleSetFiles,
  stored: StoredRuleSet,
  isEmptyDatabase: boolean,
): InstallPlan {
  if (isEmptyDatabase) {
    return {
      add: versions,
      begin: periods.map(({ version, from, to = null }) => ({ version, from, to })),
      draft: [],
      faults: [],
    };
  }
  const known = new Map(stored.versions.map((version) => [version.version, version]));
  const drafted = new Set(stored.drafted);
  return {
    add: [],
    begin: [],
    draft: versions.filter(({ version, document }) => !known.has(version) && !drafted.has(contentHash(document))),
    faults: versions.flatMap((file) => changedVersion(file, known.get(file.version))),
  };
}

/** A version that was published here from a draft may differ from the file that the draft began with. */
function changedVersion({ file, version, document }: VersionFile, stored: StoredVersion | undefined): FileFault[] {
  if (stored?.shipped !== true) return [];
  const found = contentHash(document);
  if (found === stored.hash) return [];
  const params = { version, installed: stored.hash, found };
  return [{ file, problem: problemIn(INSTALL_MESSAGES, 'published_changed', { params }) }];
}
