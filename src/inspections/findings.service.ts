import { Injectable } from '@nestjs/common';
import { Reach } from '../access/principal';
import { NotFoundError } from '../common/errors/not-found.error';
import { problemIn } from '../common/errors/worded-problem';
import { Idempotency } from '../common/idempotency/idempotency';
import { contentHash, dayOf, FindingReference } from '../core';
import { presentStanding, PresentedStanding } from '../standings/presenters/standing.presenter';
import { StandingsReader } from '../standings/standings.reader';
import { INSPECTIONS_MESSAGES } from './inspections.messages';
import { historyAfter } from './inspections.service';
import { IntakeService } from './intake.service';
import { NewRecord } from './new-record';
import { Belonging, RecordsReadModel } from './records.read-model';

/** A record as taken, with the standing as of today; null where no version of the rule set is in force any more. */
export interface Recorded {
  readonly id: string;
  readonly standing: PresentedStanding | null;
}

/** Records what becomes of findings and records once they are made. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly intake: IntakeService,
    private readonly records: RecordsReadModel,
    private readonly idempotency: Idempotency,
    private readonly standings: StandingsReader,
  ) {}

  /**
   * Takes a record about a finding.
   * @param make the record, given how the ledger names the finding
   * @param key where the request has one; it is bound to the finding
   */
  async aboutFinding(
    reach: Reach,
    id: string,
    make: (finding: FindingReference) => NewRecord,
    key: string | undefined,
  ): Promise<Recorded> {
    const found = await this.records.ofFinding(reach, id);
    if (found === undefined) throw unknown('finding_unknown', id);
    return this.record(reach, found, make(found.finding), `finding ${found.id}`, key);
  }

  /** Annuls a record: what it says never counted. */
  async annulRecord(
    reach: Reach,
    id: string,
    annulment: { readonly decidedOn: string; readonly reason: string; readonly replacedBy?: string | undefined },
    key: string | undefined,
  ): Promise<Recorded> {
    const found = await this.records.ofRecord(reach, id);
    if (found === undefined) throw unknown('record_unknown', id);
    const { decidedOn, reason, replacedBy } = annulment;
    const replacement = replacedBy === undefined ? {} : { replacedBy: replacedBy.toLowerCase() };
    const record = { type: 'annulment', annuls: { record: found.id }, decidedOn, reason, ...replacement } as const;
    return this.record(reach, found, record, `record ${found.id}`, key);
  }

  private record(
    reach: Reach,
    { subject: code, ruleSet }: Belonging,
    record: NewRecord,
    target: string,
    key: string | undefined,
  ): Promise<Recorded> {
    const operation = `POST ${record.type} of ${target}`;
    const request = { operation, key: key ?? '', contentHash: contentHash(record), path: '/headers/idempotency-key' };
    return this.intake.onSubject(reach, code, async ({ manager, history: historyUnder }) => {
      const [open, kept] = await Promise.all([
        historyUnder(ruleSet, []),
        key === undefined ? undefined : this.idempotency.answered<Recorded>(manager, request),
      ]);
      if (kept !== undefined) return kept;
      const { subject, ruleSetId, timeZone, now } = open;
      const taken = await open.intake.take({ record });
      const measures = await this.intake.append(open, [taken]);
      const history = historyAfter(open, []);
      const asOf = dayOf(now, timeZone);
      const asked = { subject, ruleSetId, history, measures, asOf, now };
      const standing = await this.standings.readInForce(manager, asked);
      const answer = { id: taken.id, standing: standing === undefined ? null : presentStanding(standing) };
      if (key !== undefined) open.writes.add(this.idempotency.keeping([{ request, status: 201, answer }], now));
      return answer;
    });
  }
}

function unknown(code: 'finding_unknown' | 'record_unknown', id: string): NotFoundError {
  return new NotFoundError(problemIn(INSPECTIONS_MESSAGES, code, { path: '/path/id', value: id }));
}
