import { isDeepStrictEqual } from 'node:util';
import { useTestApp, TestApp, TestAppOptions } from '../../support/app';
import { Answer, refusal } from '../../support/client';
import { TestDatabase, useTestDatabase } from '../../support/database';
import { anInspection, FURNACE, furnaceFacts, inspect, RecordedInspection } from '../../support/furnace.builder';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';
import { Stored, useStored } from '../../support/stored';
import { asAdmin, TEST_SERVER, TestServer } from '../../support/test-server';

type Fields = Readonly<Record<string, unknown>>;
type Facts = Record<string, boolean | number | string | null>;

export const SHANGHAI = '+08:00';

/** A service with offices, and what its tests do over and over again. */
export interface Service extends TestApp {
  readonly database: TestDatabase;
  readonly stored: Stored;
  /** Sets the clock to nine in the morning of a day. */
  on(day: string): void;
  /** Enters an enterprise into the register; answers its code. */
  register(n: number, more?: Fields): Promise<string>;
  /** Records an inspection that finds what is set. */
  inspected(subject: string, day: string, set?: Facts): Promise<RecordedInspection>;
  /** Sends what must be taken; answers the body. */
  taken<T = Recorded>(path: string, body: object): Promise<T>;
  /** Sends what must be refused without changing anything; answers the refusal in short. */
  refused(send: () => Promise<Answer>): Promise<string>;
}

export interface Recorded {
  readonly id: string;
  readonly standing: RecordedInspection['standing'];
}

export function useService(options: TestAppOptions = {}): Service {
  const database = useTestDatabase({ withRules: true });
  const app = useTestApp(database, options);
  const stored = useStored(database);
  const { client, clock } = app;
  beforeAll(() => setUpOffices(client));

  const created = async <T>(answer: Promise<Answer>): Promise<T> => {
    const { status, body } = await answer;
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as T;
  };
  return {
    ...{ client, clock, log: app.log, database, stored },
    get app() {
      return app.app;
    },
    on: (day) => clock.set(`${day}T09:00:00${SHANGHAI}`),
    register: async (n, more) => {
      await created(client.post('/subjects', aSubject(n, more)));
      return creditCode(n);
    },
    inspected: (subject, day, set = {}) => created(inspect(client, anInspection(subject, day, furnaceFacts(set)))),
    taken: (path, body) => created(client.post(path, body)),
    refused: async (send) => {
      const before = await stored.everything();
      const answer = await send();
      expect(changedTables(before, await stored.everything())).toEqual([]);
      return refusal(answer);
    },
  };
}

/** Asks the server as a superuser, who sees the connections of everybody. */
function asSuperuser<T extends object>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
  const { adminUrl } = JSON.parse(process.env[TEST_SERVER] ?? '') as TestServer;
  return asAdmin(adminUrl, async (admin) => (await admin.query<T>(sql, [...parameters])).rows);
}

async function databaseName({ rows }: Stored): Promise<string | undefined> {
  return (await rows<{ name: string }>('SELECT current_database() AS name'))[0]?.name;
}

/** Waits until so many connections of the service wait for a lock. */
export async function untilLocked(stored: Stored, count: number): Promise<void> {
  const database = await databaseName(stored);
  const waiting = `SELECT pid FROM pg_stat_activity
    WHERE datname = $1 AND usename = 'jifen_service' AND wait_event_type = 'Lock'`;
  while ((await asSuperuser(waiting, [database])).length < count);
}

/** Ends the connections of the service, of those that wait for a lock or of all; answers how many. */
export async function endConnections(stored: Stored, which: 'waiting' | 'all'): Promise<number> {
  const ended = await asSuperuser(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = $1 AND usename = 'jifen_service' AND ($2 OR wait_event_type = 'Lock')`,
    [await databaseName(stored), which === 'all'],
  );
  return ended.length;
}

/** Runs work while somebody else holds the row of an enterprise. */
export async function holding(stored: Stored, code: string, work: () => Promise<void>): Promise<void> {
  const holder = stored.dataSource.createQueryRunner();
  await holder.startTransaction();
  try {
    await holder.query('SELECT 1 FROM subject WHERE code = $1 FOR UPDATE', [code]);
    await work();
  } finally {
    await holder.rollbackTransaction();
    await holder.release();
  }
}

/** The names of the tables of which a row was added, changed or removed. */
export function changedTables(before: unknown, after: unknown): readonly string[] {
  const [were, are] = [before, after] as readonly Readonly<Record<string, unknown>>[];
  return Object.keys(are ?? {}).filter((table) => !isDeepStrictEqual(were?.[table], are?.[table]));
}

/** The id of the finding of an item. */
export function findingOf({ standing }: Pick<Recorded, 'standing'>, item: string): string {
  const found = standing.postings.findLast((posting) => posting.item === item);
  if (found === undefined) throw new Error(`no finding of ${item}`);
  return found.id;
}

/** Items with their states and reasons. */
export const statesOf = ({ postings }: RecordedInspection['standing']): readonly string[] =>
  postings.map(({ item, state, reason }) => `${item} ${state} ${reason}`);

export interface BatchAnswer {
  readonly recorded: number;
  readonly refused: number;
  readonly answers: readonly {
    readonly key: string | null;
    readonly status: number;
    readonly id: string | null;
    readonly findings: readonly { readonly id: string; readonly item: string }[];
    readonly problem: {
      readonly detail: string;
      readonly errors: readonly { readonly code: string; readonly path: string }[];
    } | null;
  }[];
}

/** What every entry was answered: its status, or the problem. */
export const outcomesOf = ({ answers }: BatchAnswer): readonly string[] =>
  answers.map(({ status, problem }) =>
    problem === null
      ? String(status)
      : `${status} ${problem.errors.map(({ code, path }) => `${code} at ${path || '/'}`).join(', ')}`,
  );

/** Entries of a batch about one enterprise. */
export function entriesOf(subject: string) {
  const head = (type: string, key: string, known?: string): Fields => ({
    ...{ type, key, subject, ruleSet: FURNACE },
    ...(known === undefined ? {} : { knownAt: known }),
  });
  const about = (inspection: string, item: string) => ({ finding: { inspection, item } });
  return {
    inspection(key: string, day: string, set: Facts = {}, known?: string): Fields {
      const { subject: _, ruleSet: __, ...rest } = anInspection(subject, day, furnaceFacts(set));
      return { ...head('inspection', key, known), ...rest };
    },
    rectification: (key: string, inspection: string, item: string, completedOn: string, known?: string): Fields => ({
      ...head('rectification', key, known),
      ...about(inspection, item),
      completedOn,
    }),
    reInspection(
      key: string,
      inspection: string,
      item: string,
      inspectedOn: string,
      known?: string,
      passed = true,
    ): Fields {
      return { ...head('re_inspection', key, known), ...about(inspection, item), inspectedOn, passed };
    },
    extension: (key: string, inspection: string, item: string, decidedOn: string, newDeadline: string): Fields => ({
      ...head('extension', key),
      ...about(inspection, item),
      ...{ decidedOn, newDeadline, reason: '设备到货延迟' },
    }),
    annulment(key: string, annuls: Fields, decidedOn: string, known?: string, more: Fields = {}): Fields {
      return { ...head('annulment', key, known), annuls, decidedOn, reason: '复核', ...more };
    },
  };
}
