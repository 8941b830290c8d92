import { Injectable } from '@nestjs/common';
import { AppError } from '../common/errors/app.error';
import { InvalidRequestError } from '../common/errors/invalid-request.error';
import { problemOf } from '../common/http/schema-problems';
import { compileSchema } from '../common/http/schema-validator';
import { toAppError } from '../common/http/to-app-error';
import { Idempotency, RequestKey } from '../common/idempotency/idempotency';
import { KnownAt, parseKnownAt } from '../core';
import { normaliseCreditCode } from '../subjects/credit-code';
import { TakenRecord } from './history-intake';
import { IntakeService, OpenHistory } from './intake.service';
import { NewRecord } from './new-record';
import { BATCH_ENTRY } from './schemas/batch.schema';

/** An entry of the right form. */
type Entry = NewRecord & {
  readonly key: string;
  readonly subject: string;
  readonly ruleSet: string;
  readonly knownAt?: string;
};

/** What became of an entry: recorded, recorded before, or refused. */
export type EntryOutcome = KeptEntry | AppError;

export interface KeptEntry {
  readonly id: string;
  readonly findings: readonly { readonly id: string; readonly item: string }[];
}

interface Placed {
  readonly place: number;
  readonly entry: Entry;
}

const checkEntry = compileSchema(BATCH_ENTRY);

/** Takes many records at once, such as the past of another system. */
@Injectable()
export class BatchService {
  constructor(
    private readonly intake: IntakeService,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Takes every entry that can be taken, each subject's in one transaction, in the order in which they became known.
   * An entry sent again under its key is answered as before and recorded once.
   * @returns an outcome for each entry, in the order given
   */
  async record(entries: readonly unknown[]): Promise<readonly EntryOutcome[]> {
    const outcomes = new Map<number, EntryOutcome>();
    const histories = new Map<string, Placed[]>();
    entries.forEach((entry, place) => {
      const errors = checkEntry(entry);
      if (errors.length > 0) {
        outcomes.set(place, new InvalidRequestError(problemOf(errors, '')));
        return;
      }
      const placed = { place, entry: entry as Entry };
      const history = JSON.stringify([normaliseCreditCode(placed.entry.subject), placed.entry.ruleSet]);
      histories.set(history, [...(histories.get(history) ?? []), placed]);
    });
    for (const [history, placed] of histories) {
      const [subject, ruleSet] = JSON.parse(history) as [string, string];
      const taken = await this.recordHistory(subject, ruleSet, placed);
      for (const [place, outcome] of taken) outcomes.set(place, outcome);
    }
    return entries.map((_, place) => outcomes.get(place) as EntryOutcome);
  }

  private async recordHistory(
    subject: string,
    ruleSet: string,
    placed: readonly Placed[],
  ): Promise<ReadonlyMap<number, EntryOutcome>> {
    try {
      return await this.intake.onHistory(subject, ruleSet, (open) => this.takeAll(open, placed));
    } catch (error) {
      // The subject or the rule set is unknown: that is what every entry is answered. Anything else fails the request.
      const refusal = toAppError(error);
      if (refusal.status !== 404) throw error;
      return new Map(placed.map(({ place }) => [place, refusal]));
    }
  }

  private async takeAll(open: OpenHistory, placed: readonly Placed[]): Promise<ReadonlyMap<number, EntryOutcome>> {
    const outcomes = new Map<number, EntryOutcome>();
    const taken: TakenRecord[] = [];
    const answers = new Map<
      string,
      { readonly request: RequestKey; readonly status: number; readonly answer: KeptEntry }
    >();
    for (const { place, entry } of inOrder(placed, open)) {
      try {
        const request = requestKey(open, entry);
        const known = answers.get(entry.key);
        if (known !== undefined) this.idempotency.assertSame(known.request, request);
        const kept = known?.answer ?? (await this.idempotency.answered<KeptEntry>(open.manager, request));
        if (kept !== undefined) {
          outcomes.set(place, kept);
          continue;
        }
        const record = await open.intake.take(toNewEntry(entry));
        taken.push(record);
        const answer = keptEntry(record);
        answers.set(entry.key, { request, status: 201, answer });
        outcomes.set(place, answer);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        outcomes.set(place, error);
      }
    }
    await this.intake.append(open, taken);
    await this.idempotency.keep(open.manager, [...answers.values()], open.now);
    return outcomes;
  }
}

/** By when they became known, then day, then their order in the request. */
function inOrder(placed: readonly Placed[], { timeZone, now }: OpenHistory): readonly Placed[] {
  const knownAt = ({ entry }: Placed): KnownAt =>
    (entry.knownAt === undefined ? undefined : parseKnownAt(entry.knownAt, timeZone)) ?? now;
  const day = ({ entry }: Placed): string =>
    'inspectedOn' in entry ? entry.inspectedOn : 'completedOn' in entry ? entry.completedOn : entry.decidedOn;
  return [...placed].sort((a, b) => {
    const [dayA, dayB] = [day(a), day(b)];
    return knownAt(a) - knownAt(b) || (dayA < dayB ? -1 : dayA > dayB ? 1 : a.place - b.place);
  });
}

function requestKey({ subject, ruleSetId }: OpenHistory, entry: Entry): RequestKey {
  const operation = `batch entry of ${subject.id} under ${ruleSetId}`;
  return { operation, key: entry.key, content: entry, path: '/key' };
}

function toNewEntry(entry: Entry) {
  const { key, subject: _subject, ruleSet: _ruleSet, knownAt, ...record } = entry;
  return { key, record, ...(knownAt === undefined ? {} : { knownAt }) };
}

function keptEntry({ id, inspection }: TakenRecord): KeptEntry {
  const violations = inspection?.violations ?? [];
  return {
    id,
    findings: violations.map(({ item }, place) => ({ id: inspection?.findingIds[place] ?? '', item })),
  };
}
