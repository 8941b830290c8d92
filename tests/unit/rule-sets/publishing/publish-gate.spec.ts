import { wordsOf } from '../../../../src/common/errors/worded-problem';
import { DraftHead, Review } from '../../../../src/rule-sets/drafts/draft.types';
import { Proof, ProofFinding } from '../../../../src/rule-sets/drafts/proofs.service';
import { gateProblems, StoredEvidence } from '../../../../src/rule-sets/publishing/publish-gate';

const hash = 'sha256:aa';
const draft = { id: 'd', round: 2, hash } as DraftHead;
const review = (change: Partial<Review> = {}): Review => ({
  ...{ round: 2, hash, verdict: 'approved', reviewer: 'a', comment: null, reportHash: null },
  ...{ reviewedAt: new Date(0) },
  ...change,
});
const sight = (path: string): Proof['problems'][number] => {
  const text = { 'zh-CN': path, en: path };
  return { code: 'item_violated', path, message: text, mend: text };
};
const proof = (seen: number, total: number): Proof => ({
  ...{ hash, passed: true, problems: [], scenarios: [], checkedAt: new Date(0) },
  analysis: null,
  coverage: { seen, total, notSeen: Array.from({ length: total - seen }, (_, at) => sight(`/items/${at}`)) },
});
const analysed = (...severities: readonly ProofFinding['severity'][]): Proof => {
  const findings = severities.map((severity, at) => ({ ...sight(`/items/${at}`), severity, facts: null }));
  return { ...proof(1, 1), analysis: { findings, pairs: { searched: 0, leftOut: 0 } } };
};
const wanted = { approvalsNeeded: 1, impactReport: 'optional', coverageNeeded: 0 } as const;
const required = { impactReport: 'required' } as const;
const evidence: StoredEvidence = { proof: proof(10, 10), reviews: [review()], baseline: undefined };
const baseline = { version: '1.0.0', reportHashes: ['sha256:cc', 'sha256:bb'] };
const naming = (...hashes: readonly string[]) => hashes.map((reportHash) => review({ reportHash }));

const codes = (change: Partial<StoredEvidence>, more: object = {}): readonly string[] =>
  gateProblems(draft, { ...evidence, ...change }, { ...wanted, ...more }).map(({ code }) => code);

describe('what stands in the way of publishing', () => {
  it('is nothing where everything is stored', () => expect(codes({}, { coverageNeeded: 100 })).toEqual([]));

  it.each<[string, Partial<StoredEvidence>, object, readonly string[]]>([
    ['no proof', { proof: undefined }, { coverageNeeded: 100 }, ['proof_missing']],
    ['a proof that failed', { proof: { ...proof(1, 2), passed: false } }, {}, ['proof_missing']],
    ['an approval of another round', { reviews: [review({ round: 1 })] }, {}, ['approvals_missing']],
    ['an approval of another content', { reviews: [review({ hash: 'sha256:cc' })] }, {}, ['approvals_missing']],
    ['too few approvals', {}, { approvalsNeeded: 2 }, ['approvals_missing']],
    ['no impact report', { baseline }, { impactReport: 'required' }, ['impact_report_missing']],
    ['a report that is not stored', { baseline, reviews: naming('sha256:dd') }, required, ['impact_report_missing']],
    [
      'one report for all',
      { baseline, reviews: naming('sha256:bb', 'sha256:cc') },
      required,
      ['impact_report_missing'],
    ],
    ['no latest report in the approvals', { baseline, reviews: naming('sha256:bb', 'sha256:bb') }, required, []],
    ['coverage just below', { proof: proof(899, 1000) }, { coverageNeeded: 90 }, ['coverage_low']],
    ['coverage just enough', { proof: proof(9, 10) }, { coverageNeeded: 90 }, []],
    ['nothing to see', { proof: proof(0, 0) }, { coverageNeeded: 100 }, []],
    ['coverage not asked for', { proof: proof(0, 10) }, {}, []],
    ['coverage not measured', { proof: { ...proof(1, 1), coverage: null } }, { coverageNeeded: 1 }, ['coverage_low']],
    ['an error of the analysis', { proof: analysed('warning', 'error') }, {}, ['analysis_errors']],
    ['warnings and notes of the analysis', { proof: analysed('warning', 'note') }, {}, []],
    ['no analysis, of a proof made before', { proof: proof(1, 1) }, {}, []],
  ])('is what lacks: %s', (_, change, more, found) => expect(codes(change, more)).toEqual(found));

  it('names where the analysis found errors', () => {
    const [problem] = gateProblems(draft, { ...evidence, proof: analysed('error', 'note', 'error') }, wanted);
    expect(problem && wordsOf(problem, 'en').message).toBe(
      'The analysis of the rules found 2 errors, at /items/0, /items/2.',
    );
  });

  it('names what no scenario shows, some of it where it is much', () => {
    const low = (seen: number): string => {
      const [problem] = gateProblems(draft, { ...evidence, proof: proof(seen, 20) }, { ...wanted, coverageNeeded: 99 });
      return problem === undefined ? '' : wordsOf(problem, 'en').message;
    };
    expect(low(18)).toBe(
      'The scenarios show 90 % of the content, and 99 % is asked for: 2 are not shown, among them /items/0, /items/1.',
    );
    expect(low(5)).toContain('15 are not shown, among them /items/0, /items/1, /items/2');
    expect(low(5)).not.toContain('/items/10');
  });
});
