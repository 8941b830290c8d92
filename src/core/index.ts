export { analyseRuleSet } from './analysis/analyse-rule-set';
export type * from './analysis/analysis.types';
export { describeFinding } from './analysis/finding';
export { INSPECTION_CERTIFICATE, STANDING_CERTIFICATE } from './certificate/certificate.schemas';
export { CERTIFICATE_FORMAT } from './certificate/certificate.types';
export type {
  Certificate,
  CertificateBody,
  CertificateContent,
  CertificateKey,
  CertifiedLink,
  CertifiedRecord,
  Issuance,
} from './certificate/certificate.types';
export { certifyInspection } from './certificate/certify-inspection';
export type { InspectionEvidence } from './certificate/certify-inspection';
export { certifyStanding } from './certificate/certify-standing';
export type { StandingEvidence, Versions } from './certificate/certify-standing';
export { ENGINE } from './certificate/engine-versions';
export type { EngineVersions } from './certificate/engine-versions';
export { keyId, signedText } from './certificate/signature';
export type { FormFault } from './certificate/read-certificate';
export { verifyCertificate } from './certificate/verify-certificate';
export type { CertificateCheck, CertificateVerification, CheckName } from './certificate/verify-certificate';
export { compareRuleSets } from './comparison/compare-rule-sets';
export type * from './comparison/comparison.types';
export { comparisonMarkdown } from './comparison/report-markdown';
export { comparisonText } from './comparison/report-text';
export * from './dates/civil-date';
export * from './dates/instant';
export { checkFacts, checkFactValue } from './facts/check-facts';
export type { FactCatalogue } from './facts/fact-catalogue';
export { mergeFacts } from './facts/merge-facts';
export { putFact } from './facts/put-fact';
export type { NestedFacts } from './facts/put-fact';
export { readFacts, withCalculated } from './facts/read-facts';
export type { Facts } from './facts/read-facts';
export type { FactRow, SlotValues } from './facts/slots';
export type { LeafTrace, Trace, Truth } from './conditions/trace';
export { ImpactTally, LISTED_RECORDS } from './impact/impact-tally';
export type {
  ImpactReport,
  ImpactSubject,
  NotReplayed,
  NotReplayedRecords,
  RungChange,
  TallyState,
} from './impact/impact-tally';
export type { PopulationHistory, PopulationInspection } from './impact/population-history.types';
export { PopulationImpact } from './impact/population-impact';
export { replay } from './impact/replay';
export { shownCounts, SMALL_COUNT } from './impact/small-counts';
export type { GroupCount, GroupTally } from './impact/small-counts';
export type { RecordedHistory, RecordedInspection } from './impact/replay';
export { impactOnSubject } from './impact/subject-impact';
export type { ItemShift, ReplayedStanding, SubjectImpact } from './impact/subject-impact';
export { checkHistory, RecordIntake } from './ledger/check-history';
export type { RecordRefusal, RefusedRecord } from './ledger/check-history';
export { cycleOf } from './ledger/cycle';
export type { Cycle } from './ledger/cycle';
export { findingKey } from './ledger/history.types';
export type {
  AnnulmentRecord,
  ExtensionRecord,
  FindingRecord,
  HistoryRecord,
  InspectionRecord,
  RectificationRecord,
  ReInspectionRecord,
  Violation,
} from './ledger/history.types';
export { deadlineOf, readHistory, recordDay, refusalProblem, violationsOf } from './ledger/read-history';
export type { RulesFor } from './ledger/read-history';
export { foldFlat, rungsReached } from './ledger/flat-fold';
export type { FlatPosting, FlatStanding } from './ledger/flat-fold';
export { flattenHistory } from './ledger/flat-history';
export type { EpochDay, FlatHistory, FlatInspection, FlatPlace, FlatStep, FlatViolation } from './ledger/flat-history';
export { compileFlatRules } from './ledger/flat-rules';
export type { FlatRules } from './ledger/flat-rules';
export { reconcileMeasures } from './ledger/reconcile-measures';
export type { KeptMeasure, MeasureChanges } from './ledger/reconcile-measures';
export { foldHistory } from './ledger/standing';
export type { StandingQuestion } from './ledger/standing-question';
export type { Standing, StandingFinding, StandingRung, StateReason } from './ledger/standing.types';
export * from './problems/problem';
export type { RegimeCase, RegimeMeasure, RegimeStanding } from './regime/regime-standing.types';
export { checkInForce, versionInForce } from './rule-set/in-force';
export { checkRuleSet } from './rule-set/check-rule-set';
export { checkAgainstSchema } from './rule-set/check-structure';
export { compileRuleSet } from './rule-set/compile';
export type { CompiledItem, CompiledRuleSet, RuleSetIdentity } from './rule-set/compile';
export { canonicalJson, contentHash } from './rule-set/identity';
export { checkLimits } from './rule-set/limits';
export type * from './rule-set/regime.types';
export type * from './rule-set/rule-set.types';
export { PATTERNS } from './rule-set/schemas';
export { measureCoverage } from './scenario-coverage/measure-coverage';
export type { Coverage } from './scenario-coverage/measure-coverage';
export { describeSight } from './scenario-coverage/sight';
export type { Sight, SightCode, SightGroup } from './scenario-coverage/sight';
export { runScenarios, scenarioProblems } from './scenarios/run-scenarios';
export type { ScenarioResult } from './scenarios/run-scenarios';
export { compileScorer } from './scoring/compiled-scorer';
export type { CompiledScorer, PlainScore } from './scoring/compiled-scorer';
export { decideInspection } from './scoring/decide-inspection';
export type { Decision } from './scoring/decide-items';
export type { InspectionDecision, InspectionScore, ItemDecision, ItemScore, ItemTrace } from './scoring/score.types';
export { scoreFacts, scoreInspection } from './scoring/score-inspection';
export { OPERATOR_TERMS, OUTCOME_TERMS } from './wording/terms';
