import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { CivilDate } from '../core';
import { askTogether } from '../database/ask-together';
import { preparedQuery } from '../database/prepared-query';
import { normaliseCreditCode } from './credit-code';
import { AuthorityLevel, authorityLevel, isValidOn, Validity } from './office-tree';
import { officeCodes } from './office-store';
import { Office } from './office.entity';
import { registerAsOf, RegisterEntry, RegisterState } from './register-entry';
import { ReachFilter } from './reach-filter';
import { readEntries } from './register-store';

/** What names a subject: the id of its row and its code. */
export interface SubjectReference {
  readonly id: string;
  readonly code: string;
}

/** An office, the days on which it is valid, and whether it is in the reach of whoever asks. */
export interface KnownOffice extends Validity {
  readonly id: string;
  readonly code: string;
  readonly inReach: boolean;
}

/** Answers other features about the register and its offices. Each question runs on the manager it is given. */
@Injectable()
export class SubjectsReadModel {
  constructor(private readonly reach: ReachFilter) {}

  /** The subject with a code, which may be written as people type it; undefined where there is none in reach. */
  byCode(manager: EntityManager, reach: Reach, code: string): Promise<SubjectReference | undefined> {
    return this.find(manager, reach, code, '');
  }

  /** The same, and until the transaction ends nobody else locks it: what is recorded of a subject queues here. */
  lockByCode(manager: EntityManager, reach: Reach, code: string): Promise<SubjectReference | undefined> {
    return this.find(manager, reach, code, 'FOR NO KEY UPDATE OF s');
  }

  /** The entries of a subject, in the order of their recording. */
  async entries(manager: EntityManager, subjectId: string): Promise<readonly RegisterEntry[]> {
    return (await readEntries(manager, [subjectId])).get(subjectId) ?? [];
  }

  /**
   * What the register says of some subjects as of a day by what was recorded up to an instant, offices by their codes, by
   * the id of the subject. Who was not yet in the register is left out.
   */
  async register(
    manager: EntityManager,
    subjectIds: readonly string[],
    day: CivilDate,
    recordedUntil: Date,
  ): Promise<ReadonlyMap<string, RegisterState & { readonly office: string }>> {
    const entries = await readEntries(manager, subjectIds);
    const states = [...entries].flatMap(([id, all]) => {
      const state = registerAsOf(
        all.filter(({ recordedAt }) => recordedAt <= recordedUntil),
        day,
      );
      return state === undefined ? [] : [[id, state] as const];
    });
    const codes = await officeCodes(manager, [...new Set(states.map(([, { officeId }]) => officeId))]);
    return new Map(states.map(([id, state]) => [id, { ...state, office: codes.get(state.officeId) ?? '' }]));
  }

  /** The offices with some codes, by code. */
  async officesByCode(
    manager: EntityManager,
    reach: Reach,
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, KnownOffice>> {
    const parameters: unknown[] = [codes];
    const inReach = this.reach.ofOffices(reach, 'o.id', parameters);
    const offices = await askTogether<KnownOffice[]>(manager, {
      sql: `SELECT coalesce(json_agg(json_build_object('id', o.id, 'code', o.code, 'validFrom', o.valid_from,
                     'validTo', o.valid_to, 'inReach', ${inReach})), '[]')
              FROM office o WHERE o.code = ANY($1)`,
      params: parameters,
    });
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

  private async find(
    manager: EntityManager,
    reach: Reach,
    code: string,
    lock: string,
  ): Promise<SubjectReference | undefined> {
    const parameters: unknown[] = [normaliseCreditCode(code)];
    const inReach = this.reach.ofSubjects(reach, 's', parameters);
    const rows = await preparedQuery<SubjectReference>(manager, {
      sql: `SELECT s.id, s.code FROM subject s WHERE s.code = $1 AND ${inReach} ${lock}`,
      params: parameters,
    });
    return rows[0];
  }
}
