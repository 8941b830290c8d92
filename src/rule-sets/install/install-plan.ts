import { problemIn } from '../../common/errors/worded-problem';
import { contentHash } from '../../core';
import { RuleSetFiles, VersionFile } from './check-folder';
import { INSTALL_MESSAGES } from './install.messages';
import { FileFault } from './rules-install.error';

export interface StoredVersion {
  readonly version: string;
  readonly hash: string;
}

export interface Period {
  readonly version: string;
  readonly from: string;
  readonly to: string | null;
}

/** What the database holds of a rule set: every version, and the periods of those that came with the product. */
export interface StoredRuleSet {
  readonly versions: readonly StoredVersion[];
  readonly periods: readonly Period[];
}

/** What has to be done for the database to hold what the files say. */
export interface InstallPlan {
  readonly add: readonly VersionFile[];
  /** Open periods that end; `to` is their new end. */
  readonly end: readonly Period[];
  readonly begin: readonly Period[];
  readonly faults: readonly FileFault[];
}

/** Compares files with what is installed. Nothing that was published changes: that is a fault. */
export function planInstall({ versions, periods, inForceFile }: RuleSetFiles, stored: StoredRuleSet): InstallPlan {
  const hashes = new Map(stored.versions.map(({ version, hash }) => [version, hash]));
  const wanted = periods.map(({ version, from, to = null }): Period => ({ version, from, to }));
  const pairs = stored.periods.map((installed) => ({ installed, file: wanted.find((one) => isSame(one, installed)) }));
  const changed = pairs.filter(({ installed, file }) => file === undefined || !mayBecome(installed, file));
  return {
    add: versions.filter(({ version }) => !hashes.has(version)),
    end: pairs.flatMap(({ installed, file }) => (file !== undefined && file.to !== installed.to ? [file] : [])),
    begin: wanted.filter((one) => !stored.periods.some((installed) => isSame(one, installed))),
    faults: [
      ...versions.flatMap((file) => changedVersion(file, hashes.get(file.version))),
      ...changed.map(({ installed }) => changedPeriod(inForceFile, installed)),
    ],
  };
}

const isSame = (one: Period, other: Period): boolean => one.version === other.version && one.from === other.from;

const mayBecome = (installed: Period, file: Period): boolean => installed.to === null || installed.to === file.to;

function changedVersion({ file, version, document }: VersionFile, installed: string | undefined): FileFault[] {
  if (installed === undefined) return [];
  const found = contentHash(document);
  if (found === installed) return [];
  return [
    { file, problem: problemIn(INSTALL_MESSAGES, 'published_changed', { params: { version, installed, found } }) },
  ];
}

function changedPeriod(file: string, { version, from, to }: Period): FileFault {
  const end =
    to === null ? { 'zh-CN': '未定终止日期', en: 'open' } : { 'zh-CN': `至 ${to} 前`, en: `until before ${to}` };
  return { file, problem: problemIn(INSTALL_MESSAGES, 'period_changed', { params: { version, from, to: end } }) };
}
