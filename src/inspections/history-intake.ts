import { randomUUID } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { ConflictError } from '../common/errors/conflict.error';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import {
  AnnulmentRecord,
  CivilDate,
  dayOf,
  FindingReference,
  HistoryRecord,
  InspectionDecision,
  KnownAt,
  parseCivilDate,
  parseKnownAt,
  RecordIntake,
  RecordRefusal,
  refusalProblem,
  showInstant,
} from '../core';
import { InspectionIntake, ScoredInspection } from './inspection-intake';
import { INSPECTIONS_MESSAGES } from './inspections.messages';
import { NewEntry, NewInspection, NewRecord } from './new-record';
import { RecordContent } from './record-content';
import { StoredHistory } from './history.read-model';

/** What is wrong with a record that is right in itself but does not fit the history as it stands. */
const CONFLICTS: ReadonlySet<RecordRefusal> = new Set<RecordRefusal>([
  'finding_not_posted',
  'finding_annulled',
  'finding_passed',
  'already_rectified',
  'not_rectified',
  'already_annulled',
  'displaces_record',
]);

/** A record that was taken, ready to be stored. */
export interface TakenRecord {
  readonly id: string;
  readonly key: string;
  readonly record: HistoryRecord;
  readonly content: RecordContent;
  /** Present where it is an inspection. */
  readonly inspection?: NewInspection & ScoredInspection & { readonly score: InspectionDecision };
}

/** Under whose history, and when, records are taken. */
export interface IntakeFrame {
  readonly manager: EntityManager;
  readonly ruleSetId: string;
  readonly timeZone: string;
  readonly now: KnownAt;
}

/**
 * Takes records into one history, one after the other: each is checked against everything taken before it, and refused
 * without a trace when it does not fit. Nothing is stored here.
 */
export class HistoryIntake {
  private readonly intake: RecordIntake;
  private readonly idsByKey: Map<string, string>;
  private readonly ids: Set<string>;
  private readonly latestKnown: KnownAt | undefined;

  constructor(
    private readonly frame: IntakeFrame,
    history: StoredHistory,
    private readonly inspections: InspectionIntake,
  ) {
    this.intake = new RecordIntake(history.records);
    this.idsByKey = new Map(history.idsByKey);
    this.ids = new Set(history.idsByKey.values());
    this.latestKnown = history.latestKnown;
  }

  /** Everything recorded so far, what was taken here included. */
  get history(): readonly HistoryRecord[] {
    return this.intake.records;
  }

  /** @throws UnprocessableError, ConflictError or NotFoundError saying why the record cannot be taken */
  async take({ record, key, knownAt }: NewEntry): Promise<TakenRecord> {
    this.checkName(key);
    const day = this.dayOf(record);
    const id = randomUUID();
    const head = {
      number: (this.history.at(-1)?.number ?? 0) + 1,
      key: id,
      day,
      knownAt: this.knownAt(knownAt, day),
    };
    const taken = { id, key: key ?? id, ...(await this.prepare(record, head)) };
    const reason = this.intake.take(taken.record);
    if (reason !== undefined) throw this.refusal(taken.record, reason);
    this.idsByKey.set(taken.key, id);
    this.ids.add(id);
    return taken;
  }

  /** Records are named by keys and by ids alike, so a key must be neither the key nor the id of another. */
  private checkName(key: string | undefined): void {
    if (key === undefined || !(this.idsByKey.has(key) || this.ids.has(key))) return;
    throw new ConflictError(problemIn(INSPECTIONS_MESSAGES, 'key_taken', { path: '/key', value: key }));
  }

  private async prepare(
    record: NewRecord,
    head: Pick<HistoryRecord, 'number' | 'key' | 'day' | 'knownAt'>,
  ): Promise<Omit<TakenRecord, 'id' | 'key'>> {
    switch (record.type) {
      case 'inspection': {
        const scored = await this.inspections.score(this.frame, record, head.day);
        const { rules, violations, findingIds } = scored;
        const content = {
          violations: violations.map((one, place) => ({ ...one, finding: findingIds[place] ?? '' })),
        };
        return {
          record: { ...head, type: 'inspection', rules, violations },
          content,
          inspection: { ...record, ...scored },
        };
      }
      case 'rectification': {
        const finding = this.resolve(record.finding);
        return { record: { ...head, type: 'rectification', finding }, content: { finding } };
      }
      case 're_inspection': {
        const finding = this.resolve(record.finding);
        const { passed, note } = record;
        const content = { finding, passed, ...(note === undefined ? {} : { note }) };
        return { record: { ...head, type: 're_inspection', finding, passed }, content };
      }
      case 'extension': {
        const finding = this.resolve(record.finding);
        const newDeadline = this.civilDay(record.newDeadline, '/newDeadline');
        const content = { finding, newDeadline, reason: record.reason };
        return { record: { ...head, type: 'extension', finding, newDeadline }, content };
      }
      case 'annulment': {
        const annuls =
          'finding' in record.annuls
            ? { finding: this.resolve(record.annuls.finding) }
            : { record: this.annullable(record.annuls.record) };
        const { reason, replacedBy } = record;
        const content = {
          annuls,
          reason,
          ...(replacedBy === undefined ? {} : { replacedBy: this.replacement(replacedBy, annuls) }),
        };
        return { record: { ...head, type: 'annulment', annuls }, content };
      }
    }
  }

  /** A finding named by the key or the id of its inspection. */
  private resolve({ inspection, item }: FindingReference): FindingReference {
    return { inspection: this.idsByKey.get(inspection) ?? inspection, item };
  }

  private annullable(name: string): string {
    const id = this.idsByKey.get(name) ?? name;
    const target = this.history.find(({ key }) => key === id);
    if (target?.type !== 'annulment') return id;
    const problem = problemIn(INSPECTIONS_MESSAGES, 'annulment_final', { value: name });
    throw new ConflictError(problem);
  }

  /** Another record of the same kind; the findings of an inspection are replaced by those of another. */
  private replacement(name: string, annuls: AnnulmentRecord['annuls']): string {
    const id = this.idsByKey.get(name) ?? name;
    const annulled = 'finding' in annuls ? annuls.finding.inspection : annuls.record;
    const type = this.history.find(({ key }) => key === annulled)?.type;
    if (id !== annulled && this.history.some((record) => record.key === id && record.type === type)) return id;
    const problem = problemIn(INSPECTIONS_MESSAGES, 'replacement_unknown', { path: '/replacedBy', value: name });
    throw new UnprocessableError(problem);
  }

  private dayOf(record: NewRecord): CivilDate {
    const [name, text] = dated(record);
    const day = this.civilDay(text, `/${name}`);
    const today = dayOf(this.frame.now, this.frame.timeZone);
    if (day <= today) return day;
    const params = { today };
    throw new UnprocessableError(
      problemIn(INSPECTIONS_MESSAGES, 'future_day', { path: `/${name}`, value: text, params }),
    );
  }

  private civilDay(text: string, path: string): CivilDate {
    const day = parseCivilDate(text);
    if (day === undefined) throw new UnprocessableError({ code: 'no_such_day', path, value: text });
    return day;
  }

  /** The service's clock, or what an import states: not in the future, not before what was known before the request. */
  private knownAt(stated: string | undefined, day: CivilDate): KnownAt {
    if (stated === undefined) return this.frame.now;
    const at = { path: '/knownAt', value: stated };
    const knownAt = parseKnownAt(stated, this.frame.timeZone);
    if (knownAt === undefined) throw new UnprocessableError({ code: 'no_such_instant', ...at });
    if (dayOf(knownAt, this.frame.timeZone) < day) {
      throw new UnprocessableError({ code: 'known_before_day', ...at, params: { day } });
    }
    if (knownAt > this.frame.now) throw new UnprocessableError(problemIn(INSPECTIONS_MESSAGES, 'future_instant', at));
    if (this.latestKnown === undefined || knownAt >= this.latestKnown) return knownAt;
    const params = { latest: showInstant(this.latestKnown) };
    throw new ConflictError(problemIn(INSPECTIONS_MESSAGES, 'known_too_early', { ...at, params }));
  }

  private refusal(record: HistoryRecord, reason: RecordRefusal): Error {
    const problem = refusalProblem({ record, reason }, '');
    if (reason === 'no_such_finding' || reason === 'no_such_record') return new NotFoundError(problem);
    return CONFLICTS.has(reason) ? new ConflictError(problem) : new UnprocessableError(problem);
  }
}

/** The property that dates a record, and its value. */
function dated(record: NewRecord): readonly [name: string, day: string] {
  switch (record.type) {
    case 'inspection':
    case 're_inspection':
      return ['inspectedOn', record.inspectedOn];
    case 'rectification':
      return ['completedOn', record.completedOn];
    case 'extension':
    case 'annulment':
      return ['decidedOn', record.decidedOn];
  }
}
