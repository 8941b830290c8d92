import { generateKeyPairSync, sign } from 'node:crypto';
import { canonicalJson, contentHash } from '../../../../src/core/rule-set/identity';
import { CertificateBody, CertificateContent } from '../../../../src/core/certificate/certificate.types';
import { keyId } from '../../../../src/core/certificate/signature';
import { CertificateVerification, verifyCertificate } from '../../../../src/core/certificate/verify-certificate';
import { anInspectionContent, aSigner, aStandingContent, read, signedBy } from '../../../support/certificate.builder';
import { ledgerRuleSet } from '../../../support/ledger-rules.builder';

const signer = aSigner();
const CONTENTS = { inspection: anInspectionContent, standing: aStandingContent };

const failing = ({ checks }: CertificateVerification): readonly string[] =>
  checks.filter(({ outcome }) => outcome === 'fails').map(({ check }) => check);

/** Changes a certificate without signing it anew. */
function changed(text: string, change: (certificate: Record<string, unknown>) => void): string {
  const certificate = read(text) as unknown as Record<string, unknown>;
  change(certificate);
  return canonicalJson(certificate);
}

describe.each(Object.entries(CONTENTS))('a certificate of an %s', (kind, contentOf) => {
  let content: CertificateContent;
  let text: string;
  beforeAll(async () => {
    content = await contentOf();
    text = signedBy(signer, content);
  });

  it('holds by itself, and says that nobody said whose key it is', async () => {
    const verified = await verifyCertificate(text);
    expect(failing(verified)).toEqual([]);
    expect(verified).toMatchObject({ valid: true, trusted: false });
    expect(verified.checks.map(({ check, outcome }) => `${check} ${outcome}`)).toContain('key not_checked');
  });

  it('holds with a trusted key, and with a line feed after it', async () => {
    expect(await verifyCertificate(`${text}\n`, new Set([signer.id]))).toMatchObject({ valid: true, trusted: true });
  });

  it('fails with another key than the trusted ones', async () => {
    const verified = await verifyCertificate(text, new Set([aSigner().id]));
    expect(verified).toMatchObject({ valid: false, trusted: false });
    expect(failing(verified)).toEqual(['key']);
  });

  it('fails where somebody else signed it in the name of the key', async () => {
    const { key } = read(text);
    const forged = signedBy(aSigner(), content, (body) => ({ ...body, key }));
    expect(failing(await verifyCertificate(forged, new Set([signer.id])))).toEqual(['signature']);
  });

  it('fails where the key is not the one that its id says', async () => {
    const other = aSigner();
    const forged = signedBy(other, content, (body) => ({ ...body, key: { ...body.key, id: signer.id } }));
    expect(failing(await verifyCertificate(forged, new Set([signer.id])))).toEqual(['signature']);
  });

  it('fails where another kind of key signed, even one that is trusted', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed448');
    const der = publicKey.export({ type: 'spki', format: 'der' });
    const id = keyId(publicKey);
    const certificate = read(text);
    const key = { id, algorithm: 'Ed25519' as const, publicKey: der.toString('base64') };
    const { signature: _, ...body } = { ...certificate, key };
    const signature = sign(null, Buffer.from(canonicalJson(body)), privateKey).toString('base64');
    const verified = await verifyCertificate(canonicalJson({ ...body, signature }), new Set([id]));
    expect(failing(verified)).toEqual(['signature']);
    expect(verified.trusted).toBe(false);
    const named = { ...certificate, key: { ...certificate.key, algorithm: 'Ed448' } };
    expect(failing(await verifyCertificate(canonicalJson(named)))).toEqual(['form']);
  });

  it.each<readonly [string, (text: string) => string, string]>([
    ['no JSON', (whole) => whole.slice(0, -1), 'not_json'],
    ['not an object', () => '[]', 'not_json'],
    ['not canonical', (whole) => whole.replace('{', '{ '), 'not_canonical'],
    ['followed by more', (whole) => `${whole}\n\n`, 'not_canonical'],
    ['with a property twice', (whole) => whole.replace('"format":', '"format":"x","format":'), 'not_canonical'],
    ['without a signature', (whole) => changed(whole, (one) => delete one['signature']), 'signature_absent'],
    ['with an empty signature', (whole) => changed(whole, (one) => (one['signature'] = '')), 'signature_absent'],
    ['of another format', (whole) => changed(whole, (one) => (one['formatVersion'] = 2)), 'format_unknown'],
    ['of an unknown kind', (whole) => changed(whole, (one) => (one['kind'] = 'x')), 'kind_unknown'],
    ['with a property more', (whole) => changed(whole, (one) => (one['more'] = 1)), 'not_in_form'],
    ['without a hash', (whole) => changed(whole, (one) => delete one['resultHash']), 'not_in_form'],
    ['with a prototype in it', (whole) => whole.replace('"format":', '"__proto__":{},"format":'), 'not_in_form'],
  ])('is none where it is %s', async (_, spoil, reason) => {
    const [form, ...rest] = (await verifyCertificate(spoil(text))).checks;
    expect(form).toMatchObject({ check: 'form', outcome: 'fails', fault: { reason } });
    expect(rest.every(({ outcome }) => outcome === 'not_checked')).toBe(true);
  });

  it('is told where it is not in form, the whole of it as "/"', async () => {
    const [form] = (await verifyCertificate(changed(text, (one) => (one['more'] = 1)))).checks;
    expect(form).toMatchObject({ fault: { reason: 'not_in_form', path: '/' } });
  });

  it('names what was changed, beside the signature', async () => {
    const failsAfter = async (change: (certificate: Record<string, unknown>) => void) =>
      failing(await verifyCertificate(changed(text, change)));
    expect(await failsAfter((one) => (one['subject'] = '91000000MA0000002P'))).toEqual(['signature']);
    expect(await failsAfter((one) => (one['issuedAt'] = '2027-01-01T00:00:00.000Z'))).toEqual(['signature']);
    expect(await failsAfter((one) => (one['resultHash'] = contentHash('x')))).toEqual(['signature', 'result']);
    expect(await failsAfter((one) => (one['result'] = { ...(one['result'] as object), points: 1 }))).toContain(
      'result',
    );
  });

  it('takes a signature in one spelling only', async () => {
    const { signature } = read(text);
    const last = signature.at(-3) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const same = alphabet[alphabet.indexOf(last) ^ 1] ?? '';
    const respelt = `${signature.slice(0, -3)}${same}==`;
    expect(Buffer.from(respelt, 'base64')).toEqual(Buffer.from(signature, 'base64'));
    expect(failing(await verifyCertificate(changed(text, (one) => (one['signature'] = respelt))))).toEqual([
      'signature',
    ]);
  });

  it('tells by which engine it was scored, and by which it was scored again', async () => {
    const older = { version: '0', operators: '0' };
    const verified = await verifyCertificate(signedBy(signer, content, (body) => ({ ...body, engine: older })));
    expect(verified).toMatchObject({ valid: true, certificate: { engine: older, kind }, engine: { version: '1' } });
  });
});

/** Signed by the right key, and yet not what scoring comes to: by another engine, or by a dishonest issuer. */
describe('what the right key signed', () => {
  const verifiedOf = async (contentOf: () => Promise<CertificateContent>, change: (body: CertificateBody) => unknown) =>
    verifyCertificate(signedBy(signer, await contentOf(), change), new Set([signer.id]));

  it('fails where scoring the facts again comes to something else', async () => {
    const verified = await verifiedOf(anInspectionContent, (body) => {
      const result = { ...body.result, points: 8 };
      return { ...body, engine: { version: '0', operators: '1' }, result, resultHash: contentHash(result) };
    });
    expect(failing(verified)).toEqual(['scored_again']);
    expect(verified.checks.at(-1)).toMatchObject({ expected: expect.stringContaining('"points":8') as string });
  });

  it('fails where the facts are others, or cannot be', async () => {
    const withFacts = (facts: object) =>
      verifiedOf(anInspectionContent, (body) => ({ ...body, facts, factsHash: contentHash(facts) }));
    expect(failing(await withFacts({ found: { p3: true } }))).toEqual(['scored_again']);
    expect(failing(await withFacts({ found: { p3: 'yes' } }))).toEqual(['scored_again']);
  });

  it('fails where the rule set is another, or is none', async () => {
    const withRules = (content: unknown, hash = contentHash(content)) =>
      verifiedOf(anInspectionContent, (body) => ({
        ...body,
        ruleSet: { ...('ruleSet' in body ? body.ruleSet : {}), content, hash },
      }));
    expect(failing(await withRules({}))).toEqual(['rule_sets']);
    expect(failing(await withRules(ledgerRuleSet({ version: '2.0.0' })))).toEqual(['rule_sets']);
    expect(failing(await withRules(ledgerRuleSet(), contentHash('x')))).toEqual(['rule_sets']);
    const dearer = ledgerRuleSet({
      items: [
        { code: 'P3', points: 5 },
        { code: 'P6', points: 6 },
      ],
    });
    expect(failing(await withRules(dearer))).toEqual(['scored_again']);
  });

  it('fails where a history was cut short, cannot be, or is of no form', async () => {
    const withHistory = (edit: (history: readonly unknown[]) => unknown) =>
      verifiedOf(aStandingContent, (body) => {
        const history = edit('history' in body ? body.history : []);
        return { ...body, history, historyHash: contentHash(history) };
      });
    expect(failing(await withHistory((history) => history.slice(0, 3)))).toEqual(['scored_again']);
    expect(failing(await withHistory((history) => history.slice(1)))).toEqual(['scored_again']);
    const strange = (one: unknown) => ({ ...(one as object), more: 1 });
    expect(failing(await withHistory((history) => history.map(strange)))).toEqual(['scored_again']);
    const unversioned = (one: unknown) => ({ ...(one as object), version: '9.9.9' });
    expect(failing(await withHistory((history) => history.map(unversioned)))).toEqual(['scored_again']);
  });

  it.each([
    [{ asOf: '2026-03-11' }],
    [{ asOf: '2026-02-30' }],
    [{ knownAt: '2026-01-01T00:00:00.000Z' }],
    [{ knownAt: '2026-13-01T00:00:00.000Z' }],
    [{ inForce: '1.0.0' }],
    [{ inForce: '9.9.9' }],
  ])('fails where the question was another: %j', async (more) => {
    expect(failing(await verifiedOf(aStandingContent, (body) => ({ ...body, ...more })))).toEqual(['scored_again']);
  });
});
