import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AnyProblem, wordsOf } from '../../common/errors/worded-problem';
import { Clock } from '../../common/clock';
import { productVersion } from '../../config/product-version';
import {
  AnalysisFinding,
  analyseRuleSet,
  canonicalJson,
  compileRuleSet,
  contentHash,
  describeFinding,
  describeSight,
  measureCoverage,
  ExampleFacts,
  ProblemsError,
  runScenarios,
  scenarioProblems,
  Severity,
  Sight,
  Text,
} from '../../core';

/** A fault of a content in words that stay as they were found. */
export interface ProofProblem {
  readonly code: string;
  readonly path: string;
  readonly message: Text;
  readonly mend: Text;
}

/** What checks and scenarios came to for one content. */
export interface Proof {
  readonly hash: string;
  readonly passed: boolean;
  readonly problems: readonly ProofProblem[];
  /** Empty where the content is no rule set yet, and nothing can be run. */
  readonly scenarios: readonly { readonly code: string; readonly passed: boolean }[];
  /** How much of the content its scenarios show; null where it is no rule set yet. */
  readonly coverage: ProofCoverage | null;
  /** What the rules themselves show to be amiss; null where the content is no rule set yet, or was proved before. */
  readonly analysis: ProofAnalysis | null;
  readonly checkedAt: Date;
}

export interface ProofCoverage {
  readonly seen: number;
  readonly total: number;
  /** What no scenario shows, and the scenario to write. */
  readonly notSeen: readonly ProofProblem[];
}

export interface ProofAnalysis {
  readonly findings: readonly ProofFinding[];
  /** Pairs of items that read a fact in common: how many were looked at, and how many were too many. */
  readonly pairs: { readonly searched: number; readonly leftOut: number };
}

export interface ProofFinding extends ProofProblem {
  readonly severity: Severity;
  /** Facts by path as an example; null where there are none. */
  readonly facts: ExampleFacts | null;
}

/** Proves contents by their checks and scenarios, and keeps what came of it under the hash. */
@Injectable()
export class ProofsService {
  private readonly product = productVersion();

  constructor(private readonly clock: Clock) {}

  /** What is kept about a content by this release; undefined where it was not proved yet. */
  async find(manager: EntityManager, hash: string): Promise<Proof | undefined> {
    const rows = await manager.query<Proof[]>(
      `SELECT hash, passed, problems, scenarios, coverage, analysis, checked_at AS "checkedAt" FROM rule_set_proof
        WHERE hash = $1 AND product = $2`,
      [hash, this.product],
    );
    return rows[0];
  }

  /** Proves a content, once: the same content cannot come to anything else. */
  async prove(manager: EntityManager, content: unknown): Promise<Proof> {
    const hash = contentHash(content);
    const known = await this.find(manager, hash);
    if (known !== undefined) return known;
    const proof = { hash, ...(await examine(content)), checkedAt: new Date(this.clock.now()) };
    await manager.query(
      `INSERT INTO rule_set_proof (hash, product, passed, problems, scenarios, coverage, analysis, checked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (hash, product) DO NOTHING`,
      [
        hash,
        this.product,
        proof.passed,
        canonicalJson(proof.problems),
        canonicalJson(proof.scenarios),
        proof.coverage === null ? null : canonicalJson(proof.coverage),
        proof.analysis === null ? null : canonicalJson(proof.analysis),
        proof.checkedAt,
      ],
    );
    return proof;
  }
}

async function examine(content: unknown): Promise<Omit<Proof, 'hash' | 'checkedAt'>> {
  try {
    const rules = compileRuleSet(content);
    const results = await runScenarios(rules);
    const problems = scenarioProblems(rules, results).map(inWords);
    const scenarios = results.map(({ code, passed }) => ({ code, passed }));
    const { seen, total, sights } = await measureCoverage(rules, results);
    const notSeen = sights.filter(({ seenIn }) => seenIn === undefined).map(toWrite);
    // Between its questions everybody else is served.
    const { findings, pairs } = await analyseRuleSet(rules, () => setImmediate());
    const analysis = { findings: findings.map(toFinding), pairs };
    return { passed: problems.length === 0, problems, scenarios, coverage: { seen, total, notSeen }, analysis };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { passed: false, problems: error.problems.map(inWords), scenarios: [], coverage: null, analysis: null };
  }
}

function inWords(problem: AnyProblem): ProofProblem {
  const [zh, en] = [wordsOf(problem, 'zh-CN'), wordsOf(problem, 'en')];
  return {
    code: problem.code,
    path: problem.path,
    message: { 'zh-CN': zh.message, en: en.message },
    mend: { 'zh-CN': zh.mend, en: en.mend },
  };
}

function toWrite(sight: Sight): ProofProblem {
  const [zh, en] = [describeSight(sight, 'zh-CN'), describeSight(sight, 'en')];
  return {
    code: sight.code,
    path: sight.path,
    message: { 'zh-CN': zh.message, en: en.message },
    mend: { 'zh-CN': zh.mend, en: en.mend },
  };
}

function toFinding(found: AnalysisFinding): ProofFinding {
  const [zh, en] = [describeFinding(found, 'zh-CN'), describeFinding(found, 'en')];
  return {
    severity: found.severity,
    code: found.code,
    path: found.path,
    message: { 'zh-CN': zh.message, en: en.message },
    mend: { 'zh-CN': zh.mend, en: en.mend },
    facts: found.facts ?? null,
  };
}
