import { AnyProblem, problemIn } from '../../common/errors/worded-problem';
import { DraftHead, Review } from '../drafts/draft.types';
import { DRAFTS_MESSAGES } from '../drafts/drafts.messages';
import { Proof } from '../drafts/proofs.service';

/** What the jurisdiction wants before a version is published. */
export interface PublishRequirements {
  readonly approvalsNeeded: number;
  readonly impactReport: 'required' | 'optional';
  /** Least coverage by scenarios, in per cent. */
  readonly coverageNeeded: number;
}

/** Everything that is stored about the content that is to be published. */
export interface StoredEvidence {
  readonly proof: Proof | undefined;
  readonly reviews: readonly Review[];
  /** The version that it replaces, with the reports against it; undefined where it is the first. */
  readonly baseline: { readonly version: string; readonly reportHashes: readonly string[] } | undefined;
}

/** The approvals that count: of this round and of exactly this content. */
export function approvalsOf({ round, hash }: Pick<DraftHead, 'round' | 'hash'>, reviews: readonly Review[]): Review[] {
  return reviews.filter((review) => {
    return review.verdict === 'approved' && review.round === round && review.hash === hash;
  });
}

/** Everything that still stands in the way of publishing a content; nothing where it may be published. */
export function gateProblems(draft: DraftHead, evidence: StoredEvidence, wanted: PublishRequirements): AnyProblem[] {
  const { proof, reviews, baseline } = evidence;
  const problems: AnyProblem[] = [];
  if (proof?.passed !== true) {
    problems.push(problemIn(DRAFTS_MESSAGES, 'proof_missing', { params: { draft: draft.id } }));
  }
  if (proof?.passed === true)
    problems.push(...coverageProblems(proof, wanted.coverageNeeded), ...analysisProblems(proof));
  const approvals = approvalsOf(draft, reviews);
  if (approvals.length < wanted.approvalsNeeded) {
    const params = { needed: wanted.approvalsNeeded, given: approvals.length };
    problems.push(problemIn(DRAFTS_MESSAGES, 'approvals_missing', { params }));
  }
  if (wanted.impactReport === 'required' && baseline !== undefined) {
    const { version, reportHashes } = baseline;
    // Any stored one, not the latest: a report that is found after the approval takes nothing from it.
    const seen = reportHashes.some((stored) => approvals.every(({ reportHash }) => reportHash === stored));
    const params = { baseline: version };
    if (!seen) problems.push(problemIn(DRAFTS_MESSAGES, 'impact_report_missing', { params }));
  }
  return problems;
}

/** Most places that a refusal names; the proof tells them all. */
const MOST_NAMED = 10;

/** An error is proved, and leaves a rule without effect. What was proved before there was an analysis has none. */
function analysisProblems({ analysis }: Proof): AnyProblem[] {
  const errors = (analysis?.findings ?? []).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [];
  const params = { count: errors.length, places: placesOf(errors) };
  return [problemIn(DRAFTS_MESSAGES, 'analysis_errors', { params })];
}

const placesOf = (found: readonly { readonly path: string }[]): string =>
  [...new Set(found.map(({ path }) => path))].slice(0, MOST_NAMED).join(', ') || '/';

function coverageProblems({ coverage }: Proof, needed: number): AnyProblem[] {
  if (needed === 0) return [];
  // What was proved before coverage was measured shows nothing.
  const { seen, total, notSeen } = coverage ?? { seen: 0, total: 1, notSeen: [] };
  if (seen * 100 >= needed * total) return [];
  const params = {
    needed,
    // Cut, not rounded: what is below is never told as enough.
    percent: Math.floor((seen * 1000) / total) / 10,
    count: total - seen,
    places: placesOf(notSeen),
  };
  return [problemIn(DRAFTS_MESSAGES, 'coverage_low', { params })];
}
