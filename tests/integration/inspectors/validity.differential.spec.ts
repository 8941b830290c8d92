import * as fc from 'fast-check';
import { EVERYTHING } from '../../../src/access/principal';
import { civilDate, plusDays } from '../../../src/core';
import { CertificateEntry, validityOf } from '../../../src/inspectors/certificate-validity';
import { InspectorsService } from '../../../src/inspectors/inspectors.service';
import { isValidOn } from '../../../src/subjects/office-tree';
import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';
import { setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';

// Valid on a day as the list finds it in SQL, against the fold, on certificates made at random.

const FIRST = civilDate('2026-01-01');
const DAYS = 14;
const database = useTestDatabase({ withRules: true });
const test = useTestApp(database);
const stored = useStored(database);

const day = fc.integer({ min: 0, max: DAYS - 1 }).map((n) => plusDays(FIRST, n));
const entry: fc.Arbitrary<CertificateEntry> = fc.oneof(
  day.map((revokedFrom): CertificateEntry => ({ type: 'revocation', revokedFrom, reason: 'x' })),
  fc.tuple(day, fc.option(fc.integer({ min: 1, max: 8 }))).map(([validFrom, length]): CertificateEntry => {
    return { type: 'period', validFrom, validTo: length === null ? null : plusDays(validFrom, length) };
  }),
);
const certificates = fc.array(fc.array(entry, { minLength: 1, maxLength: 5 }), { minLength: 80, maxLength: 80 });

beforeAll(() => setUpOffices(test.client));

it('is the same in SQL as in the fold, on every day', async () => {
  const sample = fc.sample(certificates, { numRuns: 1, seed: 20261123 })[0]!;
  for (const [place, entries] of sample.entries()) {
    const [row] = await stored.rows<{ id: string }>(
      `INSERT INTO inspector (certificate_number, name, office_id, created_at)
       SELECT $1, 'x', id, now() FROM office WHERE code = 'town-a' RETURNING id`,
      [`C${String(place).padStart(3, '0')}`],
    );
    for (const [index, one] of entries.entries()) {
      const isPeriod = one.type === 'period';
      await stored.rows(
        `INSERT INTO inspector_entry
                (inspector_id, number, type, valid_from, valid_to, revoked_from, reason, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
        [
          ...[row?.id, index + 1, one.type, isPeriod ? one.validFrom : null, isPeriod ? one.validTo : null],
          ...(isPeriod ? [null, null] : [one.revokedFrom, one.reason]),
        ],
      );
    }
  }
  const service = test.app.get(InspectorsService, { strict: false });
  const sizes = new Set<number>();
  for (let n = -1; n <= DAYS + 8; n += 1) {
    const on = plusDays(FIRST, n);
    const found = await service.list(EVERYTHING, { validOn: on, limit: 200 });
    const expected = sample.flatMap((entries, place) =>
      validityOf(entries).some((period) => isValidOn(period, on)) ? [`C${String(place).padStart(3, '0')}`] : [],
    );
    expect([on, found.map(({ certificateNumber }) => certificateNumber)]).toEqual([on, expected]);
    sizes.add(expected.length);
  }
  // Otherwise there would be nothing to tell apart.
  expect(sizes.size).toBeGreaterThan(8);
}, 60_000);
