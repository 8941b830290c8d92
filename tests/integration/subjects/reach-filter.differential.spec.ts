import * as fc from 'fast-check';
import { DataSource } from 'typeorm';
import { civilDate, plusDays } from '../../../src/core';
import { isValidOn } from '../../../src/subjects/office-tree';
import { ReachFilter } from '../../../src/subjects/reach-filter';
import { registerAsOf, RegisterEntry } from '../../../src/subjects/register-entry';
import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';
import { creditCode } from '../../support/register.builder';
import { useStored } from '../../support/stored';

// The condition in SQL against the fold that the rest of the service goes by, on registers made at random.

const FIRST = civilDate('2026-01-01');
const DAYS = 12;
const SUBJECTS = 60;

const database = useTestDatabase({ withRules: true });
const test = useTestApp(database);
const stored = useStored(database);

interface Tree {
  readonly id: string;
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const day = fc.integer({ min: 0, max: DAYS - 1 }).map((n) => plusDays(FIRST, n));

/** Two jurisdictions with a bureau each and three towns below, some of which end or begin on a day. */
const offices = fc.array(fc.tuple(day, fc.option(day)), { minLength: 10, maxLength: 10 }).map((validities) =>
  validities.map(([one, other], place): Tree => {
    const id = `00000000-0000-4000-8000-00000000000${place}`;
    const parent = place < 2 ? null : place < 4 ? place - 2 : 2 + (place % 2);
    const parentId = parent === null ? null : `00000000-0000-4000-8000-00000000000${parent}`;
    if (place < 4 || other === null) return { id, parentId, validFrom: '2025-01-01', validTo: null };
    return one < other
      ? { id, parentId, validFrom: one, validTo: other }
      : { id, parentId, validFrom: '2025-01-01', validTo: one };
  }),
);

const entries = fc
  .array(fc.tuple(day, fc.option(fc.integer({ min: 0, max: 9 }))), { maxLength: 4 })
  .map((list) => list.map(([validFrom, office], place) => ({ number: place + 1, validFrom, office })));

const LEVELS = ['jurisdiction', 'jurisdiction', 'bureau', 'bureau'];

const toEntries = (
  list: readonly { number: number; validFrom: typeof FIRST; office: number | null }[],
  tree: readonly Tree[],
) =>
  list.map(({ number, validFrom, office }): RegisterEntry => ({
    ...{ number, validFrom, name: 'x', trade: 'x', state: 'producing', attributes: {} },
    ...(office === null ? {} : { officeId: tree[office]?.id ?? '' }),
  }));

/** Whether an office is one of some that are valid on the day, or below one. */
function isReached(id: string | undefined, roots: readonly string[], tree: readonly Tree[], on: typeof FIRST): boolean {
  for (let at = tree.find((one) => one.id === id); at !== undefined;) {
    const { id: current, parentId } = at;
    if (roots.includes(current) && isValidOn(at, on)) return true;
    at = tree.find((one) => one.id === parentId);
  }
  return false;
}

it('takes in what the fold of the register takes in, on every day', async () => {
  const [sample] = fc.sample(fc.tuple(offices, fc.array(entries, { minLength: SUBJECTS, maxLength: SUBJECTS })), {
    numRuns: 1,
    seed: 20261123,
  });
  const [tree, registers] = sample!;
  await stored.rows(
    `INSERT INTO office (id, code, level, parent_id, name, valid_from, valid_to, created_at)
     SELECT id, right(id::text, 1), level, parent, 'x', "from", "to", now()
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::date[], $5::date[]) AS row (id, level, parent, "from", "to")`,
    [
      tree.map(({ id }) => id),
      tree.map((_, place) => LEVELS[place] ?? 'town'),
      tree.map(({ parentId }) => parentId),
      tree.map(({ validFrom }) => validFrom),
      tree.map(({ validTo }) => validTo),
    ],
  );
  const codes = registers.map((_, n) => creditCode(n + 1));
  await stored.rows('INSERT INTO subject (code, created_at) SELECT c, now() FROM unnest($1::text[]) c', [codes]);
  for (const [place, list] of registers.entries()) {
    for (const { number, validFrom, office } of list) {
      await stored.rows(
        `INSERT INTO subject_entry (subject_id, number, valid_from, name, trade, state, office_id, recorded_at)
         SELECT id, $2, $3, 'x', 'x', 'producing', $4, now() FROM subject WHERE code = $1`,
        [codes[place], number, validFrom, office === null ? null : tree[office]?.id],
      );
    }
  }
  const filter = test.app.get(ReachFilter, { strict: false });
  const seen = new Set<number>();
  for (let n = 0; n < DAYS; n += 1) {
    const on = plusDays(FIRST, n);
    test.clock.set(`${on}T12:00:00+08:00`);
    for (const roots of [...tree.map(({ id }) => [id]), tree.slice(4, 7).map(({ id }) => id), []]) {
      const parameters: unknown[] = [];
      const condition = filter.ofSubjects({ kind: 'offices', officeIds: roots }, 's', parameters);
      const found = await test.app
        .get(DataSource)
        .query<{ code: string }[]>(`SELECT s.code FROM subject s WHERE ${condition} ORDER BY s.code`, parameters);
      const expected = codes.filter((_, place) => {
        const officeId = registerAsOf(toEntries(registers[place] ?? [], tree), on)?.officeId;
        return officeId !== undefined && isReached(officeId, roots, tree, on);
      });
      expect([on, roots, found.map(({ code }) => code)]).toEqual([on, roots, expected.sort()]);
      seen.add(expected.length);
    }
  }
  // Otherwise there would be nothing to tell apart.
  expect(seen.size).toBeGreaterThan(8);
}, 60_000);
