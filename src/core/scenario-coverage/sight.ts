import { describeWith, ProblemText, Told } from '../problems/problem';
import { Locale } from '../rule-set/rule-set.types';
import { SIGHT_MESSAGES } from './sight.messages';

export type SightCode = keyof typeof SIGHT_MESSAGES;

/** What a sight is about. */
export type SightGroup = 'items' | 'comparisons' | 'variants' | 'rungs' | 'dates';

export function groupOf(code: SightCode): SightGroup {
  if (code.startsWith('item_')) return 'items';
  if (code.startsWith('comparison_')) return 'comparisons';
  if (code.startsWith('variant_')) return 'variants';
  return code.startsWith('rung_') || code.startsWith('regime_rung_') ? 'rungs' : 'dates';
}

/** The words of something that no scenario shows: what is missing, and the scenario to write. */
export function describeSight(sight: Told<SightCode>, locale: Locale): ProblemText {
  return describeWith(SIGHT_MESSAGES, sight, locale);
}

/** Something that the scenarios of a rule set should show. */
export interface Sight extends Told<SightCode> {
  /** The first passing scenario that shows it; absent while none does. */
  readonly seenIn?: string;
}

/** Sights of one rule set, filled in scenario by scenario. */
export class Sights {
  private readonly all: { told: Told<SightCode>; seenIn?: string }[] = [];

  /** Adds something to be seen. @returns marks it as seen in a scenario */
  expect(code: SightCode, path: string, params: Told<SightCode>['params'] = {}): (scenario: string) => void {
    const sight: (typeof this.all)[number] = { told: { code, path, params } };
    this.all.push(sight);
    return (scenario) => {
      sight.seenIn ??= scenario;
    };
  }

  list(): readonly Sight[] {
    return this.all.map(({ told, seenIn }) => ({ ...told, ...(seenIn === undefined ? {} : { seenIn }) }));
  }
}
