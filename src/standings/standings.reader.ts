import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { CivilDate, dayOf, findingKey, foldHistory, KnownAt, RuleSet, Standing } from '../core';
import { StoredHistory } from '../inspections/history.read-model';
import { lifeOfMeasure } from '../measures/measure-life';
import { wordsOfRung } from '../measures/measures.read-model';
import { StoredMeasure } from '../measures/measures.store';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { StandingMeasure, StandingView } from './standing-view';

/** Of whom, when and as known when a standing is asked for. */
export interface StandingAsked {
  readonly subject: { readonly id: string; readonly code: string };
  readonly ruleSetId: string;
  readonly history: Pick<StoredHistory, 'records' | 'findingIds'>;
  /** All that are kept of the subject under the rule set. */
  readonly measures: readonly StoredMeasure[];
  readonly asOf: CivilDate;
  /** Absent: with everything recorded. */
  readonly knownAt?: KnownAt | undefined;
  readonly now: KnownAt;
}

/** Folds stored histories to standings. */
@Injectable()
export class StandingsReader {
  constructor(private readonly ruleSets: RuleSetsReadModel) {}

  /** @throws UnprocessableError where no version of the rule set is in force on the as-of day */
  async read(manager: EntityManager, asked: StandingAsked): Promise<StandingView> {
    const standing = await this.readInForce(manager, asked);
    if (standing !== undefined) return standing;
    throw new UnprocessableError({ code: 'no_version_in_force', path: '/query/asOf', value: asked.asOf });
  }

  /** The same; undefined where no version is in force. */
  async readInForce(manager: EntityManager, asked: StandingAsked): Promise<StandingView | undefined> {
    const { subject, ruleSetId, history, measures, asOf, knownAt, now } = asked;
    const version = await this.ruleSets.inForceOn(manager, ruleSetId, asOf);
    if (version === undefined) return undefined;
    const { rules } = version;
    const question = { records: history.records, rules, asOf };
    const standing = foldHistory(knownAt === undefined ? question : { ...question, knownAt });
    const kept = measures.filter(({ cycleFrom }) => cycleFrom === standing.cycle.from);
    return {
      subject: subject.code,
      forecast: asOf > dayOf(now, rules.ruleSet.timeZone),
      standing,
      measures: measuresOf(rules.ruleSet, standing, kept, knownAt),
      findingId: (finding) => history.findingIds.get(findingKey(finding)) ?? '',
    };
  }
}

/** The measures kept as of the day and as known at the instant, and those due that are not kept yet. */
function measuresOf(
  ruleSet: RuleSet,
  standing: Standing,
  kept: readonly StoredMeasure[],
  knownAt: KnownAt | undefined,
): readonly StandingMeasure[] {
  const words = (rung: string) => ({ rung, ...wordsOfRung(ruleSet, rung) });
  const alive = new Set<string>();
  const existing = inOrderOfCreation(kept).flatMap(({ id, rung, dueOn, steps }): StandingMeasure[] => {
    const life = lifeOfMeasure(steps, standing.asOf, knownAt);
    // Withdrawn since, and created anew for a day gone by: on that day it was the first that was to be taken.
    if (life === undefined || (life.state !== 'withdrawn' && alive.has(rung))) return [];
    if (life.state !== 'withdrawn') alive.add(rung);
    return [{ id, ...words(rung), dueOn, ...life }];
  });
  const due = standing.measures
    .filter(({ rung }) => !alive.has(rung))
    .map(({ rung, dueOn }): StandingMeasure => {
      return { id: null, ...words(rung), dueOn, state: 'due', basisChanged: false };
    });
  const place = ({ rung }: StandingMeasure): number => ruleSet.ladder.rungs.findIndex(({ code }) => code === rung);
  return [...existing, ...due].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : place(a) - place(b)));
}

function inOrderOfCreation(kept: readonly StoredMeasure[]): readonly StoredMeasure[] {
  const createdAt = ({ steps }: StoredMeasure): number => steps[0]?.recordedAt ?? 0;
  return [...kept].sort((a, b) => createdAt(a) - createdAt(b));
}
