import { KnownAt, showInstant } from '../../core';
import { approvalsOf } from '../publishing/publish-gate';
import { DraftHead } from './draft.types';
import { DraftView } from './drafts.service';
import { Proof, ProofFinding, ProofProblem } from './proofs.service';
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

const problemMessage = ({ code, path, message, mend }: ProofProblem): ProofProblem => ({ code, path, message, mend });

const findingMessage = (finding: ProofFinding) => ({
  severity: finding.severity,
  ...problemMessage(finding),
  facts: finding.facts === null ? null : { ...finding.facts },
});

export function presentProof({
  hash,
  passed,
  problems,
  scenarios,
  coverage,
  analysis,
  checkedAt,
}: Proof): ProofMessage {
  return {
    hash,
    passed,
    problems: problems.map(problemMessage),
    scenarios: scenarios.map(({ code, passed: holds }) => ({ code, passed: holds })),
    coverage:
      coverage === null
        ? null
        : { seen: coverage.seen, total: coverage.total, notSeen: coverage.notSeen.map(problemMessage) },
    analysis:
      analysis === null
        ? null
        : {
            findings: analysis.findings.map(findingMessage),
            pairs: { searched: analysis.pairs.searched, leftOut: analysis.pairs.leftOut },
          },
    checkedAt: at(checkedAt),
  };
}
