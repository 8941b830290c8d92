import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { Certificate, CertificateBody, CertificateContent } from '../../src/core/certificate/certificate.types';
import { certifyInspection } from '../../src/core/certificate/certify-inspection';
import { certifyStanding } from '../../src/core/certificate/certify-standing';
import { keyId, signedText } from '../../src/core/certificate/signature';
import { canonicalJson } from '../../src/core/rule-set/identity';
import { foundFacts, ledgerRules } from './ledger-rules.builder';

export interface Signer {
  readonly id: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function aSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { id: keyId(publicKey), publicKey, privateKey };
}

/** The text of a certificate with this content; `change` spoils the body before it is signed. */
export function signedBy(
  { id, publicKey, privateKey }: Signer,
  content: CertificateContent,
  change: (body: CertificateBody) => unknown = (body) => body,
): string {
  const body = change({
    format: 'jifen-certificate',
    formatVersion: 1,
    issuedAt: '2026-11-23T08:00:00.000Z',
    issuer: { product: 'jifen', version: '0.1.0' },
    key: {
      id,
      algorithm: 'Ed25519',
      publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    },
    ...content,
  }) as CertificateBody;
  const signature = sign(null, Buffer.from(signedText(body)), privateKey).toString('base64');
  return canonicalJson({ ...body, signature });
}

export const read = (text: string): Certificate => JSON.parse(text) as Certificate;

/** A certified inspection that violates P3 and P6. */
export function anInspectionContent(): Promise<CertificateContent> {
  const inspection = {
    id: 'i1',
    inspectedOn: '2026-03-05',
    kind: 'routine',
    office: 'town-a',
    inspectors: ['320000001'],
    certifiedInspectors: [],
    assistedBy: [],
    knownAt: '2026-03-05T07:00:00.000Z',
    recordedAt: '2026-03-05T07:00:00.000Z',
  };
  const facts = foundFacts(['P3', 'P6']);
  const annulled = { inspection: false, items: [] };
  return certifyInspection({ subject: '91000000MA0000001R', link: null, inspection, annulled, facts }, ledgerRules());
}

/** A certified standing: two inspections under two versions, the first of them rectified and passed. */
export function aStandingContent(): Promise<CertificateContent> {
  const [first, second] = [ledgerRules(), ledgerRules({ version: '1.1.0', fullMark: 10 })];
  const known = (day: string): string => `${day}T07:00:00.000Z`;
  const head = (number: number, day: string) => ({ number, key: `r${number}`, knownAt: known(day) });
  const finding = { inspection: 'r1', item: 'P3' };
  const history = [
    {
      ...head(1, '2025-11-12'),
      type: 'inspection',
      version: '1.0.0',
      inspectedOn: '2025-11-12',
      facts: foundFacts(['P3']),
    },
    { ...head(2, '2025-12-01'), type: 'rectification', finding, completedOn: '2025-12-01' },
    { ...head(3, '2025-12-03'), type: 're_inspection', finding, inspectedOn: '2025-12-03', passed: true },
    {
      ...head(4, '2026-03-05'),
      type: 'inspection',
      version: '1.1.0',
      inspectedOn: '2026-03-05',
      facts: foundFacts(['P6']),
    },
  ] as const;
  const versions = new Map([first, second].map((rules) => [rules.identity.version, rules]));
  const evidence = { subject: '91000000MA0000001R', link: null, asOf: '2026-03-10', knownAt: known('2026-03-10') };
  return certifyStanding({ ...evidence, inForce: '1.1.0', history }, versions);
}
