import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { CivilDate, dayOf, foldHistory, HistoryRecord, KnownAt, reconcileMeasures, Standing } from '../core';
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

  /** @param recordId the record that brings it about; absent where the calendar does */
  async follow(manager: EntityManager, history: FollowedHistory, now: KnownAt, recordId?: string): Promise<void> {
    const today = dayOf(now, history.timeZone);
    const version = await this.ruleSets.inForceOn(manager, history.ruleSetId, today);
    if (version === undefined) return;
    const standing = foldHistory({ records: history.records, rules: version.rules, asOf: today });
    const { subjectId, ruleSetId } = history;
    const kept = await this.store.ofCycle(manager, subjectId, ruleSetId, standing.cycle.from);
    const changes = reconcileMeasures(standing, kept, version.rules.ruleSet.ladder.basisAnnulled);
    for (const due of changes.create) {
      const measure = await this.newMeasure(manager, history, version, standing, due, today);
      const id = await this.store.create(manager, history, measure, now, recordId);
      if (id !== undefined) await this.append(manager, 'measure.created', id, null, { ...measure });
    }
    for (const measure of changes.withdraw) {
      await this.store.step(manager, measure.id, { type: 'withdrawn', day: today, recordId }, now);
      await this.append(manager, 'measure.withdrawn', measure.id, { state: measure.state }, { state: 'withdrawn' });
    }
    for (const measure of changes.basisChanged) {
      await this.store.step(manager, measure.id, { type: 'basis_changed', day: today, recordId }, now);
      await this.append(manager, 'measure.basis_changed', measure.id, basis(measure), { basisChanged: true });
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

  private async append(
    manager: EntityManager,
    action: string,
    entityId: string,
    before: unknown,
    after: unknown,
  ): Promise<void> {
    await this.audit.append(manager, { action, entity: 'measure', entityId, before, after });
  }
}

const basis = ({ basisChanged }: StoredMeasure): object => ({ basisChanged });
