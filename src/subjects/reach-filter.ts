import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { Clock } from '../common/clock';
import { Settings } from '../config/settings';

/**
 * Puts a reach into queries: the one place that says which enterprises and offices it takes in. Reach is judged on the
 * register's own today, whatever day a question is about: the office in charge now sees the whole history.
 */
@Injectable()
export class ReachFilter {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * The condition under which a row of `subject` is in reach.
   * @param alias of the table `subject` in the query
   * @param parameters of the query; those of the condition are added to them
   */
  ofSubjects(reach: Reach, alias: string, parameters: unknown[]): string {
    switch (reach.kind) {
      case 'everything':
        return 'TRUE';
      case 'subject':
        return `${alias}.code = ${added(parameters, reach.subjectCode)}`;
      case 'offices': {
        const [day, offices] = this.offices(reach.officeIds, parameters);
        // The office in charge, folded as `registerAsOf` folds it: the newest by day, then by number.
        return `(SELECT in_charge.office_id FROM subject_entry in_charge
                  WHERE in_charge.subject_id = ${alias}.id AND in_charge.office_id IS NOT NULL
                    AND in_charge.valid_from <= ${day}
                  ORDER BY in_charge.valid_from DESC, in_charge.number DESC LIMIT 1) IN (${offices})`;
      }
    }
  }

  /**
   * The condition under which an office is in reach.
   * @param column that holds the id of the office in the query
   */
  ofOffices(reach: Reach, column: string, parameters: unknown[]): string {
    switch (reach.kind) {
      case 'everything':
        return 'TRUE';
      case 'subject':
        return 'FALSE';
      case 'offices':
        return `${column} IN (${this.offices(reach.officeIds, parameters)[1]})`;
    }
  }

  async reachesOffice(manager: EntityManager, reach: Reach, officeId: string): Promise<boolean> {
    if (reach.kind !== 'offices') return reach.kind === 'everything';
    const parameters: unknown[] = [officeId];
    const condition = this.ofOffices(reach, '$1::uuid', parameters);
    const [row] = await manager.query<{ reached: boolean }[]>(`SELECT ${condition} AS reached`, parameters);
    return row?.reached === true;
  }

  /**
   * The parameter of today, and the query of the ids of offices and all below them. An office that has ended, or has not
   * begun, gives no reach; one above it still reaches what is left in the charge of one that has ended.
   */
  private offices(ids: readonly string[], parameters: unknown[]): readonly [day: string, query: string] {
    const day = `${added(parameters, this.clock.today(this.settings.jurisdictionTimeZone))}::date`;
    const roots = `${added(parameters, ids)}::uuid[]`;
    const query = `WITH RECURSIVE reached AS (
                     SELECT id FROM office
                      WHERE id = ANY(${roots}) AND valid_from <= ${day} AND (valid_to IS NULL OR ${day} < valid_to)
                      UNION
                     SELECT below.id FROM office below JOIN reached ON below.parent_id = reached.id
                   ) SELECT id FROM reached`;
    return [day, query];
  }
}

function added(parameters: unknown[], value: unknown): string {
  return `$${parameters.push(value)}`;
}
