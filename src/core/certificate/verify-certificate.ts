import { checkAgainstSchema } from '../rule-set/check-structure';
import { CompiledRuleSet, compileRuleSet } from '../rule-set/compile';
import { canonicalJson, contentHash } from '../rule-set/identity';
import { HistoryError, ProblemsError } from '../problems/problem';
import { Certificate, CertifiedRuleSet } from './certificate.types';
import { scoreAgain } from './certify-inspection';
import { foldAgain, withoutVersion } from './certify-standing';
import { ENGINE, EngineVersions } from './engine-versions';
import { FormFault, readCertificate } from './read-certificate';
import { signatureHolds } from './signature';

/**
 * What a certificate is held to: its form, its signature, the key, the hashes of rule sets, of facts or history and of the
 * result, and whether scoring again comes to the same.
 */
export type CheckName = 'form' | 'signature' | 'key' | 'rule_sets' | 'input' | 'result' | 'scored_again';

/** What came of one check. `not_checked`: another that it rests on failed, or nobody said which key is trusted. */
export interface CertificateCheck {
  readonly check: CheckName;
  readonly outcome: 'holds' | 'fails' | 'not_checked';
  readonly fault?: FormFault;
  readonly expected?: string;
  readonly found?: string;
}

export interface CertificateVerification {
  /** Nothing fails. Of the issuer it says something only where `trusted`. */
  readonly valid: boolean;
  /** The key is among those that whoever verifies said they trust. */
  readonly trusted: boolean;
  readonly checks: readonly CertificateCheck[];
  /** Absent where the text is none. */
  readonly certificate?: Certificate;
  /** The engine that scored again. */
  readonly engine: EngineVersions;
}

/**
 * Verifies a certificate by itself: no database, no network, no clock. The text is untrusted.
 * @param trustedKeys the ids of keys that are trusted; absent: integrity is verified, and not who issued it
 */
export async function verifyCertificate(
  text: string,
  trustedKeys?: ReadonlySet<string>,
): Promise<CertificateVerification> {
  const read = readCertificate(text);
  if (!('certificate' in read))
    return conclude([{ check: 'form', outcome: 'fails', fault: read }, ...restNotChecked()]);
  const { certificate } = read;
  const { id } = certificate.key;
  const isTrusted = trustedKeys === undefined ? undefined : trustedKeys.has(id);
  const { check, compiled } = checkRuleSets(certificate);
  return conclude(
    [
      { check: 'form', outcome: 'holds' },
      verdict('signature', signatureHolds(certificate)),
      isTrusted === undefined
        ? { check: 'key', outcome: 'not_checked', found: id }
        : { ...verdict('key', isTrusted), found: id },
      check,
      checkInput(certificate),
      checkHash('result', certificate.result, certificate.resultHash),
      await checkScoredAgain(certificate, compiled),
    ],
    certificate,
  );
}

function conclude(checks: readonly CertificateCheck[], certificate?: Certificate): CertificateVerification {
  const outcomeOf = (name: CheckName) => checks.find(({ check }) => check === name)?.outcome;
  return {
    valid: checks.every(({ check, outcome }) => outcome === 'holds' || (check === 'key' && outcome === 'not_checked')),
    trusted: outcomeOf('key') === 'holds' && outcomeOf('signature') === 'holds',
    checks,
    ...(certificate === undefined ? {} : { certificate }),
    engine: ENGINE,
  };
}

function restNotChecked(): readonly CertificateCheck[] {
  const names = ['signature', 'key', 'rule_sets', 'input', 'result', 'scored_again'] as const;
  return names.map((check) => ({ check, outcome: 'not_checked' }));
}

const verdict = (check: CheckName, holds: boolean): CertificateCheck => ({ check, outcome: holds ? 'holds' : 'fails' });

function checkHash(check: CheckName, value: unknown, expected: string): CertificateCheck {
  const found = contentHash(value);
  return found === expected ? { check, outcome: 'holds' } : { check, outcome: 'fails', expected, found };
}

const ruleSetsOf = (certificate: Certificate): readonly CertifiedRuleSet[] =>
  certificate.kind === 'inspection' ? [certificate.ruleSet] : certificate.ruleSets;

function checkInput(certificate: Certificate): CertificateCheck {
  return certificate.kind === 'inspection'
    ? checkHash('input', certificate.facts, certificate.factsHash)
    : checkHash('input', certificate.history, certificate.historyHash);
}

/** Each is what its hash says, is named as it names itself, and is valid. */
function checkRuleSets(certificate: Certificate): {
  readonly check: CertificateCheck;
  readonly compiled: ReadonlyMap<string, CompiledRuleSet>;
} {
  const compiled = new Map<string, CompiledRuleSet>();
  const [first] = ruleSetsOf(certificate);
  for (const { id, version, hash, content } of ruleSetsOf(certificate)) {
    if (id !== first?.id) {
      return {
        check: { check: 'rule_sets', outcome: 'fails', expected: first?.id ?? '', found: id },
        compiled: new Map(),
      };
    }
    const ofHash = checkHash('rule_sets', content, hash);
    if (ofHash.outcome === 'fails') return { check: ofHash, compiled: new Map() };
    const rules = compiledOrProblem(content);
    const [expected, found] = [`${id} ${version}`, typeof rules === 'string' ? rules : nameOf(rules)];
    if (typeof rules === 'string' || expected !== found) {
      return { check: { check: 'rule_sets', outcome: 'fails', expected, found }, compiled: new Map() };
    }
    compiled.set(version, rules);
  }
  return { check: { check: 'rule_sets', outcome: 'holds' }, compiled };
}

const nameOf = ({ identity }: CompiledRuleSet): string => `${identity.id} ${identity.version}`;

/** The rule set, or what is wrong with it. */
function compiledOrProblem(content: unknown): CompiledRuleSet | string {
  try {
    return compileRuleSet(content);
  } catch (error) {
    if (error instanceof ProblemsError) return error.message;
    throw error;
  }
}

async function checkScoredAgain(
  certificate: Certificate,
  compiled: ReadonlyMap<string, CompiledRuleSet>,
): Promise<CertificateCheck> {
  if (compiled.size === 0) return { check: 'scored_again', outcome: 'not_checked' };
  try {
    const [expected, found] = [certificate.result, await scored(certificate, compiled)].map(canonicalJson);
    if (expected === found) return { check: 'scored_again', outcome: 'holds' };
    return { check: 'scored_again', outcome: 'fails', ...firstDifference(expected ?? '', found ?? '') };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { check: 'scored_again', outcome: 'fails', found: error.message };
  }
}

/** @throws ProblemsError where facts or history cannot be under these rule sets */
async function scored(certificate: Certificate, compiled: ReadonlyMap<string, CompiledRuleSet>): Promise<unknown> {
  if (certificate.kind === 'inspection') {
    const rules = compiled.get(certificate.ruleSet.version);
    return rules === undefined ? undefined : scoreAgain(rules, certificate.facts);
  }
  const document = { formatVersion: 1, records: certificate.history.map(withoutVersion) };
  const problems = checkAgainstSchema('urn:jifen:history:1', document);
  if (problems.length > 0) throw new HistoryError(problems);
  return foldAgain(certificate, compiled);
}

/** The places at which two canonical texts part, with a little of what is about them. */
function firstDifference(expected: string, found: string): { readonly expected: string; readonly found: string } {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at += 1;
  const shown = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return { expected: shown(expected), found: shown(found) };
}
