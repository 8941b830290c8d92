import fc from 'fast-check';
import { verifyCertificate } from '../../../src/core/certificate/verify-certificate';
import { anInspectionContent, aSigner, aStandingContent, signedBy } from '../../support/certificate.builder';
import { runs } from '../../support/runs';

const signer = aSigner();

describe.each([
  ['inspection', anInspectionContent],
  ['standing', aStandingContent],
] as const)('a certificate of an %s', (_, contentOf) => {
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = Buffer.from(signedBy(signer, await contentOf()), 'utf8');
  });

  const isValid = async (changed: Buffer): Promise<boolean> => {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(changed);
    } catch {
      return false;
    }
    return (await verifyCertificate(text, new Set([signer.id]))).valid;
  };

  it('is valid as it was issued', async () => expect(await isValid(bytes)).toBe(true));

  it('fails whichever byte is changed, to whatever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000_000), fc.integer({ min: 1, max: 255 }), async (place, difference) => {
        const changed = Buffer.from(bytes);
        const at = place % bytes.length;
        changed[at] = (changed[at] ?? 0) ^ difference;
        expect(await isValid(changed)).toBe(false);
      }),
      runs(75),
    );
  }, 120_000);

  it('fails wherever a byte is left out or put in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000_000), fc.option(fc.nat(255)), async (place, added) => {
        const at = place % bytes.length;
        const [before, after] = [bytes.subarray(0, at), bytes.subarray(added === null ? at + 1 : at)];
        expect(await isValid(Buffer.concat([before, Buffer.from(added === null ? [] : [added]), after]))).toBe(false);
      }),
      runs(40),
    );
  }, 120_000);
});
