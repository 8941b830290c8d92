import { Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Caller } from '../access/caller';
import type { Principal } from '../access/principal';
import { Route } from '../common/http/route.decorator';
import { INSPECTION_CERTIFICATE, STANDING_CERTIFICATE } from '../core';
import type { IdParams } from '../inspections/schemas/finding-records.schema';
import { ID_PARAMS } from '../inspections/schemas/finding-records.schema';
import type { StandingQuery, SubjectParams } from '../standings/schemas/standing.schema';
import { STANDING_QUERY, SUBJECT_PARAMS } from '../standings/schemas/standing.schema';
import { normaliseCreditCode } from '../subjects/credit-code';
import { CertificatesService } from './certificates.service';

const TAG = '证明 · Certificates';

@Controller()
export class CertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  @Route({
    method: 'GET',
    path: '/inspections/:id/certificate',
    tag: TAG,
    summary: { 'zh-CN': '检查记分证明', en: 'A certificate of a scored inspection' },
    description: {
      'zh-CN': '含规则集、事实、结果和签名，可脱机核验；须按原文逐字节保存。',
      en: 'With rule set, facts, result and signature, to be verified offline. Keep it as it is, to the byte.',
    },
    access: { permission: 'certificates.read' },
    params: ID_PARAMS,
    responses: { 200: INSPECTION_CERTIFICATE },
  })
  async ofInspection(
    @Caller() { reach }: Principal,
    @Param() { id }: IdParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return asIs(reply, await this.certificates.ofInspection(reach, id));
  }

  @Route({
    method: 'GET',
    path: '/subjects/:code/standing/certificate',
    tag: TAG,
    summary: { 'zh-CN': '累计记分证明', en: 'A certificate of a standing' },
    description: {
      'zh-CN': '含记分档案及各版本规则集，可脱机重新计算；不写 knownAt 的，以签发时所知为准。',
      en: 'With the history and every version concerned, to be folded again offline; without knownAt, as known now.',
    },
    access: { permission: 'certificates.read' },
    params: SUBJECT_PARAMS,
    query: STANDING_QUERY,
    responses: { 200: STANDING_CERTIFICATE },
  })
  async ofStanding(
    @Caller() { reach }: Principal,
    @Param() { code }: SubjectParams,
    @Query() query: StandingQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const request = { ...query, subject: normaliseCreditCode(code) };
    return asIs(reply, await this.certificates.ofStanding(reach, request));
  }
}

/** Sends the text to the byte: its signature does not hold over the same values in another order or spelling. */
function asIs(reply: FastifyReply, text: string): unknown {
  // Whoever brings a serializer is to say of what type its text is.
  void reply.type('application/json; charset=utf-8').serializer(() => text);
  return JSON.parse(text);
}
