import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CivilDate } from '../core';
import { normaliseCreditCode } from './credit-code';
import { AuthorityLevel, authorityLevel, isValidOn, Validity } from './office-tree';
import { Office } from './office.entity';
import { RegisterEntry } from './register-entry';
import { readEntries } from './register-store';

/** What names a subject: the id of its row and its code. */
export interface SubjectReference {
  readonly id: string;
  readonly code: string;
}

/** An office and the days on which it is valid. */
export interface KnownOffice extends Validity {
  readonly id: string;
  readonly code: string;
}

/** Answers other features about the register and its offices. Each question runs on the manager it is given. */
@Injectable()
export class SubjectsReadModel {
  /** The subject with a code, which may be written as people type it; undefined where there is none. */
  byCode(manager: EntityManager, code: string): Promise<SubjectReference | undefined> {
    return this.find(manager, code, '');
  }

  /** The same, and until the transaction ends nobody else locks it: what is recorded of a subject queues here. */
  lockByCode(manager: EntityManager, code: string): Promise<SubjectReference | undefined> {
    return this.find(manager, code, 'FOR NO KEY UPDATE');
  }

  /** The entries of a subject, in the order of their recording. */
  async entries(manager: EntityManager, subjectId: string): Promise<readonly RegisterEntry[]> {
    return (await readEntries(manager, [subjectId])).get(subjectId) ?? [];
  }

  /** The offices with some codes, by code. */
  async officesByCode(manager: EntityManager, codes: readonly string[]): Promise<ReadonlyMap<string, KnownOffice>> {
    const offices = await manager.query<KnownOffice[]>(
      `SELECT id, code, valid_from AS "validFrom", valid_to AS "validTo" FROM office WHERE code = ANY($1)`,
      [codes],
    );
    return new Map(offices.map((office) => [office.code, office]));
  }

  /**
   * The office of a level that is in charge where an office is: the office itself or one above it. Undefined where the
   * level is below the office, or the one found is not valid on the day.
   */
  async officeAtLevel(
    manager: EntityManager,
    officeId: string,
    level: AuthorityLevel,
    day: CivilDate,
  ): Promise<Office | undefined> {
    for (let id: string | null = officeId; id !== null;) {
      const office: Office = await manager.findOneByOrFail(Office, { id });
      if (authorityLevel(office.level) === level) return isValidOn(office, day) ? office : undefined;
      id = office.parentId;
    }
    return undefined;
  }

  private async find(manager: EntityManager, code: string, lock: string): Promise<SubjectReference | undefined> {
    const rows = await manager.query<SubjectReference[]>(`SELECT id, code FROM subject WHERE code = $1 ${lock}`, [
      normaliseCreditCode(code),
    ]);
    return rows[0];
  }
}
