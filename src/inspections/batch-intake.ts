import { AppError } from '../common/errors/app.error';
import { Idempotency, KeptAnswer, RequestKey } from '../common/idempotency/idempotency';
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
 * re-inspection, another rectification and its pass, sent the wrong way round, need five times.
 */
const MAX_ROUNDS = 10;

/** Takes the entries of one history, each key once. Nothing is stored here. */
export class BatchIntake {
  readonly outcomes = new Map<number, EntryOutcome>();
  readonly taken: TakenRecord[] = [];
  private readonly answers = new Map<string, KeptAnswer<RecordedEntry>>();

  constructor(
    private readonly open: OpenHistory,
    private readonly idempotency: Idempotency,
  ) {}

  /** The answers to be kept under the keys of what was taken. */
  get kept(): readonly KeptAnswer<RecordedEntry>[] {
    return [...this.answers.values()];
  }

  async takeAll(placed: readonly Placed[]): Promise<void> {
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
    const { manager, subject, ruleSetId, intake } = this.open;
    const operation = `batch entry of ${subject.id} under ${ruleSetId}`;
    const content = { ...entry, subject: subject.code };
    const request: RequestKey = { operation, key: entry.key, content, path: '/key' };
    const known = this.answers.get(entry.key);
    if (known !== undefined) this.idempotency.assertSame(known.request, request);
    const kept = known?.answer ?? (await this.idempotency.answered<RecordedEntry>(manager, request));
    if (kept !== undefined) return kept;
    const record = await intake.take(toNewEntry(entry));
    this.taken.push(record);
    const answer = toRecordedEntry(record);
    this.answers.set(entry.key, { request, status: 201, answer });
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
