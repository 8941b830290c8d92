import { KnownAt, showInstant } from '../../core';
import { VersionSummary } from '../rule-sets.read-model';
import { RuleSetView, VersionView } from '../rule-sets.service';
import { RuleSetVersionMessage } from '../schemas/rule-set-version.schema';
import { RuleSetMessage, RuleSetSummaryMessage } from '../schemas/rule-set.schema';
import { VersionSummaryMessage } from '../schemas/version-summary.schema';

export function presentSummary({ content, inForce }: RuleSetView): RuleSetSummaryMessage {
  const { id, title, status, sector, jurisdiction } = content;
  const current = inForce === undefined ? null : { version: inForce.version, hash: inForce.hash };
  return { id, title, status, sector, jurisdiction, inForce: current };
}

export function presentRuleSet(view: RuleSetView & { readonly versions: readonly VersionSummary[] }): RuleSetMessage {
  return { ...presentSummary(view), versions: view.versions.map(presentVersionSummary) };
}

/** The content is shown whole: it is what was published. */
export function presentVersion({ summary, content }: VersionView): RuleSetVersionMessage {
  return { id: content.id, ...presentVersionSummary(summary), content: { ...content } };
}

function presentVersionSummary(summary: VersionSummary): VersionSummaryMessage {
  const { version, hash, shipped, publishedAt, inForce } = summary;
  const periods = inForce.map(({ from, to }) => ({ from, to }));
  return { version, hash, shipped, publishedAt: showInstant(publishedAt.getTime() as KnownAt), inForce: periods };
}
