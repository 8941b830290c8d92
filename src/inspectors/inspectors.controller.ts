import { Body, Controller, Param, Query } from '@nestjs/common';
import { Caller } from '../access/caller';
import type { Principal } from '../access/principal';
import { decodeCursor, Page, pageOf } from '../common/http/cursor';
import { Route } from '../common/http/route.decorator';
import { civilDate } from '../core';
import { CertificateDays, InspectorsService } from './inspectors.service';
import { presentInspector } from './presenters/inspector.presenter';
import { INSPECTOR_PARAMS, InspectorParams } from './schemas/inspector-params.schema';
import { INSPECTOR, INSPECTOR_PAGE, InspectorMessage } from './schemas/inspector.schema';
import { INSPECTORS_QUERY, InspectorsQuery } from './schemas/inspectors-query.schema';
import { NEW_INSPECTOR, NewInspectorMessage } from './schemas/new-inspector.schema';
import { RENEWAL, RenewalMessage } from './schemas/renewal.schema';
import { REVOCATION, RevocationMessage } from './schemas/revocation.schema';

const TAG = '检查人员 · Inspectors';

/** The register of inspectors and their certificates. */
@Controller()
export class InspectorsController {
  constructor(private readonly inspectors: InspectorsService) {}

  @Route({
    method: 'GET',
    path: '/inspectors',
    tag: TAG,
    summary: { 'zh-CN': '检查人员名册', en: 'List the inspectors' },
    access: { permission: 'inspectors.read' },
    query: INSPECTORS_QUERY,
    responses: { 200: INSPECTOR_PAGE },
  })
  async list(
    @Caller() { reach }: Principal,
    @Query() { limit, cursor, ...filter }: InspectorsQuery,
  ): Promise<Page<InspectorMessage>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, ['text'] as const)[0];
    const rows = await this.inspectors.list(reach, { ...filter, after, limit: limit + 1 });
    return pageOf(rows, limit, ({ certificateNumber }) => [certificateNumber], presentInspector);
  }

  @Route({
    method: 'POST',
    path: '/inspectors',
    tag: TAG,
    summary: { 'zh-CN': '登记检查人员', en: 'Enter an inspector' },
    access: { permission: 'inspectors.change' },
    body: NEW_INSPECTOR,
    responses: { 201: INSPECTOR },
  })
  async enter(@Caller() { reach }: Principal, @Body() message: NewInspectorMessage): Promise<InspectorMessage> {
    const { certificateNumber, name, office } = message;
    return presentInspector(
      await this.inspectors.enter(reach, { certificateNumber, name, office, ...daysOf(message) }),
    );
  }

  @Route({
    method: 'GET',
    path: '/inspectors/:certificateNumber',
    tag: TAG,
    summary: { 'zh-CN': '检查人员及其执法证', en: 'An inspector and the certificate' },
    access: { permission: 'inspectors.read' },
    params: INSPECTOR_PARAMS,
    responses: { 200: INSPECTOR },
  })
  async get(
    @Caller() { reach }: Principal,
    @Param() { certificateNumber }: InspectorParams,
  ): Promise<InspectorMessage> {
    return presentInspector(await this.inspectors.get(reach, certificateNumber));
  }

  @Route({
    method: 'POST',
    path: '/inspectors/:certificateNumber/renewals',
    tag: TAG,
    summary: { 'zh-CN': '登记执法证续期', en: 'Record the renewal of a certificate' },
    access: { permission: 'inspectors.change' },
    params: INSPECTOR_PARAMS,
    body: RENEWAL,
    responses: { 201: INSPECTOR },
  })
  async renew(
    @Caller() { reach }: Principal,
    @Param() { certificateNumber }: InspectorParams,
    @Body() message: RenewalMessage,
  ): Promise<InspectorMessage> {
    return presentInspector(await this.inspectors.renew(reach, certificateNumber, daysOf(message)));
  }

  @Route({
    method: 'POST',
    path: '/inspectors/:certificateNumber/revocations',
    tag: TAG,
    summary: { 'zh-CN': '登记执法证注销', en: 'Record the revocation of a certificate' },
    description: {
      'zh-CN': '只影响此后登记的检查；已登记的检查不受影响。',
      en: 'It binds the inspections that are recorded from then on; those on record stay as they are.',
    },
    access: { permission: 'inspectors.change' },
    params: INSPECTOR_PARAMS,
    body: REVOCATION,
    responses: { 201: INSPECTOR },
  })
  async revoke(
    @Caller() { reach }: Principal,
    @Param() { certificateNumber }: InspectorParams,
    @Body() { revokedFrom, reason }: RevocationMessage,
  ): Promise<InspectorMessage> {
    const revocation = { revokedFrom: civilDate(revokedFrom), reason };
    return presentInspector(await this.inspectors.revoke(reach, certificateNumber, revocation));
  }
}

function daysOf({ validFrom, validTo }: RenewalMessage): CertificateDays {
  return { validFrom: civilDate(validFrom), ...(validTo === undefined ? {} : { validTo: civilDate(validTo) }) };
}
