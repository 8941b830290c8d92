import { Standing } from '../ledger/standing.types';
import { RuleSetIdentity } from '../rule-set/compile';
import { DocumentRecord } from '../rule-set/rule-set.types';
import { InspectionDecision } from '../scoring/score.types';
import { EngineVersions } from './engine-versions';

type Facts = Readonly<Record<string, unknown>>;

export const CERTIFICATE_FORMAT = 'jifen-certificate';

/** A rule set with all that names it; the content is the rule set itself, so that nothing else is needed. */
export interface CertifiedRuleSet extends RuleSetIdentity {
  readonly content: unknown;
}

/** The link of the audit chain that the record stood in when the certificate was issued. */
export interface CertifiedLink {
  readonly jurisdiction: string;
  readonly number: number;
  readonly hash: string;
}

/** What a score comes to; its rule set is named beside it. */
export type CertifiedScore = Omit<InspectionDecision, 'ruleSet'>;

/** A record of a certified history: an inspection names the version that scored it. */
export type CertifiedRecord = DocumentRecord<Facts> & { readonly key: string; readonly version?: string };

/** What an inspection was. It is told by the issuer, and rests on the signature alone. */
export interface CertifiedInspection {
  readonly id: string;
  readonly inspectedOn: string;
  readonly kind: string;
  readonly office: string;
  readonly inspectors: readonly string[];
  readonly certifiedInspectors: readonly object[];
  readonly assistedBy: readonly string[];
  readonly knownAt: string;
  readonly recordedAt: string;
}

/** What of an inspection had been annulled when the certificate was issued; told by the issuer too. */
export interface CertifiedAnnulment {
  readonly inspection: boolean;
  /** Items whose findings were annulled. */
  readonly items: readonly string[];
}

interface Common {
  readonly subject: string;
  /** Null where the record has no link. */
  readonly link: CertifiedLink | null;
  readonly engine: EngineVersions;
}

/** What is certified of an inspection: that these facts come to this result under this rule set. */
export interface InspectionContent extends Common {
  readonly kind: 'inspection';
  readonly inspection: CertifiedInspection;
  readonly annulled: CertifiedAnnulment;
  readonly ruleSet: CertifiedRuleSet;
  readonly facts: Facts;
  readonly factsHash: string;
  readonly result: CertifiedScore;
  readonly resultHash: string;
}

/** What is certified of a standing: that this history comes to it, as of a day and as known at an instant. */
export interface StandingContent extends Common {
  readonly kind: 'standing';
  readonly asOf: string;
  readonly knownAt: string;
  /** The version in force on the as-of day; it is among `ruleSets`. */
  readonly inForce: string;
  readonly ruleSets: readonly CertifiedRuleSet[];
  readonly history: readonly CertifiedRecord[];
  readonly historyHash: string;
  readonly result: Standing;
  readonly resultHash: string;
}

export type CertificateContent = InspectionContent | StandingContent;

/** The public half of the key that signed. */
export interface CertificateKey {
  /** SHA-256 of the public key in DER (SubjectPublicKeyInfo). */
  readonly id: string;
  readonly algorithm: 'Ed25519';
  /** The public key in DER, base64. */
  readonly publicKey: string;
}

/** What the issuer adds to the content. */
export interface Issuance {
  readonly format: typeof CERTIFICATE_FORMAT;
  readonly formatVersion: 1;
  readonly issuedAt: string;
  readonly issuer: { readonly product: string; readonly version: string };
  readonly key: CertificateKey;
}

/** All that is signed. */
export type CertificateBody = Issuance & CertificateContent;

/** A certificate: its body, and the Ed25519 signature over the canonical JSON of the body, base64. */
export type Certificate = CertificateBody & { readonly signature: string };
