import { allFurnaceFacts, FURNACE, furnaceFacts } from '../../support/furnace.builder';
import { useService } from './service';

const service = useService();
const { client } = service;

interface Scoring {
  readonly ruleSet: { readonly id: string; readonly version: string; readonly hash: string };
  readonly asOf: string | null;
  readonly points: number;
  readonly pointsRange: { readonly min: number; readonly max: number };
  readonly complete: boolean;
  readonly items: readonly {
    readonly item: string;
    readonly outcome: string;
    readonly points: number;
    readonly ownPoints: number;
    readonly replacedBy: string | null;
    readonly missingFacts: readonly string[];
    readonly trace: { readonly legalBasis: readonly unknown[] };
  }[];
}

const scoring = (more: object = {}) => ({ ruleSet: FURNACE, version: '1.0.0', facts: allFurnaceFacts(), ...more });
const score = async (more: object = {}): Promise<Scoring> => {
  const { status, body } = await client.post<Scoring>('/scorings', scoring(more));
  expect(status).toBe(200);
  return body;
};
const refused = (body: unknown) => service.refused(() => client.post('/scorings', body));
const facts = (set: Parameters<typeof allFurnaceFacts>[0]) => ({ facts: allFurnaceFacts(set) });

describe('a scoring', () => {
  it('by a version answers points, identity and every item, and names no day', async () => {
    const answer = await score(facts({ 'furnaces.withLeakAlarm': 1, 'training.archiveComplete': false }));
    expect(answer).toMatchObject({ asOf: null, points: 5, pointsRange: { min: 5, max: 5 }, complete: true });
    expect(answer.ruleSet).toEqual({
      id: FURNACE,
      version: '1.0.0',
      hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    });
    expect(answer.items).toHaveLength(22);
    expect(answer.items.filter(({ points }) => points > 0).map(({ item, points }) => [item, points])).toEqual([
      ['F03', 2],
      ['F09', 3],
    ]);
  });

  it('by a day takes the version in force and answers the same', async () => {
    const byVersion = await score();
    expect(await score({ version: undefined, asOf: '2021-10-01' })).toEqual({ ...byVersion, asOf: '2021-10-01' });
  });

  it('takes facts of the register, which decide here', async () => {
    const workshop = { 'enterprise.isMetalSmelting': false, 'staff.fullTimeSafetyOfficers': 0 };
    expect((await score(facts({ ...workshop, 'enterprise.employees': 100 }))).points).toBe(0);
    expect((await score(facts({ ...workshop, 'enterprise.employees': 101 }))).points).toBe(3);
  });

  it('of incomplete facts says what is missing and what may still come', async () => {
    const answer = await score(facts({ 'site.waterZones': null }));
    expect(answer).toMatchObject({ points: 0, pointsRange: { min: 0, max: 6 }, complete: false });
    const unchecked = answer.items.filter(({ outcome }) => outcome === 'not_checked');
    expect(unchecked.map(({ item, points, missingFacts }) => [item, points, missingFacts])).toEqual([
      ['F14', 0, ['site.waterZones']],
    ]);
  });

  it('of no facts at all decides nothing', async () => {
    const answer = await score({ facts: {} });
    expect([answer.points, answer.complete, answer.pointsRange.min]).toEqual([0, false, 0]);
    expect(new Set(answer.items.map(({ outcome }) => outcome))).toEqual(new Set(['not_checked']));
  });

  it('explains every item of every base case by the declared schema', async () => {
    // Answers are checked against their schemas here; a trace that does not fit would be a 500.
    const hostile = { 'safetyDevices.failedOrOff': 1, 'furnaces.withLeakAlarm': 0, 'furnaces.withOutletTempAlarm': 0 };
    for (const set of [{}, hostile, { 'enterprise.trade': 'nonferrous' }, { 'confinedSpace.entriesCompliant': 0 }]) {
      const { items } = await score(facts(set));
      expect(items.every(({ trace }) => trace.legalBasis.length > 0)).toBe(true);
    }
    const { items } = await score(facts(hostile));
    const named = (code: string) => items.find(({ item }) => item === code);
    // F08 (6) and F09 (3) together outweigh F20 (6).
    expect(named('F20')).toMatchObject({ outcome: 'violated', points: 0, ownPoints: 6, replacedBy: 'F08' });
    expect(named('F08')).toMatchObject({ points: 6, replacedBy: null });
  });
});

describe('a scoring that cannot be', () => {
  it.each<[string, object, string]>([
    ['both version and day', { asOf: '2026-01-01' }, '422 unprocessable: version_or_day at /version'],
    ['neither', { version: undefined }, '422 unprocessable: version_or_day at /version'],
    ['an unknown rule set', { ruleSet: 'nowhere' }, '404 not_found: rule_set_unknown at /ruleSet'],
    ['an unknown version', { version: '1.0.1' }, '404 not_found: version_unknown at /version'],
    [
      'a day before any version',
      { version: undefined, asOf: '2021-09-30' },
      '422 unprocessable: no_version_in_force at /asOf',
    ],
    ['no such day', { version: undefined, asOf: '2026-02-29' }, '400 invalid_request: no_such_day at /asOf'],
    ['no facts', { facts: undefined }, '400 invalid_request: property_missing at /facts'],
    ['facts that are a list', { facts: [] }, '400 invalid_request: not_object at /facts'],
    ['an unknown property', { fact: 1 }, '400 invalid_request: property_unknown at /fact'],
    [
      'an unknown fact',
      facts({ 'furnaces.colour': 'red' }),
      '422 unprocessable: unknown_fact at /facts/furnaces/colour',
    ],
    ['a wrong type', facts({ 'furnaces.total': '2' }), '422 unprocessable: fact_type at /facts/furnaces/total'],
    [
      'a fraction of a furnace',
      facts({ 'furnaces.total': 1.5 }),
      '422 unprocessable: fact_type at /facts/furnaces/total',
    ],
    [
      'a calculated fact',
      facts({ 'staff.safetyOfficers': 1 }),
      '422 unprocessable: calculated_fact at /facts/staff/safetyOfficers',
    ],
    [
      'a value in place of a group',
      facts({ furnaces: 2 }),
      '422 unprocessable: facts_not_an_object at /facts/furnaces',
    ],
    [
      'a sum too large to calculate with',
      facts({
        'staff.fullTimeSafetyOfficers': 999_999_999_999_999,
        'staff.partTimeSafetyOfficers': 999_999_999_999_999,
      }),
      '422 unprocessable: calculated_out_of_range at /facts/staff/safetyOfficers',
    ],
  ])('is refused with %s', async (_, more, told) => {
    expect(await refused(scoring(more))).toBe(told);
  });

  it('names everything that is wrong with the facts', async () => {
    const told = await refused(scoring(facts({ 'furnaces.total': -1, 'site.waterZones': true, nothing: 1 })));
    expect(told).toBe(
      '422 unprocessable: fact_range at /facts/furnaces/total, fact_type at /facts/site/waterZones, unknown_fact at /facts/nothing',
    );
  });

  it.each(['__proto__', 'constructor', 'prototype'])('is refused with a fact called %s', async (name) => {
    const inside = `{"ruleSet":"${FURNACE}","version":"1.0.0","facts":{"furnaces":{"${name}":{"total":1}}}}`;
    expect(await refused(inside)).toBe(`400 invalid_request: key_refused at /facts/furnaces/${name}`);
    expect(({} as Record<string, unknown>)['total']).toBeUndefined();
  });
});

it('changes nothing, whether or not it succeeds', async () => {
  const before = await service.stored.everything();
  await score();
  await client.post('/scorings', scoring({ facts: furnaceFacts() }));
  expect(await service.stored.everything()).toEqual(before);
});
