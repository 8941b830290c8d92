import { civilDate } from '../../../src/core';
import { CertificateEntry, isValidSince, validityOf } from '../../../src/inspectors/certificate-validity';
import { isValidOn } from '../../../src/subjects/office-tree';

const period = (validFrom: string, validTo: string | null = null): CertificateEntry => ({
  type: 'period',
  validFrom,
  validTo,
});
const revocation = (revokedFrom: string): CertificateEntry => ({ type: 'revocation', revokedFrom, reason: '调离' });

const days = (...entries: CertificateEntry[]): readonly string[] =>
  validityOf(entries).map(({ validFrom, validTo }) => `${validFrom} ${validTo ?? ''}`.trim());

describe('the days on which a certificate is valid', () => {
  it.each<[string, readonly CertificateEntry[], readonly string[]]>([
    ['as issued', [period('2021-01-01', '2026-01-01')], ['2021-01-01 2026-01-01']],
    ['open', [period('2021-01-01')], ['2021-01-01']],
    [
      'renewed on the day it ends: as one',
      [period('2021-01-01', '2026-01-01'), period('2026-01-01', '2031-01-01')],
      ['2021-01-01 2031-01-01'],
    ],
    [
      'renewed a day late: apart',
      [period('2021-01-01', '2026-01-01'), period('2026-01-02', '2031-01-01')],
      ['2021-01-01 2026-01-01', '2026-01-02 2031-01-01'],
    ],
    [
      'renewed early: as one',
      [period('2021-01-01', '2026-01-01'), period('2025-11-01', '2030-11-01')],
      ['2021-01-01 2030-11-01'],
    ],
    [
      'renewed for days that are within',
      [period('2021-01-01', '2026-01-01'), period('2022-01-01', '2023-01-01')],
      ['2021-01-01 2026-01-01'],
    ],
    ['renewed without an end', [period('2021-01-01', '2026-01-01'), period('2025-01-01')], ['2021-01-01']],
    ['renewed after being open', [period('2021-01-01'), period('2025-01-01', '2026-01-01')], ['2021-01-01']],
    [
      'entered the later period first',
      [period('2026-01-01', '2031-01-01'), period('2021-01-01', '2025-01-01')],
      ['2021-01-01 2025-01-01', '2026-01-01 2031-01-01'],
    ],
    [
      'issued for what joins two',
      [period('2021-01-01', '2022-01-01'), period('2023-01-01', '2024-01-01'), period('2022-01-01', '2023-01-01')],
      ['2021-01-01 2024-01-01'],
    ],
    ['revoked in it', [period('2021-01-01', '2026-01-01'), revocation('2024-03-05')], ['2021-01-01 2024-03-05']],
    ['revoked while open', [period('2021-01-01'), revocation('2024-03-05')], ['2021-01-01 2024-03-05']],
    [
      'revoked on its last day',
      [period('2021-01-01', '2021-01-03'), revocation('2021-01-02')],
      ['2021-01-01 2021-01-02'],
    ],
    ['revoked on its first day', [period('2021-01-01', '2026-01-01'), revocation('2021-01-01')], []],
    [
      'revoked after its end',
      [period('2021-01-01', '2022-01-01'), revocation('2022-01-01')],
      ['2021-01-01 2022-01-01'],
    ],
    [
      'revoked between two periods',
      [period('2021-01-01', '2022-01-01'), period('2023-01-01', '2024-01-01'), revocation('2022-06-01')],
      ['2021-01-01 2022-01-01'],
    ],
    [
      'revoked and renewed afterwards',
      [period('2021-01-01', '2026-01-01'), revocation('2024-03-05'), period('2024-06-01', '2026-01-01')],
      ['2021-01-01 2024-03-05', '2024-06-01 2026-01-01'],
    ],
    [
      'revoked, and issued again for days from before on',
      [period('2021-01-01', '2026-01-01'), revocation('2024-03-05'), period('2024-01-01', '2025-01-01')],
      ['2021-01-01 2025-01-01'],
    ],
    [
      'revoked twice, the second time from an earlier day',
      [period('2021-01-01', '2026-01-01'), revocation('2024-03-05'), revocation('2023-01-01')],
      ['2021-01-01 2023-01-01'],
    ],
    ['nothing entered', [], []],
  ])('%s', (_, entries, expected) => expect(days(...entries)).toEqual(expected));

  it.each([
    ['2020-12-31', false],
    ['2021-01-01', true],
    ['2025-12-31', true],
    ['2026-01-01', false],
  ])('on %s: %s', (day, expected) => {
    const [only] = validityOf([period('2021-01-01', '2026-01-01')]);
    expect(isValidOn(only!, civilDate(day))).toBe(expected);
  });

  it.each([
    ['2020-01-01', true],
    ['2025-12-31', true],
    ['2026-01-01', false],
  ])('from %s on: %s', (day, expected) => {
    expect(isValidSince(validityOf([period('2021-01-01', '2026-01-01')]), civilDate(day))).toBe(expected);
  });
});
