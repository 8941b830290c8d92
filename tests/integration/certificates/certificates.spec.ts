import { verifyCertificate } from '../../../src/core';
import { Certificate } from '../../../src/core/certificate/certificate.types';
import { refusal } from '../../support/client';
import { FURNACE } from '../../support/furnace.builder';
import { creditCode } from '../../support/register.builder';
import { entriesOf, findingOf, useService } from '../inspections/service';

const service = useService();
const { client, stored } = service;
const LEAK = { 'furnaces.withLeakAlarm': 1 };

type OfKind<K extends Certificate['kind']> = Extract<Certificate, { kind: K }>;

interface Issued<C> {
  readonly text: string;
  readonly certificate: C;
}

/** The answer to the byte, and what it says. */
async function issued<C extends Certificate>(path: string): Promise<Issued<C>> {
  const { status, text, headers } = await client.text(path);
  if (status !== 200) throw new Error(text);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  return { text, certificate: JSON.parse(text) as C };
}

const ofInspection = (id: string) => issued<OfKind<'inspection'>>(`/inspections/${id}/certificate`);
const ofStanding = (subject: string, query = '') =>
  issued<OfKind<'standing'>>(`/subjects/${subject}/standing/certificate?ruleSet=${FURNACE}${query}`);

const keys = async (): Promise<ReadonlySet<string>> => {
  const { body } = await client.get<{ items: readonly { id: string; current: boolean }[] }>('/keys');
  return new Set(body.items.filter(({ current }) => current).map(({ id }) => id));
};

const expectValid = async (text: string): Promise<void> => {
  const verified = await verifyCertificate(text, await keys());
  expect(verified.checks.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
  expect(verified).toMatchObject({ valid: true, trusted: true });
};

describe('the certificate of an inspection', () => {
  it('verifies by the published key, and says what was recorded', async () => {
    const subject = await service.register(1);
    const { id } = await service.inspected(subject, '2026-06-12', LEAK);
    const { text, certificate } = await ofInspection(id);
    await expectValid(text);
    expect(certificate).toMatchObject({
      kind: 'inspection',
      issuedAt: '2026-06-15T01:00:00.000Z',
      issuer: { product: 'jifen' },
      subject,
      inspection: {
        id,
        inspectedOn: '2026-06-12',
        kind: 'routine',
        office: 'town-a',
        inspectors: ['320000001', '320000002'],
      },
      annulled: { inspection: false, items: [] },
      ruleSet: { id: FURNACE, version: '1.0.0', content: { id: FURNACE } },
      facts: { enterprise: { employees: 86 }, furnaces: { withLeakAlarm: 1 } },
      result: { points: 3, complete: true },
    });
  });

  it('is JSON, which no cache keeps', async () => {
    const { id } = await service.inspected(await service.register(6), '2026-06-12', LEAK);
    const { headers } = await client.get(`/inspections/${id}/certificate`);
    const told = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
    expect(headers).toMatchObject(told);
  });

  it('names the link of its record, and the hash of facts that the record has in the audit', async () => {
    const subject = await service.register(2);
    const { id } = await service.inspected(subject, '2026-06-12');
    const { link, factsHash } = (await ofInspection(id)).certificate;
    const rows = await stored.rows(
      `SELECT l.jurisdiction, l.number, l.hash, e.after ->> 'factsHash' AS "factsHash"
         FROM audit_link l JOIN audit_event e ON e.id = l.event_id WHERE e.entity_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ ...link, factsHash }]);
  });

  it('says what was annulled of it', async () => {
    const subject = await service.register(3);
    const inspection = await service.inspected(subject, '2026-06-12', { ...LEAK, 'site.waterZones': 1 });
    const annulment = { decidedOn: '2026-06-14', reason: '复核' };
    await service.taken(`/findings/${findingOf(inspection, 'F14')}/annulment`, annulment);
    const partly = await ofInspection(inspection.id);
    expect(partly.certificate).toMatchObject({
      annulled: { inspection: false, items: ['F14'] },
      result: { points: 9 },
    });
    await service.taken(`/records/${inspection.id}/annulment`, annulment);
    const wholly = await ofInspection(inspection.id);
    expect(wholly.certificate.annulled).toEqual({ inspection: true, items: ['F14'] });
    await expectValid(wholly.text);
  });

  it('is refused where what is stored is not what scoring comes to', async () => {
    const subject = await service.register(4);
    const { id } = await service.inspected(subject, '2026-06-12', LEAK);
    const result = (points: number) =>
      stored.rows(
        `ALTER TABLE inspection DISABLE TRIGGER USER;
         UPDATE inspection SET result = jsonb_set(result, '{points}', '${points}') WHERE id = '${id}';
         ALTER TABLE inspection ENABLE TRIGGER USER`,
      );
    await result(2);
    expect((await client.get(`/inspections/${id}/certificate`)).status).toBe(500);
    await result(3);
    await expectValid((await ofInspection(id)).text);
  });

  it('is not there where the inspection is not, or is out of reach', async () => {
    const subject = await service.register(5);
    const { id } = await service.inspected(subject, '2026-06-12');
    const nothing = await client.get('/inspections/00000000-0000-4000-8000-000000000000/certificate');
    const other = {
      permissions: ['certificates.read'],
      reach: { kind: 'subject', subjectCode: creditCode(1) },
    } as const;
    expect(refusal(nothing)).toBe('404 not_found: record_unknown at /path/id');
    expect(refusal(await client.as(other).get(`/inspections/${id}/certificate`))).toBe(refusal(nothing));
    const own = client.as({ ...other, reach: { kind: 'subject', subjectCode: subject } });
    expect((await own.get(`/inspections/${id}/certificate`)).status).toBe(200);
    const without = client.as({ ...other, permissions: ['inspections.read'] });
    expect((await without.get(`/inspections/${id}/certificate`)).status).toBe(403);
  });
});

describe('the certificate of a standing', () => {
  const batch = entriesOf(creditCode(20));

  beforeAll(async () => {
    await service.register(20);
    const entries = [
      batch.inspection('a', '2025-11-12', { ...LEAK, 'training.archiveComplete': false }, '2025-11-12T15:00:00+08:00'),
      batch.extension('b', 'a', 'F09', '2025-11-28', '2025-12-19'),
      batch.rectification('c', 'a', 'F09', '2025-12-05', '2026-01-05T10:00:00+08:00'),
      batch.reInspection('d', 'a', 'F09', '2025-12-10', '2026-01-06T10:00:00+08:00'),
      batch.inspection('e', '2026-03-05', { 'site.waterZones': 1 }, '2026-03-05T15:00:00+08:00'),
      batch.annulment('f', { finding: { inspection: 'e', item: 'F14' } }, '2026-03-20', '2026-03-20T10:00:00+08:00'),
    ].map((one) => ({ ...one, ...('knownAt' in one ? {} : { knownAt: '2025-11-28T10:00:00+08:00' }) }));
    const { status, body } = await client.post('/inspections/batch', { entries });
    expect([status, body]).toMatchObject([200, { recorded: 6, refused: 0 }]);
  });

  it.each([
    ['2026-03-10', '2026-03-19', 11, 5],
    ['2026-03-10', '2026-03-20', 5, 6],
    ['2026-10-01', '2026-06-14', 2, 6],
    ['2025-12-31', '2026-01-05T09:00:00+08:00', 5, 2],
    ['2025-11-01', '2025-11-01', 0, 0],
  ])('as of %s, as known at %s, is for %i points and %i records', async (asOf, knownAt, total, records) => {
    const query = `&asOf=${asOf}&knownAt=${encodeURIComponent(knownAt)}`;
    const { text, certificate } = await ofStanding(creditCode(20), query);
    await expectValid(text);
    const { body } = await client.get(`/subjects/${creditCode(20)}/standing?ruleSet=${FURNACE}${query}`);
    expect(body).toMatchObject({ asOf, total, knownAt: certificate.knownAt });
    expect(certificate).toMatchObject({ asOf, inForce: '1.0.0', result: { total, asOf } });
    expect(certificate.history).toHaveLength(records);
  });

  it('is as known now without a knownAt, and hands out no notes, reasons or names', async () => {
    const { text, certificate } = await ofStanding(creditCode(20));
    await expectValid(text);
    expect(certificate).toMatchObject({
      asOf: '2026-06-15',
      knownAt: '2026-06-15T01:00:00.000Z',
      result: { total: 2 + 3 },
    });
    const history = JSON.stringify(certificate.history);
    for (const told of ['设备到货延迟', '复核', '320000001', 'town-a']) expect(history.includes(told)).toBe(false);
  });

  it('verifies for an enterprise of which nothing is on record', async () => {
    await service.register(21);
    const { text, certificate } = await ofStanding(creditCode(21));
    await expectValid(text);
    expect(certificate).toMatchObject({ link: null, history: [], result: { total: 0 } });
  });

  it('is refused as a standing is', async () => {
    const refused = async (path: string) => refusal(await client.get(`/subjects/${path}`));
    const unknown = `${creditCode(99)}/standing/certificate?ruleSet=${FURNACE}`;
    expect(await refused(unknown)).toBe('404 not_found: subject_unknown at /path/code');
    const path = `${creditCode(20)}/standing/certificate?ruleSet=`;
    expect(await refused(`${path}none`)).toBe('404 not_found: rule_set_unknown at /query/ruleSet');
    expect(await refused(`${path}${FURNACE}&asOf=2020-01-01`)).toBe(
      '422 unprocessable: no_version_in_force at /query/asOf',
    );
    expect(await refused(`${path}${FURNACE}&knownAt=2027-01-01`)).toBe(
      '422 unprocessable: future_instant at /query/knownAt',
    );
  });

  it('fails once a byte of it is changed', async () => {
    const { text } = await ofStanding(creditCode(20));
    for (let place = 7; place < text.length; place += Math.ceil(text.length / 60)) {
      const changed = `${text.slice(0, place)}${text[place] === '1' ? '2' : '1'}${text.slice(place + 1)}`;
      expect((await verifyCertificate(changed, await keys())).valid).toBe(false);
    }
  }, 60_000);
});
