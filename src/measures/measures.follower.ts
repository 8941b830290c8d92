import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import {
  CivilDate,
  dayOf,
  foldHistory,
  HistoryRecord,
  KnownAt,
  MeasureChanges,
  reconcileMeasures,
  Standing,
} from '../core';
import { PublishedVersion, RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { registerAsOf, RegisterEntry } from '../subjects/register-entry';
import { SubjectsReadModel } from '../subjects/subjects.read-model';
import { MeasuresStore, NewMeasure, StoredMeasure } from './measures.store';

/** Whose measures are to follow which history. */
export interface FollowedHistory {
  readonly subjectId: string;
  readonly ruleSetId: string;
  readonly timeZone: string;
  readonly records: readonly HistoryRecord[];
  readonly register: readonly RegisterEntry[];
  /** Those kept so far. */
  readonly measures: readonly StoredMeasure[];
}

/** What has to be appended, and under which version. */
export interface DueChanges {
  readonly today: CivilDate;
  readonly version: PublishedVersion;
  readonly standing: Standing;
  readonly changes: MeasureChanges<StoredMeasure>;
}

/**
 * Brings the measures of a subject into line with its rungs as of the service's own day: creates what is called for,
 * withdraws what has lost its basis. Runs in the transaction that records a fact, and daily for what the calendar alone
 * brings about; running it again changes nothing.
 */
@Injectable()
export class MeasuresFollower {
  constructor(
    private readonly ruleSets: RuleSetsReadModel,
    private readonly subjects: SubjectsReadModel,
    private readonly store: MeasuresStore,
    private readonly audit: AuditService,
  ) {}

  /** Brings about all that has to follow, if anything. */
  async follow(manager: EntityManager, history: FollowedHistory, now: KnownAt): Promise<void> {
    const due = await this.whatFollows(manager, history, now);
    if (due !== undefined) await this.append(manager, history, due, now);
  }

  /** What has to be appended so that the measures follow; undefined where they do. Nothing is stored. */
  async whatFollows(manager: EntityManager, history: FollowedHistory, now: KnownAt): Promise<DueChanges | undefined> {
    const today = dayOf(now, history.timeZone);
    const version = await this.ruleSets.inForceOn(manager, history.ruleSetId, today);
    if (version === undefined) return undefined;
    const standing = foldHistory({ records: history.records, rules: version.rules, asOf: today });
    const changes = reconcileMeasures(standing, history.measures, version.rules.ruleSet.ladder.basisAnnulled);
    const { create, withdraw, basisChanged } = changes;
    return create.length + withdraw.length + basisChanged.length === 0
      ? undefined
      : { today, version, standing, changes };
  }

  /** @param recordId the record that brings it about; absent where the calendar does */
  async append(
    manager: EntityManager,
    history: FollowedHistory,
    { today, version, standing, changes }: DueChanges,
    now: KnownAt,
    recordId?: string,
  ): Promise<void> {
    const ruleSet = version.rules.identity;
    const tell = (action: string, entityId: string, before: unknown, after: unknown): Promise<void> =>
      this.audit.append(manager, { action, entity: 'measure', entityId, before, after, ruleSet });
    for (const due of changes.create) {
      const measure = await this.newMeasure(manager, history, version, standing, due, today);
      const id = await this.store.create(manager, history, measure, now, recordId);
      if (id !== undefined) await tell('measure.created', id, null, { ...measure });
    }
    for (const measure of changes.withdraw) {
      await this.store.step(manager, measure.id, { type: 'withdrawn', day: today, recordId }, now);
      await tell('measure.withdrawn', measure.id, { state: measure.state }, { state: 'withdrawn' });
    }
    for (const measure of changes.basisChanged) {
      await this.store.step(manager, measure.id, { type: 'basis_changed', day: today, recordId }, now);
      await tell('measure.basis_changed', measure.id, basis(measure), { basisChanged: true });
    }
  }

  private async newMeasure(
    manager: EntityManager,
    { register }: FollowedHistory,
    { id: versionId, rules }: PublishedVersion,
    standing: Standing,
    { rung, dueOn }: Standing['measures'][number],
    today: CivilDate,
  ): Promise<NewMeasure> {
    const { ladder, authorities } = rules.ruleSet;
    const code = ladder.rungs.find((one) => one.code === rung)?.authority;
    const authority = authorities.find((one) => one.code === code);
    // The office in charge today acts, even where the rung was reached when another one was.
    const inCharge = registerAsOf(register, today)?.officeId;
    const office =
      authority === undefined || inCharge === undefined
        ? undefined
        : await this.subjects.officeAtLevel(manager, inCharge, authority.level, today);
    const { from: cycleFrom, to: cycleTo } = standing.cycle;
    return { versionId, rung, cycleFrom, cycleTo, dueOn, officeId: office?.id ?? null };
  }
}

const basis = ({ basisChanged }: StoredMeasure): object => ({ basisChanged });
