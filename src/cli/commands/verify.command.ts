import { Certificate, CertificateCheck, CertificateVerification, verifyCertificate } from '../../core';
import { readBytes } from '../load';
import { Answer, FAULTY_INPUT, FINE, Settings, toJson } from '../output';
import { printable, renderTable, wrap } from '../tables';
import { fill, Words } from '../texts';
import { CHECK_FAULTS, CHECK_OUTCOMES, CHECKS, FORM_FAULTS } from '../texts/certificate.labels';
import { readTrustedKeys } from '../trusted-keys';

export interface VerifyOptions {
  readonly key?: string;
}

/** `verify FILE`: whether a certificate is as it was signed, by whom where a key is trusted, and comes to its result. */
export async function verify(file: string, { key }: VerifyOptions, { words, json }: Settings): Promise<Answer> {
  const trusted = key === undefined ? undefined : readTrustedKeys(key);
  const verified = await verifyCertificate(textOf(readBytes(file)), trusted);
  const exitCode = verified.valid ? FINE : FAULTY_INPUT;
  return { stdout: json ? toJson(forPrograms(verified)) : forPeople(verified, words), exitCode };
}

/** As it stands, a byte order mark included; what is not UTF-8 is no certificate. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}

function forPrograms({ valid, trusted, checks, engine, certificate }: CertificateVerification): unknown {
  const named =
    certificate === undefined
      ? {}
      : {
          kind: certificate.kind,
          subject: certificate.subject,
          issuedAt: certificate.issuedAt,
          key: certificate.key.id,
          scoredBy: certificate.engine,
        };
  return { valid, trusted, ...named, engine, checks };
}

function forPeople(verified: CertificateVerification, words: Words): string {
  const { valid, certificate } = verified;
  const told = valid && certificate !== undefined ? describe(certificate, words) : '';
  return [told, checkTable(verified.checks, words), engineNote(verified, words), verdict(verified, words)].join('');
}

/** Only of a valid certificate: of any other, nothing it says is worth reading. */
function describe(certificate: Certificate, words: Words): string {
  const { issuedAt, issuer, link, key } = certificate;
  const rules = certificate.kind === 'inspection' ? [certificate.ruleSet] : certificate.ruleSets;
  const rows: readonly (readonly [string, string])[] = [
    [words.say('certifies'), claim(certificate, words)],
    ...rules.map(({ id, version, hash }) => [words.say('certifiedRules'), `${id} ${version} ${hash}`] as const),
    [words.say('issuedAt'), words.say('issuedBy', { at: issuedAt, ...issuer })],
    [words.say('fingerprint'), key.id],
    ...(link === null ? [] : [[words.say('chained'), words.say('chainedAt', { ...link })] as const]),
  ];
  const separator = words.locale === 'en' ? ': ' : '：';
  const lines = rows.map(([label, value]) => `${label}${separator}${oneLine(value)}\n`);
  return `${lines.join('')}${annulment(certificate, words)}`;
}

/** What a stranger wrote must not look like a line of this program. */
function oneLine(text: string): string {
  return printable(text).replaceAll('\n', '\\u000a');
}

function claim(certificate: Certificate, words: Words): string {
  const { subject } = certificate;
  if (certificate.kind === 'standing') {
    const { asOf: day, knownAt: known, result } = certificate;
    return words.say('certifiesStanding', { subject, day, known, points: result.total });
  }
  const { inspection, result } = certificate;
  const { id, inspectedOn: day } = inspection;
  return words.say('certifiesInspection', { subject, day, id, points: result.points });
}

function annulment(certificate: Certificate, words: Words): string {
  if (certificate.kind === 'standing') return '';
  const { inspection, items } = certificate.annulled;
  if (inspection) return `${words.say('annulledWhole')}\n`;
  return items.length === 0 ? '' : `${oneLine(words.say('annulledItems', { items: words.list(items) }))}\n`;
}

function checkTable(checks: readonly CertificateCheck[], words: Words): string {
  return renderTable(
    [{ head: words.say('check') }, { head: words.say('result') }, { head: words.say('detail'), most: 72 }],
    checks.map((one) => [words.term(CHECKS, one.check), words.term(CHECK_OUTCOMES, one.outcome), detail(one, words)]),
  );
}

function detail({ check, outcome, fault, expected, found }: CertificateCheck, words: Words): string {
  if (fault !== undefined) {
    const { reason, ...particulars } = fault;
    return fill(words.term(FORM_FAULTS, reason), { ...particulars });
  }
  const seen = expected !== undefined && found !== undefined ? words.say('hashIs', { expected, found }) : (found ?? '');
  if (outcome !== 'fails' || check === 'form') return seen;
  return [words.term(CHECK_FAULTS, check), seen].filter((part) => part !== '').join(words.locale === 'en' ? ' ' : '');
}

function engineNote({ certificate, engine, checks }: CertificateVerification, words: Words): string {
  if (certificate === undefined) return '';
  const { version, operators } = certificate.engine;
  const isSame = version === engine.version && operators === engine.operators;
  const differs = checks.some(({ check, outcome }) => check === 'scored_again' && outcome === 'fails');
  const versions = { version, operators, own: engine.version, ownOperators: engine.operators };
  const lines = [
    ...(isSame ? [] : [words.say('otherEngine', versions)]),
    ...(differs ? [words.say(isSame ? 'sameEngine' : 'engineMayDiffer')] : []),
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

function verdict({ valid, trusted, checks }: CertificateVerification, words: Words): string {
  const failing = checks.filter(({ outcome }) => outcome === 'fails').map(({ check }) => words.term(CHECKS, check));
  const told = valid
    ? words.say(trusted ? 'verdictTrusted' : 'verdictIntegrity')
    : words.say('verdictInvalid', { checks: words.list(failing) });
  return `${wrap(told, 100)}\n`;
}
