import { AuditBreak, AuditReport } from '../../audit/verification/audit-break';
import { Head } from '../../audit/verification/chain-check';
import { verifyAudit } from '../../audit/verification/verify-audit';
import { UsageError } from '../errors';
import { readJson } from '../load';
import { Answer, FAULTY_INPUT, FINE, Settings, toJson } from '../output';
import { readDatabase } from '../read-database';
import { renderTable } from '../tables';
import { fill, Words } from '../texts';
import { BREAKS } from '../texts/audit.labels';

export interface AuditVerifyOptions {
  readonly heads?: string;
}

/** `audit verify`: whether everything in the database is as it was stored; the first break of each chain otherwise. */
export async function auditVerify({ heads }: AuditVerifyOptions, { words, json }: Settings): Promise<Answer> {
  const noted = heads === undefined ? new Map<string, Head>() : readHeads(heads);
  const report = await readDatabase((source) => verifyAudit(source, noted));
  const exitCode = report.breaks.length > 0 ? FAULTY_INPUT : FINE;
  return { stdout: json ? toJson(forPrograms(report, words)) : forPeople(report, words), exitCode };
}

/** The heads in the answer of an earlier run. */
function readHeads(file: string): ReadonlyMap<string, Head> {
  const { chains } = (readJson(file) ?? {}) as { readonly chains?: unknown };
  const fits = Array.isArray(chains) && chains.every(isChain);
  if (!fits) throw new UsageError('no_heads', { file });
  return new Map(chains.map(({ jurisdiction, events, head }) => [jurisdiction, { number: events, hash: head }]));
}

function isChain(
  value: unknown,
): value is { readonly jurisdiction: string; readonly events: number; readonly head: string } {
  const { jurisdiction, events, head } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof jurisdiction === 'string' && Number.isSafeInteger(events) && typeof head === 'string';
}

function forPrograms(report: AuditReport, words: Words): unknown {
  const breaks = report.breaks.map((one) => ({ ...one, message: wordsOf(one, words) }));
  return { whole: breaks.length === 0, ...report, breaks };
}

function forPeople({ chains, versions, records, breaks }: AuditReport, words: Words): string {
  const chainTable = renderTable(
    [
      { head: words.say('chainOf') },
      { head: words.say('events'), align: 'right' },
      { head: words.say('head'), most: 71 },
    ],
    chains.map(({ jurisdiction, events, head }) => [
      jurisdiction === '*' ? words.say('noJurisdiction') : jurisdiction,
      String(events),
      words.orDash(head ?? undefined),
    ]),
  );
  const others = `${words.say('verifiedOthers', { versions, records })}\n`;
  if (breaks.length === 0) return `${chainTable}${others}${words.say('whole')}\n`;
  return `${chainTable}${others}${breakTable(breaks, words)}${words.say('broken', { count: breaks.length })}\n`;
}

function breakTable(breaks: readonly AuditBreak[], words: Words): string {
  const number = (value: number | undefined): string => words.orDash(value === undefined ? undefined : String(value));
  return renderTable(
    [
      { head: words.say('chainOf') },
      { head: words.say('number'), align: 'right' },
      { head: words.say('eventId'), align: 'right' },
      { head: words.say('breakAt'), most: 36 },
      { head: words.say('differs'), most: 71 },
    ],
    breaks.map((one) => [
      words.orDash(one.jurisdiction),
      number(one.number),
      number(one.eventId),
      words.orDash(one.entity),
      wordsOf(one, words),
    ]),
  );
}

function wordsOf({ code, number = 0, what = '', expected = '', found = '' }: AuditBreak, words: Words): string {
  return fill(words.term(BREAKS, code), { number, what, expected, found });
}
