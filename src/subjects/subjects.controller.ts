import { Body, Controller, Param, Query } from '@nestjs/common';
import { Caller } from '../access/caller';
import type { Principal } from '../access/principal';
import { decodeCursor, Page, pageOf } from '../common/http/cursor';
import { Route } from '../common/http/route.decorator';
import { civilDate } from '../core';
import { Attributes } from './register-entry';
import { presentEntry } from './presenters/register-entry.presenter';
import { presentSubject } from './presenters/subject.presenter';
import { NEW_SUBJECT, NewSubjectMessage } from './schemas/new-subject.schema';
import { HISTORY_PAGE, HISTORY_QUERY, HistoryQuery, RegisterEntryMessage } from './schemas/register-entry.schema';
import { SUBJECT_CHANGE, SubjectChangeMessage } from './schemas/subject-change.schema';
import { SUBJECT_PARAMS, SubjectParams } from './schemas/subject-params.schema';
import { SUBJECT_QUERY, SubjectQuery } from './schemas/subject-query.schema';
import { SUBJECT, SUBJECT_PAGE, SubjectMessage } from './schemas/subject.schema';
import { SUBJECTS_QUERY, SubjectsQuery } from './schemas/subjects-query.schema';
import { SubjectViewsService } from './subject-views.service';
import { SubjectsService } from './subjects.service';

const TAG = '台账 · Register';

/** The register of enterprises. */
@Controller()
export class SubjectsController {
  constructor(
    private readonly subjects: SubjectsService,
    private readonly views: SubjectViewsService,
  ) {}

  @Route({
    method: 'GET',
    path: '/subjects',
    tag: TAG,
    summary: { 'zh-CN': '企业台账', en: 'List the enterprises' },
    access: { permission: 'register.read' },
    query: SUBJECTS_QUERY,
    responses: { 200: SUBJECT_PAGE },
  })
  async list(
    @Caller() { reach }: Principal,
    @Query() { limit, cursor, asOf, ...filter }: SubjectsQuery,
  ): Promise<Page<SubjectMessage>> {
    const after = cursor === undefined ? {} : { after: decodeCursor(cursor, ['text'] as const)[0] };
    const day = asOf === undefined ? {} : { asOf: civilDate(asOf) };
    const rows = await this.views.list(reach, { ...filter, ...after, ...day, limit: limit + 1 });
    return pageOf(rows, limit, ({ code }) => [code], presentSubject);
  }

  @Route({
    method: 'POST',
    path: '/subjects',
    tag: TAG,
    summary: { 'zh-CN': '登记企业', en: 'Register an enterprise' },
    access: { permission: 'register.change' },
    body: NEW_SUBJECT,
    responses: { 201: SUBJECT },
  })
  async register(
    @Caller() { reach }: Principal,
    @Body() { validFrom, attributes, ...rest }: NewSubjectMessage,
  ): Promise<SubjectMessage> {
    const given = attributes === undefined ? {} : { attributes: attributes as Attributes };
    return presentSubject(await this.subjects.register(reach, { ...rest, ...given, validFrom: civilDate(validFrom) }));
  }

  @Route({
    method: 'GET',
    path: '/subjects/:code',
    tag: TAG,
    summary: { 'zh-CN': '企业在某日的台账', en: 'An enterprise as of a day' },
    access: { permission: 'register.read' },
    params: SUBJECT_PARAMS,
    query: SUBJECT_QUERY,
    responses: { 200: SUBJECT },
  })
  async get(
    @Caller() { reach }: Principal,
    @Param() { code }: SubjectParams,
    @Query() { asOf }: SubjectQuery,
  ): Promise<SubjectMessage> {
    return presentSubject(await this.views.get(reach, code, asOf === undefined ? undefined : civilDate(asOf)));
  }

  @Route({
    method: 'PATCH',
    path: '/subjects/:code',
    tag: TAG,
    summary: { 'zh-CN': '登记企业变更', en: 'Record a change of an enterprise' },
    access: { permission: 'register.change' },
    params: SUBJECT_PARAMS,
    body: SUBJECT_CHANGE,
    responses: { 200: SUBJECT },
  })
  async change(
    @Caller() { reach }: Principal,
    @Param() { code }: SubjectParams,
    @Body() body: SubjectChangeMessage,
  ): Promise<SubjectMessage> {
    const { validFrom, attributes, ...rest } = body;
    const given = attributes === undefined ? {} : { attributes: attributes as Attributes };
    return presentSubject(
      await this.subjects.change(reach, code, { ...rest, ...given, validFrom: civilDate(validFrom) }),
    );
  }

  @Route({
    method: 'GET',
    path: '/subjects/:code/history',
    tag: TAG,
    summary: { 'zh-CN': '企业台账记录', en: 'The entries about an enterprise' },
    access: { permission: 'register.read' },
    params: SUBJECT_PARAMS,
    query: HISTORY_QUERY,
    responses: { 200: HISTORY_PAGE },
  })
  async history(
    @Caller() { reach }: Principal,
    @Param() { code }: SubjectParams,
    @Query() { limit, cursor }: HistoryQuery,
  ): Promise<Page<RegisterEntryMessage>> {
    const after = cursor === undefined ? {} : { after: decodeCursor(cursor, ['integer'] as const)[0] };
    const rows = await this.views.history(reach, code, { ...after, limit: limit + 1 });
    return pageOf(rows, limit, ({ number }) => [number], presentEntry);
  }
}
