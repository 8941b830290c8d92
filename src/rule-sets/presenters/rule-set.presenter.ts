import { KnownAt, showInstant } from '../../core';
import { RuleSetView, VersionView, VersionWithState } from '../rule-sets.service';
import { RuleSetVersionMessage } from '../schemas/rule-set-version.schema';
import { RuleSetMessage, RuleSetSummaryMessage } from '../schemas/rule-set.schema';
import { VersionSummaryMessage } from '../schemas/version-summary.schema';

export function presentSummary({ content, inForce }: RuleSetView): RuleSetSummaryMessage {
  const { id, title, status, sector, jurisdiction } = content;
  const current = inForce === undefined ? null : { version: inForce.version, hash: inForce.hash };
  return { id, title, status, sector, jurisdiction, inForce: current };
}

export function presentRuleSet(view: RuleSetView & { readonly versions: readonly VersionWithState[] }): RuleSetMessage {
  return { ...presentSummary(view), versions: view.versions.map(presentVersionSummary) };
}

/** The content is shown whole: it is what was published. */
export function presentVersion({ summary, content }: VersionView): RuleSetVersionMessage {
  return { id: content.id, ...presentVersionSummary(summary), content: { ...content } };
}

function presentVersionSummary(summary: VersionWithState): VersionSummaryMessage {
  const { version, hash, state, shipped, publishedAt, inForce } = summary;
  const periods = inForce.map(({ from, to }) => ({ from, to }));
  const at = showInstant(publishedAt.getTime() as KnownAt);
  return { version, hash, state, shipped, publishedAt: at, inForce: periods };
}
