import { Told } from '../problems/problem';
import { SIGHT_MESSAGES } from './sight.messages';

export type SightCode = keyof typeof SIGHT_MESSAGES;

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
