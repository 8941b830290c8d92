import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { Clock } from '../common/clock';
import { NotFoundError } from '../common/errors/not-found.error';
import { problemIn } from '../common/errors/worded-problem';
import { Settings } from '../config/settings';
import { CivilDate } from '../core';
import { officeCodes } from './office-store';
import { OfficesService } from './offices.service';
import { ReachFilter } from './reach-filter';
import { firstDay, registerAsOf, RegisterState, SubjectState } from './register-entry';
import { readEntries, StoredEntry } from './register-store';
import { listSubjects } from './subject-list';
import { SUBJECTS_MESSAGES } from './subjects.messages';
import { SubjectReference, SubjectsReadModel } from './subjects.read-model';

/** What the register says of a subject as of a day, offices by their codes. */
export interface SubjectView extends Omit<RegisterState, 'officeId'> {
  readonly code: string;
  readonly asOf: CivilDate;
  readonly office: string;
}

/** An entry of the register, its office by its code. */
export interface EntryView extends Omit<StoredEntry, 'officeId'> {
  readonly office?: string;
}

export interface SubjectFilter {
  /** Code of an office; those below it are included. */
  readonly office?: string;
  readonly trade?: string;
  readonly state?: SubjectState;
  readonly asOf?: CivilDate;
  /** Goes on after this code. */
  readonly after?: string;
  readonly limit: number;
}

/** Shows what of the register is in reach. Where no day is asked about, it is today. */
@Injectable()
export class SubjectViewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: SubjectsReadModel,
    private readonly offices: OfficesService,
    private readonly reach: ReachFilter,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** @throws NotFoundError where the register has no such subject, or had not on that day */
  async get(reach: Reach, code: string, asOf = this.today()): Promise<SubjectView> {
    const { manager } = this.dataSource;
    const subject = await this.require(manager, reach, code);
    const entries = await this.subjects.entries(manager, subject.id);
    const state = registerAsOf(entries, asOf);
    if (state === undefined) {
      const at = { path: '/query/asOf', value: subject.code, params: { day: asOf, from: firstDay(entries) } };
      throw new NotFoundError(problemIn(SUBJECTS_MESSAGES, 'subject_not_yet', at));
    }
    return this.view(manager, subject.code, state, asOf);
  }

  /** @throws UnprocessableError where there is no such office */
  async list(reach: Reach, { office, asOf = this.today(), ...filter }: SubjectFilter): Promise<readonly SubjectView[]> {
    const { manager } = this.dataSource;
    const inReach = (parameters: unknown[]): string => this.reach.ofSubjects(reach, 's', parameters);
    const offices = office === undefined ? {} : { officeIds: await this.offices.requireBelow(manager, office) };
    const found = await listSubjects(manager, inReach, { ...filter, asOf, ...offices });
    const entries = await readEntries(
      manager,
      found.map(({ id }) => id),
    );
    const states = found.flatMap(({ id, code }) => {
      const state = registerAsOf(entries.get(id) ?? [], asOf);
      return state === undefined ? [] : [{ code, state }];
    });
    const codes = await officeCodes(
      manager,
      states.map(({ state }) => state.officeId),
    );
    return states.map(({ code, state }) => toView(code, state, asOf, codes));
  }

  /** The entries of a subject after a number, in the order of their recording. */
  async history(
    reach: Reach,
    code: string,
    { after = 0, limit }: { readonly after?: number; readonly limit: number },
  ): Promise<readonly EntryView[]> {
    const { manager } = this.dataSource;
    const { id } = await this.require(manager, reach, code);
    const entries = (await readEntries(manager, [id])).get(id) ?? [];
    const shown = entries.filter(({ number }) => number > after).slice(0, limit);
    const offices = await officeCodes(
      manager,
      shown.flatMap(({ officeId }) => officeId ?? []),
    );
    return shown.map(({ officeId, ...entry }) =>
      officeId === undefined ? entry : { ...entry, office: codeOf(offices, officeId) },
    );
  }

  /** A state in words that go outside. */
  async view(manager: EntityManager, code: string, state: RegisterState, asOf: CivilDate): Promise<SubjectView> {
    return toView(code, state, asOf, await officeCodes(manager, [state.officeId]));
  }

  private async require(manager: EntityManager, reach: Reach, code: string): Promise<SubjectReference> {
    const subject = await this.subjects.byCode(manager, reach, code);
    if (subject !== undefined) return subject;
    throw new NotFoundError(problemIn(SUBJECTS_MESSAGES, 'subject_unknown', { path: '/path/code', value: code }));
  }

  private today(): CivilDate {
    return this.clock.today(this.settings.jurisdictionTimeZone);
  }
}

function toView(
  code: string,
  { name, trade, state, officeId, attributes }: RegisterState,
  asOf: CivilDate,
  offices: ReadonlyMap<string, string>,
): SubjectView {
  const present = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
  return { code, asOf, name, trade, state, office: codeOf(offices, officeId), attributes: present };
}

function codeOf(offices: ReadonlyMap<string, string>, id: string): string {
  const code = offices.get(id);
  if (code === undefined) throw new Error(`the register refers to the office ${id}, which is not there`);
  return code;
}
