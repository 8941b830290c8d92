import { AppError } from '../common/errors/app.error';
import { answerTo, EarlierAnswer, Idempotency, NewAnswer, RequestKey } from '../common/idempotency/idempotency';
import { contentHash } from '../core';
import { BatchEntry, inOrder, Placed, toNewEntry } from './batch-entry';
import { TakenRecord } from './history-intake';
import { OpenHistory } from './intake.service';

/** What became of an entry: recorded, recorded before, or refused. */
export type EntryOutcome = RecordedEntry | AppError;

export interface RecordedEntry {
  readonly id: string;
  readonly findings: readonly { readonly id: string; readonly item: string }[];
}

/**
 * How often entries of one day that became known together are gone through. An inspection, its rectification, a failed
 * re-inspection, another rectification and its pass, sent the wrong way round, need three times.
 */
const MAX_ROUNDS = 4;

/** Takes the entries of one history, each key once. Nothing is stored here. */
export class BatchIntake {
  readonly outcomes = new Map<number, EntryOutcome>();
  readonly taken: TakenRecord[] = [];
  /** The answers to be kept under the keys of what was taken. */
  readonly answers: NewAnswer[] = [];
  private readonly operation: string;
  private earlier = new Map<string, EarlierAnswer<RecordedEntry>>();

  constructor(
    private readonly open: OpenHistory,
    private readonly idempotency: Idempotency,
  ) {
    this.operation = `batch entry of ${open.subject.id} under ${open.ruleSetId}`;
  }

  async takeAll(placed: readonly Placed[]): Promise<void> {
    const keys = placed.map(({ entry }) => entry.key);
    this.earlier = await this.idempotency.earlier(this.open.manager, this.operation, keys);
    for (const group of inOrder(placed, this.open)) await this.takeTogether(group);
  }

  /** Of entries that nothing puts in order, one that was refused may only have come before what it is about. */
  private async takeTogether(group: readonly Placed[]): Promise<void> {
    let waiting = group;
    for (let round = 1; round <= MAX_ROUNDS; round++) {
      for (const one of waiting) this.outcomes.set(one.place, await this.outcomeOf(one.entry));
      const refused = waiting.filter(({ place }) => this.outcomes.get(place) instanceof AppError);
      if (refused.length === waiting.length) return;
      waiting = refused.filter(({ entry }) => entry.type !== 'inspection');
    }
  }

  private async outcomeOf(entry: BatchEntry): Promise<EntryOutcome> {
    try {
      return await this.recordedOnce(entry);
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }

  private async recordedOnce(entry: BatchEntry): Promise<RecordedEntry> {
    const hash = contentHash({ ...entry, subject: this.open.subject.code });
    const request: RequestKey = { operation: this.operation, key: entry.key, contentHash: hash, path: '/key' };
    const before = answerTo(this.earlier.get(entry.key), request);
    if (before !== undefined) return before;
    const record = await this.open.intake.take(toNewEntry(entry));
    const answer = toRecordedEntry(record);
    this.taken.push(record);
    this.answers.push({ request, status: 201, answer });
    this.earlier.set(entry.key, { contentHash: hash, answer });
    return answer;
  }
}

function toRecordedEntry({ id, inspection }: TakenRecord): RecordedEntry {
  const violations = inspection?.violations ?? [];
  return {
    id,
    findings: violations.map(({ item }, place) => ({ id: inspection?.findingIds[place] ?? '', item })),
  };
}
