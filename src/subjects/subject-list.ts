import { EntityManager } from 'typeorm';
import { CivilDate } from '../core';
import { SubjectState } from './register-entry';

export interface ListedSubject {
  readonly id: string;
  readonly code: string;
}

export interface ListFilter {
  readonly asOf: CivilDate;
  readonly after?: string;
  readonly trade?: string;
  readonly state?: SubjectState;
  readonly officeIds?: readonly string[];
  readonly limit: number;
}

/**
 * The subjects in reach that were in the register on a day and met a filter then, in the order of their codes. What the filter
 * asks about is folded here as `registerAsOf` folds it: of each column the newest value by day, then by number.
 * @param inReach makes the condition on the row `s` of a subject, adding its parameters
 */
export function listSubjects(
  manager: EntityManager,
  inReach: (parameters: unknown[]) => string,
  { asOf, after, trade, state, officeIds, limit }: ListFilter,
): Promise<ListedSubject[]> {
  const parameters: unknown[] = [asOf, after ?? null, trade ?? null, state ?? null, officeIds ?? null, limit];
  return manager.query<ListedSubject[]>(
    `SELECT s.id, s.code
       FROM subject s
      CROSS JOIN LATERAL (SELECT ${newest('trade')}, ${newest('state')}, ${newest('office_id')}
                            FROM subject_entry e WHERE e.subject_id = s.id AND e.valid_from <= $1) r
      WHERE r.office_id IS NOT NULL
        AND ($2::text IS NULL OR s.code > $2)
        AND ($3::text IS NULL OR r.trade = $3)
        AND ($4::text IS NULL OR r.state = $4)
        AND ($5::uuid[] IS NULL OR r.office_id = ANY($5))
        AND ${inReach(parameters)}
      ORDER BY s.code LIMIT $6`,
    parameters,
  );
}

const newest = (column: string): string =>
  `(array_agg(e.${column} ORDER BY e.valid_from DESC, e.number DESC) FILTER (WHERE e.${column} IS NOT NULL))[1] AS ${column}`;
