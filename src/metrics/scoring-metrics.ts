import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { InspectionDecision } from '../core';
import { Metrics } from './metrics';

/** Counts what was scored. The labels are those of installed rule sets, so that there are only so many. */
@Injectable()
export class ScoringMetrics {
  private readonly scorings: Counter<'rule_set' | 'version' | 'purpose'>;
  private readonly points: Counter<'rule_set' | 'version' | 'item'>;

  constructor({ registry }: Metrics) {
    this.scorings = new Counter({
      name: 'jifen_scorings_total',
      help: 'Inspections scored: recorded, or tried without storing anything',
      labelNames: ['rule_set', 'version', 'purpose'],
      registers: [registry],
    });
    this.points = new Counter({
      name: 'jifen_item_points_total',
      help: 'Points that recorded inspections found by item, whether they were posted or not',
      labelNames: ['rule_set', 'version', 'item'],
      registers: [registry],
    });
  }

  /** To be told once the inspection is committed. */
  recorded({ ruleSet: { id, version }, items }: InspectionDecision): void {
    this.scorings.inc({ rule_set: id, version, purpose: 'recorded' });
    for (const { item, points } of items) if (points > 0) this.points.inc({ rule_set: id, version, item }, points);
  }

  tried({ ruleSet: { id, version } }: InspectionDecision): void {
    this.scorings.inc({ rule_set: id, version, purpose: 'tried' });
  }
}
