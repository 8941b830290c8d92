import { KnownAt, showInstant } from '../../core';
import { approvalsOf } from '../publishing/publish-gate';
import { DraftHead } from './draft.types';
import { DraftView } from './drafts.service';
import { Proof } from './proofs.service';
import { DraftMessage, DraftSummaryMessage, ProofMessage } from './schemas/draft.schema';

const at = (date: Date): string => showInstant(date.getTime() as KnownAt);

export function presentDraftSummary(head: DraftHead): DraftSummaryMessage {
  const { id, ruleSet, version, status, revision, hash, authors, origin, createdAt, changedAt } = head;
  const days = { createdAt: at(createdAt), changedAt: at(changedAt) };
  return { id, ruleSet, version, status, revision, hash, authors: [...authors], origin: { ...origin }, ...days };
}

export function presentDraft({ draft, reviews, proof }: DraftView, approvalsNeeded: number): DraftMessage {
  return {
    ...presentDraftSummary(draft),
    approvals: approvalsOf(draft, reviews).length,
    approvalsNeeded,
    proof: proof === undefined ? null : presentProof(proof),
    reviews: reviews.map(({ round, hash, verdict, reviewer, comment, reportHash, reviewedAt }) => {
      return { round, hash, verdict, reviewer, comment, reportHash, reviewedAt: at(reviewedAt) };
    }),
    content: JSON.parse(draft.canonical) as Record<string, unknown>,
  };
}

export function presentProof({ hash, passed, problems, scenarios, checkedAt }: Proof): ProofMessage {
  return {
    hash,
    passed,
    problems: problems.map(({ code, path, message, mend }) => ({ code, path, message, mend })),
    scenarios: scenarios.map(({ code, passed: holds }) => ({ code, passed: holds })),
    checkedAt: at(checkedAt),
  };
}
