import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CivilDate, KeptMeasure, KnownAt } from '../core';
import { askTogether } from '../database/ask-together';
import { MeasureStep } from './measure-life';
import { MeasureState } from './measure.entity';

/** A measure as it is kept, with the steps of its life. */
export interface StoredMeasure extends KeptMeasure {
  readonly id: string;
  readonly versionId: string;
  readonly cycleTo: CivilDate;
  readonly dueOn: CivilDate;
  readonly officeId: string | null;
  readonly steps: readonly MeasureStep[];
}

export interface NewMeasure {
  readonly versionId: string;
  readonly rung: string;
  readonly cycleFrom: CivilDate;
  readonly cycleTo: CivilDate;
  readonly dueOn: CivilDate;
  readonly officeId: string | null;
}

/** What a step adds to the life of a measure. */
export interface NewStep {
  readonly type: MeasureStep['type'];
  readonly day: CivilDate;
  readonly note?: string;
  /** The record that brought it about; absent where the calendar or a person did. */
  readonly recordId?: string | undefined;
}

/** Keeps measures and their events. */
@Injectable()
export class MeasuresStore {
  /** All measures of a subject under a rule set, in the order in which they fell due. */
  of(manager: EntityManager, subjectId: string, ruleSetId: string): Promise<readonly StoredMeasure[]> {
    return askTogether<StoredMeasure[]>(manager, {
      sql: `SELECT coalesce(json_agg(json_build_object('id', m.id, 'versionId', m.version_id, 'rung', m.rung,
                     'cycleFrom', m.cycle_from, 'cycleTo', m.cycle_to, 'dueOn', m.due_on, 'officeId', m.office_id,
                     'state', m.state, 'basisChanged', m.basis_changed, 'steps',
                     (SELECT json_agg(json_build_object('number', e.number, 'type', e.type, 'day', e.day,
                               'recordedAt', (extract(epoch FROM e.recorded_at) * 1000)::float8) ORDER BY e.number)
                        FROM measure_event e WHERE e.measure_id = m.id)) ORDER BY m.due_on, m.created_at, m.id), '[]')
              FROM measure m
             WHERE m.subject_id = $1 AND m.rule_set_id = $2`,
      params: [subjectId, ruleSetId],
    });
  }

  /**
   * Creates a measure unless a living one of its rung and cycle is kept already, however many requests race.
   * @returns its id; undefined where there was one
   */
  async create(
    manager: EntityManager,
    owner: { readonly subjectId: string; readonly ruleSetId: string },
    measure: NewMeasure,
    now: KnownAt,
    recordId: string | undefined,
  ): Promise<string | undefined> {
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO measure (subject_id, rule_set_id, version_id, rung, cycle_from, cycle_to, due_on, office_id, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', to_timestamp($9 / 1000.0))
       ON CONFLICT (subject_id, rule_set_id, cycle_from, rung) WHERE state <> 'withdrawn' DO NOTHING
       RETURNING id`,
      [
        owner.subjectId,
        owner.ruleSetId,
        measure.versionId,
        measure.rung,
        measure.cycleFrom,
        measure.cycleTo,
        measure.dueOn,
        measure.officeId,
        now,
      ],
    );
    const id = rows[0]?.id;
    if (id !== undefined) await this.addStep(manager, id, { type: 'created', day: measure.dueOn, recordId }, now);
    return id;
  }

  /** Appends a step and brings the measure's state up to date with it. */
  async step(manager: EntityManager, id: string, step: NewStep, now: KnownAt): Promise<void> {
    await this.addStep(manager, id, step, now);
    if (step.type === 'basis_changed') {
      await manager.query('UPDATE measure SET basis_changed = true WHERE id = $1', [id]);
      return;
    }
    const state: MeasureState = step.type === 'created' ? 'open' : step.type;
    await manager.query('UPDATE measure SET state = $2 WHERE id = $1', [id, state]);
  }

  private async addStep(manager: EntityManager, id: string, step: NewStep, now: KnownAt): Promise<void> {
    await manager.query(
      `INSERT INTO measure_event (measure_id, number, type, day, note, record_id, recorded_at)
       SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, to_timestamp($6 / 1000.0)
         FROM measure_event WHERE measure_id = $1`,
      [id, step.type, step.day, step.note ?? null, step.recordId ?? null, now],
    );
  }
}
