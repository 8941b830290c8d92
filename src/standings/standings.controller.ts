import { Controller, Param, Query } from '@nestjs/common';
import { Caller } from '../access/caller';
import type { Principal } from '../access/principal';
import { Route } from '../common/http/route.decorator';
import { normaliseCreditCode } from '../subjects/credit-code';
import { presentStanding, PresentedStanding } from './presenters/standing.presenter';
import type { StandingQuery, SubjectParams } from './schemas/standing.schema';
import { STANDING, STANDING_QUERY, SUBJECT_PARAMS } from './schemas/standing.schema';
import { StandingsService } from './standings.service';

@Controller()
export class StandingsController {
  constructor(private readonly standings: StandingsService) {}

  @Route({
    method: 'GET',
    path: '/subjects/:code/standing',
    tag: '记分 · Points',
    summary: { 'zh-CN': '企业累计记分', en: 'The standing of an enterprise' },
    description: {
      'zh-CN': '截至日期在今日之后的为预测；knownAt 用于查询当时所知的结果。',
      en: 'A day after today gives a forecast; knownAt asks for what was known at the time.',
    },
    access: { permission: 'standings.read' },
    params: SUBJECT_PARAMS,
    query: STANDING_QUERY,
    responses: { 200: STANDING },
  })
  async standing(
    @Caller() { reach }: Principal,
    @Param() { code }: SubjectParams,
    @Query() query: StandingQuery,
  ): Promise<PresentedStanding> {
    return presentStanding(await this.standings.standing(reach, { ...query, subject: normaliseCreditCode(code) }));
  }
}
