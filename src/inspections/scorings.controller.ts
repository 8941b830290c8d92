import { Body, Controller } from '@nestjs/common';
import { Route } from '../common/http/route.decorator';
import { presentScore } from './presenters/score.presenter';
import type { NewScoringMessage } from './schemas/scoring.schema';
import { NEW_SCORING, SCORING } from './schemas/scoring.schema';
import { ScoringsService } from './scorings.service';

@Controller()
export class ScoringsController {
  constructor(private readonly scorings: ScoringsService) {}

  @Route({
    method: 'POST',
    path: '/scorings',
    tag: '记分 · Points',
    summary: { 'zh-CN': '试算检查记分', en: 'Score facts, storing nothing' },
    access: { permission: 'scorings.create' },
    body: NEW_SCORING,
    responses: { 200: SCORING },
  })
  async score(@Body() message: NewScoringMessage) {
    const score = await this.scorings.score(message);
    return { ruleSet: score.ruleSet, asOf: message.asOf ?? null, ...presentScore(score) };
  }
}
