import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, EntityManager } from 'typeorm';
import { EVERYTHING } from '../../../src/access/principal';
import { civilDate } from '../../../src/core';
import { AuthorityLevel } from '../../../src/subjects/office-tree';
import { SubjectsReadModel } from '../../../src/subjects/subjects.read-model';
import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';
import { aSubject, aTown, creditCode, setUpOffices } from '../../support/register.builder';
import { Office } from '../../../src/subjects/office.entity';

const database = useTestDatabase({ withRules: true });
const test = useTestApp(database);

const readModel = (): SubjectsReadModel => test.app.get(SubjectsReadModel, { strict: false });
const dataSource = (): DataSource => test.app.get(DataSource);
const DAY = civilDate('2026-06-15');

beforeAll(async () => {
  await setUpOffices(test.client);
  await test.client.post('/offices', aTown('park-a', { level: 'park', validTo: '2026-01-01' }));
  await test.client.post('/subjects', aSubject(1));
});

describe('the register as other features read it', () => {
  it('finds a subject by its code, and its entries', async () => {
    const { manager } = dataSource();
    const subject = await readModel().byCode(manager, EVERYTHING, creditCode(1).toLowerCase());
    expect(subject).toEqual({ id: expect.any(String) as unknown, code: creditCode(1) });
    expect(await readModel().entries(manager, subject?.id ?? '')).toMatchObject([{ number: 1, trade: 'machinery' }]);
    expect(await readModel().byCode(manager, EVERYTHING, creditCode(2))).toBeUndefined();
  });

  it('lets one transaction at a time have a subject', async () => {
    const order: string[] = [];
    let second: Promise<unknown> | undefined;
    const lock = (manager: EntityManager) => readModel().lockByCode(manager, EVERYTHING, creditCode(1));
    await dataSource().transaction(async (manager) => {
      await lock(manager);
      second = dataSource().transaction(async (other) => {
        await lock(other);
        order.push('second');
      });
      await sleep(200);
      order.push('first');
    });
    await second;
    expect(order).toEqual(['first', 'second']);
  });

  it('knows the offices of some codes with their days of validity', async () => {
    const offices = await readModel().officesByCode(dataSource().manager, EVERYTHING, ['town-a', 'park-a', 'nowhere']);
    const days = [...offices].map(([code, { validFrom, validTo }]) => [code, validFrom, validTo]).sort();
    expect(days).toEqual([
      ['park-a', '2021-01-01', '2026-01-01'],
      ['town-a', '2021-01-01', null],
    ]);
  });

  it.each<[string, AuthorityLevel, string | undefined]>([
    ['town-a', 'local_office', 'town-a'],
    ['town-a', 'bureau', 'bureau'],
    ['town-a', 'jurisdiction', 'district'],
    ['bureau', 'bureau', 'bureau'],
    ['bureau', 'local_office', undefined],
    ['district', 'bureau', undefined],
    ['park-a', 'local_office', undefined],
    ['park-a', 'bureau', 'bureau'],
  ])('of office %s names the %s: %s', async (code, level, expected) => {
    const { manager } = dataSource();
    const office = await manager.findOneByOrFail(Office, { code });
    expect((await readModel().officeAtLevel(manager, office.id, level, DAY))?.code).toBe(expected);
  });
});
