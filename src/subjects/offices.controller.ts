import { Body, Controller, Param, Query } from '@nestjs/common';
import { Caller } from '../access/caller';
import type { Principal } from '../access/principal';
import { decodeCursor, Page, pageOf } from '../common/http/cursor';
import { Route } from '../common/http/route.decorator';
import { civilDate } from '../core';
import { OfficesService } from './offices.service';
import { presentOffice } from './presenters/office.presenter';
import { NEW_OFFICE, NewOfficeMessage } from './schemas/new-office.schema';
import { OFFICE_END, OfficeEndMessage } from './schemas/office-end.schema';
import { OFFICE_PARAMS, OfficeParams } from './schemas/office-params.schema';
import { OFFICE, OFFICE_PAGE, OfficeMessage } from './schemas/office.schema';
import { OFFICES_QUERY, OfficesQuery } from './schemas/offices-query.schema';

const TAG = '台账 · Register';

/** The tree of offices. It is no secret: whoever may read the register sees all of it, whatever his reach. */
@Controller()
export class OfficesController {
  constructor(private readonly offices: OfficesService) {}

  @Route({
    method: 'GET',
    path: '/offices',
    tag: TAG,
    summary: { 'zh-CN': '监管机构目录', en: 'List the offices' },
    access: { permission: 'offices.read' },
    query: OFFICES_QUERY,
    responses: { 200: OFFICE_PAGE },
  })
  async list(@Query() { limit, cursor, asOf }: OfficesQuery): Promise<Page<OfficeMessage>> {
    const after = cursor === undefined ? {} : { after: decodeCursor(cursor, ['text'] as const)[0] };
    const rows = await this.offices.list({ limit: limit + 1, ...after, ...(asOf === undefined ? {} : { asOf }) });
    return pageOf(rows, limit, ({ code }) => [code], presentOffice);
  }

  @Route({
    method: 'POST',
    path: '/offices',
    tag: TAG,
    summary: { 'zh-CN': '设立监管机构', en: 'Set up an office' },
    access: { permission: 'offices.change' },
    body: NEW_OFFICE,
    responses: { 201: OFFICE },
  })
  async create(@Caller() { reach }: Principal, @Body() body: NewOfficeMessage): Promise<OfficeMessage> {
    const { validFrom, validTo, ...rest } = body;
    const to = validTo === undefined ? {} : { validTo: civilDate(validTo) };
    return presentOffice(await this.offices.create(reach, { ...rest, validFrom: civilDate(validFrom), ...to }));
  }

  @Route({
    method: 'PATCH',
    path: '/offices/:code',
    tag: TAG,
    summary: { 'zh-CN': '终止监管机构', en: 'End an office' },
    access: { permission: 'offices.change' },
    params: OFFICE_PARAMS,
    body: OFFICE_END,
    responses: { 200: OFFICE },
  })
  async end(
    @Caller() { reach }: Principal,
    @Param() { code }: OfficeParams,
    @Body() { validTo }: OfficeEndMessage,
  ): Promise<OfficeMessage> {
    return presentOffice(await this.offices.end(reach, code, civilDate(validTo)));
  }
}
