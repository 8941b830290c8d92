import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { CivilDate, NamedCode, RuleSet } from '../core';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { ReachFilter } from '../subjects/reach-filter';
import { MeasureView } from './measure-view';

interface MeasureRow extends Omit<MeasureView, 'measure' | 'authority' | 'version' | 'cycle'> {
  readonly versionId: string;
  readonly cycleFrom: CivilDate;
  readonly cycleTo: CivilDate;
}

export interface MeasuresFilter {
  /** Ids of the offices in charge. */
  readonly officeIds?: readonly string[] | undefined;
  readonly state?: string | undefined;
  /** Those after this place in the list: due day and id. */
  readonly after?: readonly [dueOn: string, id: string] | undefined;
  readonly limit: number;
}

/** Shows the measures of enterprises in reach, with their events and the words of the version they rest on. */
@Injectable()
export class MeasuresReadModel {
  constructor(
    private readonly ruleSets: RuleSetsReadModel,
    private readonly reach: ReachFilter,
  ) {}

  async byId(manager: EntityManager, reach: Reach, id: string): Promise<MeasureView | undefined> {
    const views = await this.views(manager, reach, 'm.id = $1', '', [id]);
    return views[0];
  }

  /** The measures that pass the filter, by the day they fell due. */
  async list(
    manager: EntityManager,
    reach: Reach,
    { officeIds, state, after, limit }: MeasuresFilter,
  ): Promise<readonly MeasureView[]> {
    return this.views(
      manager,
      reach,
      `($1::uuid[] IS NULL OR m.office_id = ANY($1)) AND ($2::text IS NULL OR m.state = $2)
         AND ($3::date IS NULL OR (m.due_on, m.id) > ($3::date, $4::uuid))`,
      'ORDER BY m.due_on, m.id LIMIT $5',
      [officeIds ?? null, state ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  private async views(
    manager: EntityManager,
    reach: Reach,
    condition: string,
    order: string,
    parameters: unknown[],
  ): Promise<readonly MeasureView[]> {
    const rows = await manager.query<MeasureRow[]>(
      `SELECT m.id, s.code AS subject, m.rule_set_id AS "ruleSet", m.version_id AS "versionId", m.rung, o.code AS office,
              m.cycle_from AS "cycleFrom", m.cycle_to AS "cycleTo", m.due_on AS "dueOn", m.state,
              m.basis_changed AS "basisChanged",
              (SELECT json_agg(json_build_object('type', e.type, 'day', e.day, 'note', e.note,
                        'recordedAt', to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                      ORDER BY e.number)
                 FROM measure_event e WHERE e.measure_id = m.id) AS events
         FROM measure m JOIN subject s ON s.id = m.subject_id LEFT JOIN office o ON o.id = m.office_id
        WHERE ${condition} AND ${this.reach.ofSubjects(reach, 's', parameters)}
        ${order}`,
      parameters,
    );
    const views: MeasureView[] = [];
    for (const { versionId, cycleFrom, cycleTo, ...row } of rows) {
      const { identity, ruleSet } = (await this.ruleSets.version(manager, versionId)).rules;
      const cycle = { from: cycleFrom, to: cycleTo };
      views.push({ ...row, version: identity.version, cycle, ...wordsOfRung(ruleSet, row.rung) });
    }
    return views;
  }
}

/** What a rung calls for and who acts, in the words of a version. */
export function wordsOfRung(
  { ladder, authorities }: RuleSet,
  code: string,
): { readonly measure: NamedCode; readonly authority: NamedCode } {
  const unknown: NamedCode = { code, text: { 'zh-CN': code, en: code } };
  const rung = ladder.rungs.find((one) => one.code === code);
  const authority = authorities.find((one) => one.code === rung?.authority);
  return {
    measure: rung?.measure ?? unknown,
    authority: authority === undefined ? unknown : { code: authority.code, text: authority.text },
  };
}
