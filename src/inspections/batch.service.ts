import { Injectable } from '@nestjs/common';
import { Reach } from '../access/principal';
import { AppError } from '../common/errors/app.error';
import { InvalidRequestError } from '../common/errors/invalid-request.error';
import { NotFoundError } from '../common/errors/not-found.error';
import { problemOf } from '../common/http/schema-problems';
import { lazilyCompiled } from '../common/http/schema-validator';
import { Idempotency } from '../common/idempotency/idempotency';
import { normaliseCreditCode } from '../subjects/credit-code';
import { BatchEntry, Placed } from './batch-entry';
import { BatchIntake, EntryOutcome } from './batch-intake';
import { IntakeService, OpenHistory, OpenSubject } from './intake.service';
import { NewInspection } from './new-record';
import { BATCH_ENTRY } from './schemas/batch.schema';

/** Outcomes of entries by their places in the request. */
type Outcomes = ReadonlyMap<number, EntryOutcome>;

const checkEntry = lazilyCompiled(BATCH_ENTRY);

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
  async record(reach: Reach, entries: readonly unknown[]): Promise<readonly EntryOutcome[]> {
    const outcomes = new Map<number, EntryOutcome>();
    const wellFormed = entries.flatMap((entry, place): Placed[] => {
      const errors = checkEntry(entry);
      if (errors.length === 0) return [{ place, entry: entry as BatchEntry }];
      outcomes.set(place, new InvalidRequestError(problemOf(errors, '')));
      return [];
    });
    for (const [code, placed] of groupedBy(wellFormed, ({ subject }) => normaliseCreditCode(subject))) {
      const work = (subject: OpenSubject): Promise<Outcomes> => this.recordAll(subject, placed);
      const taken = await unlessUnknown(placed, () => this.intake.onSubject(reach, code, work));
      for (const [place, outcome] of taken) outcomes.set(place, outcome);
    }
    return entries.map((_, place) => outcomes.get(place) as EntryOutcome);
  }

  /** Opens every history before it adds to any: what the request itself brings is not what was known before it. */
  private async recordAll(subject: OpenSubject, placed: readonly Placed[]): Promise<Outcomes> {
    const outcomes = new Map<number, EntryOutcome>();
    const histories: [OpenHistory, readonly Placed[]][] = [];
    for (const [ruleSetId, ofHistory] of groupedBy(placed, ({ ruleSet }) => ruleSet)) {
      const refused = await unlessUnknown(ofHistory, async () => {
        histories.push([await subject.history(ruleSetId, inspectionsIn(ofHistory)), ofHistory]);
        return new Map();
      });
      for (const [place, refusal] of refused) outcomes.set(place, refusal);
    }
    for (const [open, ofHistory] of histories) {
      const intake = new BatchIntake(open, this.idempotency);
      await intake.takeAll(ofHistory);
      await this.intake.append(open, intake.taken);
      open.writes.add(this.idempotency.keeping(intake.answers, open.now));
      for (const [place, outcome] of intake.outcomes) outcomes.set(place, outcome);
    }
    return outcomes;
  }
}

function inspectionsIn(placed: readonly Placed[]): readonly NewInspection[] {
  return placed.flatMap(({ entry }) => (entry.type === 'inspection' ? [entry] : []));
}

function groupedBy(
  placed: readonly Placed[],
  nameOf: (entry: BatchEntry) => string,
): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const name = nameOf(one.entry);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(one);
  }
  return groups;
}

/** Where the subject or the rule set is unknown, that is what every entry is answered. Anything else fails the request. */
async function unlessUnknown(placed: readonly Placed[], work: () => Promise<Outcomes>): Promise<Outcomes> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return new Map<number, AppError>(placed.map(({ place }) => [place, error]));
  }
}
