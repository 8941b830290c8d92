import { Body, Controller, Headers, Param } from '@nestjs/common';
import { Caller } from '../access/caller';
import { Permission } from '../access/permissions';
import type { Principal } from '../access/principal';
import { Route } from '../common/http/route.decorator';
import { RouteDefinition } from '../common/http/route.types';
import { Text } from '../core';
import { FindingsService, Recorded } from './findings.service';
import type {
  IdParams,
  NewExtensionMessage,
  NewFindingAnnulmentMessage,
  NewRecordAnnulmentMessage,
  NewRectificationMessage,
  NewReInspectionMessage,
} from './schemas/finding-records.schema';
import {
  ID_PARAMS,
  NEW_EXTENSION,
  NEW_FINDING_ANNULMENT,
  NEW_RECORD_ANNULMENT,
  NEW_RECTIFICATION,
  NEW_RE_INSPECTION,
  RECORDED,
} from './schemas/finding-records.schema';
import type { OptionalIdempotencyHeaders } from './schemas/inspection.schema';
import { OPTIONAL_IDEMPOTENCY_HEADERS } from './schemas/inspection.schema';

/** All of these record something about what an inspection found. */
function recording(path: string, permission: Permission, body: object, summary: Text): RouteDefinition {
  return {
    method: 'POST',
    path,
    tag: '整改、复查、延期、撤销 · Findings',
    summary,
    access: { permission },
    params: ID_PARAMS,
    headers: OPTIONAL_IDEMPOTENCY_HEADERS,
    body: { ...body },
    responses: { 201: RECORDED },
  };
}

@Controller()
export class FindingsController {
  constructor(private readonly findings: FindingsService) {}

  @Route(
    recording('/findings/:id/rectification', 'findings.rectify', NEW_RECTIFICATION, {
      'zh-CN': '登记整改完成',
      en: 'Report a fault as put right',
    }),
  )
  rectify(
    @Caller() { reach }: Principal,
    @Param() { id }: IdParams,
    @Headers() headers: OptionalIdempotencyHeaders,
    @Body() message: NewRectificationMessage,
  ): Promise<Recorded> {
    const key = headers['idempotency-key'];
    return this.findings.aboutFinding(reach, id, (finding) => ({ type: 'rectification', finding, ...message }), key);
  }

  @Route(
    recording('/findings/:id/re-inspections', 'findings.reinspect', NEW_RE_INSPECTION, {
      'zh-CN': '登记复查结果',
      en: 'Record a re-inspection',
    }),
  )
  reInspect(
    @Caller() { reach }: Principal,
    @Param() { id }: IdParams,
    @Headers() headers: OptionalIdempotencyHeaders,
    @Body() message: NewReInspectionMessage,
  ): Promise<Recorded> {
    const key = headers['idempotency-key'];
    return this.findings.aboutFinding(reach, id, (finding) => ({ type: 're_inspection', finding, ...message }), key);
  }

  @Route(
    recording('/findings/:id/extensions', 'findings.extend', NEW_EXTENSION, {
      'zh-CN': '登记延期决定',
      en: 'Move a deadline',
    }),
  )
  extend(
    @Caller() { reach }: Principal,
    @Param() { id }: IdParams,
    @Headers() headers: OptionalIdempotencyHeaders,
    @Body() message: NewExtensionMessage,
  ): Promise<Recorded> {
    const key = headers['idempotency-key'];
    return this.findings.aboutFinding(reach, id, (finding) => ({ type: 'extension', finding, ...message }), key);
  }

  @Route(
    recording('/findings/:id/annulment', 'findings.annul', NEW_FINDING_ANNULMENT, {
      'zh-CN': '撤销违规记录',
      en: 'Annul a finding',
    }),
  )
  annul(
    @Caller() { reach }: Principal,
    @Param() { id }: IdParams,
    @Headers() headers: OptionalIdempotencyHeaders,
    @Body() message: NewFindingAnnulmentMessage,
  ): Promise<Recorded> {
    const key = headers['idempotency-key'];
    return this.findings.aboutFinding(
      reach,
      id,
      (finding) => ({ type: 'annulment', annuls: { finding }, ...message }),
      key,
    );
  }

  @Route(
    recording('/records/:id/annulment', 'records.annul', NEW_RECORD_ANNULMENT, {
      'zh-CN': '撤销检查、整改、复查或者延期记录',
      en: 'Annul an inspection, rectification, re-inspection or extension',
    }),
  )
  annulRecord(
    @Caller() { reach }: Principal,
    @Param() { id }: IdParams,
    @Headers() headers: OptionalIdempotencyHeaders,
    @Body() message: NewRecordAnnulmentMessage,
  ): Promise<Recorded> {
    return this.findings.annulRecord(reach, id, message, headers['idempotency-key']);
  }
}
