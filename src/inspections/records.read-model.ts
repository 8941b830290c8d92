import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Reach } from '../access/principal';
import { FindingReference } from '../core';
import { ReachFilter } from '../subjects/reach-filter';

/** Whose history something belongs to. */
export interface Belonging {
  /** Its id as it is kept: a request may spell it another way. */
  readonly id: string;
  readonly subject: string;
  readonly ruleSet: string;
}

/** Answers to which history in reach a finding or a record belongs. Both never move, so no transaction is needed. */
@Injectable()
export class RecordsReadModel {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: ReachFilter,
  ) {}

  /** The history of a finding and how the ledger names it; undefined where there is no such finding. */
  async ofFinding(reach: Reach, id: string): Promise<(Belonging & { readonly finding: FindingReference }) | undefined> {
    const parameters: unknown[] = [id];
    const rows = await this.dataSource.query<(Belonging & FindingReference)[]>(
      `SELECT f.id, s.code AS subject, r.rule_set_id AS "ruleSet", f.inspection_id AS inspection, f.item
         FROM finding f JOIN record r ON r.id = f.inspection_id JOIN subject s ON s.id = r.subject_id
        WHERE f.id = $1 AND ${this.reach.ofSubjects(reach, 's', parameters)}`,
      parameters,
    );
    if (rows[0] === undefined) return undefined;
    const { inspection, item, ...belonging } = rows[0];
    return { ...belonging, finding: { inspection, item } };
  }

  /** The history of a record; undefined where there is no such record. */
  async ofRecord(reach: Reach, id: string): Promise<Belonging | undefined> {
    const parameters: unknown[] = [id];
    const rows = await this.dataSource.query<Belonging[]>(
      `SELECT r.id, s.code AS subject, r.rule_set_id AS "ruleSet"
         FROM record r JOIN subject s ON s.id = r.subject_id
        WHERE r.id = $1 AND ${this.reach.ofSubjects(reach, 's', parameters)}`,
      parameters,
    );
    return rows[0];
  }
}
