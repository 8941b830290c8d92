import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { ConflictError } from '../common/errors/conflict.error';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import { Settings } from '../config/settings';
import { CivilDate, Text } from '../core';
import { inTransaction } from '../database/transaction';
import {
  childValidSince,
  endOffice,
  findOffice,
  insertOffice,
  listOffices,
  officesBelow,
  StoredOffice,
  subjectInCharge,
} from './office-store';
import { officeOutOfReach } from './office-out-of-reach';
import { covers, parentLevel, showValidity } from './office-tree';
import { OfficeLevel } from './office.entity';
import { OFFICES_MESSAGES } from './offices.messages';
import { ReachFilter } from './reach-filter';

export interface NewOffice {
  readonly code: string;
  readonly level: OfficeLevel;
  readonly parent?: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate;
}

/** An office as it is shown: everything of it but the ids of rows. */
export type OfficeView = Omit<StoredOffice, 'id' | 'parentId'>;

/** Sets up offices and ends them. An office never changes otherwise: a renamed one is another. */
@Injectable()
export class OfficesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly reach: ReachFilter,
  ) {}

  /** Offices after a code, in the order of their codes; those valid on a day where one is given. */
  list(filter: { readonly asOf?: string; readonly after?: string; readonly limit: number }): Promise<OfficeView[]> {
    return listOffices(this.dataSource.manager, filter);
  }

  /**
   * Sets up an office below one in reach; a jurisdiction is for whoever reaches everything.
   * @throws UnprocessableError where it does not fit into the tree, ConflictError where the code is taken
   */
  create(reach: Reach, office: NewOffice): Promise<OfficeView> {
    const { code, level, name, nameEn = null, validFrom, validTo = null } = office;
    refuseReversed(validFrom, validTo);
    return inTransaction(this.dataSource, async (manager) => {
      const above = await this.parentOf(manager, office);
      if (above !== undefined) await this.requireInReach(manager, reach, above, '/parent');
      else if (reach.kind !== 'everything') throw officeOutOfReach('/code', code);
      const parents = { parentId: above?.id ?? null, parent: above?.code ?? null };
      const view: OfficeView = { code, level, parent: parents.parent, name, nameEn, validFrom, validTo };
      if (!(await insertOffice(manager, { ...view, ...parents }, new Date(this.clock.now())))) {
        throw new ConflictError(problemIn(OFFICES_MESSAGES, 'office_exists', { path: '/code', value: code }));
      }
      await this.audit.append(manager, { action: 'office.created', entity: 'office', entityId: code, after: view });
      return view;
    });
  }

  /**
   * Ends an office with the day before `validTo`. Nothing may need it from that day on: no office below it, and up to
   * today no subject. Beyond today subjects may, for they can be moved only once the day has come.
   */
  end(reach: Reach, code: string, validTo: CivilDate): Promise<OfficeView> {
    return inTransaction(this.dataSource, async (manager) => {
      const office = await findOffice(manager, code, 'exclusive');
      if (office === undefined) {
        throw new NotFoundError(problemIn(OFFICES_MESSAGES, 'office_unknown', { path: '/path/code', value: code }));
      }
      await this.requireInReach(manager, reach, office, '/path/code');
      await this.refuseEnd(manager, reach, office, validTo);
      await endOffice(manager, office.id, validTo);
      const change = { action: 'office.ended', entity: 'office', entityId: code };
      await this.audit.append(manager, { ...change, before: { validTo: null }, after: { validTo } });
      return { ...office, validTo };
    });
  }

  /**
   * The ids of an office and all below it, for a list that is asked for by `?office=`.
   * @throws UnprocessableError where there is no such office
   */
  async requireBelow(manager: EntityManager, code: string): Promise<readonly string[]> {
    const ids = await officesBelow(manager, code);
    if (ids.length > 0) return ids;
    throw new UnprocessableError(problemIn(OFFICES_MESSAGES, 'office_unknown', { path: '/query/office', value: code }));
  }

  /**
   * The id of an office in reach that is valid on every day from one on until before another, and stays so until the
   * transaction ends.
   * @throws UnprocessableError where there is no such office
   */
  async requireValid(
    manager: EntityManager,
    reach: Reach,
    code: string,
    days: { readonly from: CivilDate; readonly until: CivilDate },
  ): Promise<string> {
    const at = { path: '/office', value: code };
    const office = await this.requireKnown(manager, reach, code);
    if (covers(office, { validFrom: days.from, validTo: days.until })) return office.id;
    // The first day on which it is not: the first asked about, unless it ends among them.
    const { validFrom, validTo } = office;
    const day = days.from < validFrom || validTo === null || validTo < days.from ? days.from : validTo;
    const params = { day, period: showValidity(office) };
    throw new UnprocessableError(problemIn(OFFICES_MESSAGES, 'office_not_valid', { ...at, params }));
  }

  /**
   * An office in reach, valid or not, which stays as it is until the transaction ends.
   * @throws UnprocessableError where there is none
   */
  async requireKnown(manager: EntityManager, reach: Reach, code: string): Promise<StoredOffice> {
    const at = { path: '/office', value: code };
    const office = await findOffice(manager, code, 'shared');
    if (office === undefined) throw new UnprocessableError(problemIn(OFFICES_MESSAGES, 'office_unknown', at));
    await this.requireInReach(manager, reach, office, at.path);
    return office;
  }

  private async requireInReach(
    manager: EntityManager,
    reach: Reach,
    office: { readonly id: string; readonly code: string },
    path: string,
  ): Promise<void> {
    if (!(await this.reach.reachesOffice(manager, reach, office.id))) throw officeOutOfReach(path, office.code);
  }

  private async parentOf(manager: EntityManager, office: NewOffice): Promise<StoredOffice | undefined> {
    const { level, parent: value, validFrom, validTo = null } = office;
    const at = { path: '/parent', value };
    const refused = (code: keyof typeof OFFICES_MESSAGES, params = {}) =>
      new UnprocessableError(problemIn(OFFICES_MESSAGES, code, { ...at, params }));
    const expected = parentLevel(level);
    if (expected === undefined) {
      if (value !== undefined) throw refused('office_parent_unexpected');
      return undefined;
    }
    if (value === undefined) throw refused('office_parent_missing');
    const parent = await findOffice(manager, value, 'shared');
    if (parent === undefined) throw refused('office_unknown');
    if (parent.level !== expected) throw refused('office_parent_level', { found: parent.level, expected });
    if (!covers(parent, { validFrom, validTo })) throw refused('office_parent_days', { period: showValidity(parent) });
    return parent;
  }

  private async refuseEnd(
    manager: EntityManager,
    reach: Reach,
    office: StoredOffice,
    validTo: CivilDate,
  ): Promise<void> {
    const at = { path: '/validTo', value: validTo };
    const conflict = (code: keyof typeof OFFICES_MESSAGES, params: Readonly<Record<string, string | Text>>) =>
      new ConflictError(problemIn(OFFICES_MESSAGES, code, { ...at, params }));
    if (office.validTo !== null) throw conflict('office_ended', { office: office.code, to: office.validTo });
    refuseReversed(office.validFrom, validTo);
    const child = await childValidSince(manager, office.id, validTo);
    if (child !== undefined) throw conflict('office_has_offices', { child });
    const today = this.clock.today(this.settings.jurisdictionTimeZone);
    const inReach = (parameters: unknown[]): string => this.reach.ofSubjects(reach, 's', parameters);
    const subject = await subjectInCharge(manager, inReach, office.id, { from: validTo, to: today });
    if (subject !== undefined) {
      throw conflict('office_has_subjects', { subject: subject.inReach ? subject.code : NOT_TO_BE_NAMED });
    }
  }
}

/** An enterprise that has left the reach of whoever ends its former office. */
const NOT_TO_BE_NAMED: Text = { 'zh-CN': '已转出您管辖范围的企业', en: 'one that has left your reach' };

function refuseReversed(from: string, to: string | null): void {
  if (to === null || from < to) return;
  const at = { path: '/validTo', value: to, params: { from } };
  throw new UnprocessableError(problemIn(OFFICES_MESSAGES, 'office_days_reversed', at));
}
