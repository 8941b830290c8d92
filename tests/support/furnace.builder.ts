import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RuleSet, Scenarios } from '../../src/core';
import { selectFacts } from '../../src/core/scenarios/select-facts';
import { Answer, Client } from './client';

type Fields = Readonly<Record<string, unknown>>;

export const FURNACE = 'taizhou-hailing-furnace';

const ruleSet = JSON.parse(readFileSync(join(__dirname, `../../rules/${FURNACE}/1.0.0.json`), 'utf8')) as RuleSet;

/** Facts of a compliant foundry with some changed, as an inspector enters them: without those of the register. */
export function furnaceFacts(set: Record<string, boolean | number | string | null> = {}): Fields {
  const facts = { ...selectFacts(ruleSet.scenarios as Scenarios, { base: 'compliant_machinery', set }) };
  delete facts['enterprise'];
  return facts;
}

/** All facts, those of the register included, as a scoring takes them. */
export function allFurnaceFacts(set: Record<string, boolean | number | string | null> = {}): Fields {
  return selectFacts(ruleSet.scenarios as Scenarios, { base: 'compliant_machinery', set });
}

export interface RecordedInspection {
  readonly id: string;
  readonly points: number;
  readonly findings: readonly {
    readonly id: string;
    readonly item: string;
    readonly points: number;
    readonly deadline: string;
  }[];
  readonly standing: Standing;
}

export interface Standing {
  readonly total: number;
  readonly carried: number;
  readonly forecast: boolean;
  readonly rungs: readonly { readonly code: string; readonly reached: boolean; readonly isNew: boolean }[];
  readonly measures: readonly {
    readonly id: string | null;
    readonly rung: string;
    readonly state: string;
    readonly basisChanged: boolean;
  }[];
  readonly postings: readonly {
    readonly id: string;
    readonly item: string;
    readonly state: string;
    readonly reason: string;
  }[];
}

/** The body of an inspection of a compliant foundry, with some facts changed. */
export function anInspection(
  subject: string,
  inspectedOn: string,
  facts: Fields = furnaceFacts(),
  more: Fields = {},
): Fields {
  return {
    subject,
    ruleSet: FURNACE,
    inspectedOn,
    kind: 'routine',
    office: 'town-a',
    inspectors: ['320000001', '320000002'],
    facts,
    ...more,
  };
}

let keys = 0;

/** Records an inspection under a key of its own. */
export function inspect(client: Client, body: Fields, key = `key-${(keys += 1)}`): Promise<Answer<RecordedInspection>> {
  return client.post<RecordedInspection>('/inspections', body, { headers: { 'idempotency-key': key } });
}

export async function standing(client: Client, subject: string, asOf: string, knownAt?: string): Promise<Standing> {
  const known = knownAt === undefined ? '' : `&knownAt=${encodeURIComponent(knownAt)}`;
  const path = `/subjects/${subject}/standing?ruleSet=${FURNACE}&asOf=${asOf}${known}`;
  const { status, body } = await client.get<Standing>(path);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

/** The codes of the rungs reached, and of those reached on the very day. */
export function rungsOf({ rungs }: Standing): {
  readonly reached: readonly string[];
  readonly fresh: readonly string[];
} {
  const reached = rungs.filter((rung) => rung.reached);
  return {
    reached: reached.map(({ code }) => code),
    fresh: reached.filter(({ isNew }) => isNew).map(({ code }) => code),
  };
}
