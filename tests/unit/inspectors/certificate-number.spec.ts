import { isCertificateNumber, normaliseCertificateNumber } from '../../../src/inspectors/certificate-number';

describe('the number of a certificate', () => {
  it.each([
    ['320000001', '320000001'],
    [' 320000001 ', '320000001'],
    ['３２００００００１', '320000001'],
    ['苏Ｍ０１－００７', '苏M01-007'],
    ['应急（苏）007', '应急(苏)007'],
    ['a1', 'a1'],
  ])('%j is %j', (typed, number) => expect(normaliseCertificateNumber(typed)).toBe(number));

  it.each([
    ['320000001', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['320 001', false],
    ['', false],
    // One character as typed, which comes apart into a space and a mark.
    ['a¨b', false],
    ['㍿'.repeat(17), false],
  ])('%j can be kept: %s', (typed, kept) => {
    expect(isCertificateNumber(normaliseCertificateNumber(typed))).toBe(kept);
  });
});
