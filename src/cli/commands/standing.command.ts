import {
  CivilDate,
  foldHistory,
  HistoryDocument,
  HistoryRecord,
  KnownAt,
  parseCivilDate,
  parseKnownAt,
  readHistory,
  RuleSet,
} from '../../core';
import { about, UsageError } from '../errors';
import { readHistoryFile } from '../load';
import { loadRules, Rules } from '../load-rules';
import { Answer, FINE, noticesOf, Settings, toJson } from '../output';
import { standingForPeople } from '../standing-tables';

export interface StandingOptions {
  readonly ruleSet: string;
  readonly history: string;
  readonly asOf: string;
  readonly knownAt?: string;
}

/** `standing`: the standing of a subject as of a day, as known at an instant. */
export async function standing(options: StandingOptions, { words, json }: Settings): Promise<Answer> {
  const asOf = readDay('--as-of', options.asOf);
  const rules = await loadRules(options.ruleSet, asOf);
  const { timeZone } = rules.asOf.ruleSet;
  const knownAt = options.knownAt === undefined ? undefined : readInstant('--known-at', options.knownAt, timeZone);
  const document = readHistoryFile(options.history);
  const records = await about(options.history, () => readHistory(document.records, rules.rulesFor, timeZone));
  const folded = foldHistory({ records, rules: rules.asOf, asOf, ...(knownAt === undefined ? {} : { knownAt }) });
  if (json) return { stdout: toJson(folded), exitCode: FINE };
  const subject = subjectOf(document);
  const told = { standing: folded, ruleSet: rules.asOf.ruleSet, records, subject, knownAt: options.knownAt };
  return { stdout: `${noticesOf(used(rules, records), words)}${standingForPeople(told, words)}`, exitCode: FINE };
}

function subjectOf({ subject }: HistoryDocument): string {
  return subject === undefined ? '—' : [subject.code, subject.name ?? ''].join(' ').trim();
}

/** Every version that had a part in the standing. */
function used(rules: Rules, records: readonly HistoryRecord[]): readonly RuleSet[] {
  const scoring = records.flatMap((record) => (record.type === 'inspection' ? [record.rules.ruleSet] : []));
  return [...new Set([rules.asOf.ruleSet, ...scoring])];
}

function readDay(option: string, value: string): CivilDate {
  const day = parseCivilDate(value);
  if (day === undefined) throw new UsageError('bad_day', { option, value });
  return day;
}

function readInstant(option: string, value: string, timeZone: string): KnownAt {
  const instant = parseKnownAt(value, timeZone);
  if (instant === undefined) throw new UsageError('bad_instant', { option, value });
  return instant;
}
