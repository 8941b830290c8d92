import { creditCodeCheckCharacter, isCreditCode, normaliseCreditCode } from '../../../src/subjects/credit-code';

describe('unified social credit code', () => {
  it.each(['91000000MA0000001R', '91000000MA0000002W', '91000000000000000K'])('accepts %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it.each([
    ['another check character', '91000000MA0000001S'],
    ['two digits exchanged', '19000000MA0000001R'],
    ['a letter outside the alphabet', '91000000MI0000001R'],
    ['17 characters', '91000000MA0000001'],
    ['19 characters', '91000000MA0000001RR'],
    ['lower case, not normalised', '91000000ma0000001r'],
  ])('refuses %s', (_, code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it('can end in any of the 31 characters', () => {
    const ends = new Set<string>();
    for (let n = 0; n < 500; n += 1) ends.add(creditCodeCheckCharacter(`91000000MA${String(n).padStart(7, '0')}`));
    expect(ends.size).toBe(31);
  });

  it('normalises what people type: full-width, spaces, small letters', () => {
    expect(normaliseCreditCode(' 91000000ma０００0001r ')).toBe('91000000MA0000001R');
  });
});
