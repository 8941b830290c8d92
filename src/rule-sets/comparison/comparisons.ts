import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnavailableError } from '../../common/errors/unavailable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { Settings } from '../../config/settings';
import { CompiledRuleSet, compareRuleSets, RuleSetComparison } from '../../core';
import { COMPARISON_MESSAGES } from './comparison.messages';

/** Comparisons that are kept; one of the furnace measures with an amendment takes about 100 kB. */
const MOST_KEPT = 50;

/**
 * Compares contents, each pair once: the same two hashes come to the same comparison. One comparison is worked on at a
 * time, and between its questions everybody else is served. None outlasts the request that asked for it first.
 */
@Injectable()
export class Comparisons {
  /** By both hashes, the last asked for last. */
  private readonly kept = new Map<string, Promise<RuleSetComparison>>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly settings: Settings) {}

  /** @throws UnavailableError where it is not made within the time of a request */
  of(old: CompiledRuleSet, fresh: CompiledRuleSet): Promise<RuleSetComparison> {
    const key = `${old.identity.hash} ${fresh.identity.hash}`;
    const comparison = this.kept.get(key) ?? this.compare(old, fresh, key);
    this.kept.delete(key);
    this.kept.set(key, comparison);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return comparison;
  }

  private compare(old: CompiledRuleSet, fresh: CompiledRuleSet, key: string): Promise<RuleSetComparison> {
    const { requestTimeout } = this.settings;
    const until = performance.now() + requestTimeout;
    const pause = async (): Promise<void> => {
      await setImmediate();
      if (performance.now() < until) return;
      const params = { seconds: requestTimeout / 1000 };
      throw new UnavailableError(problemIn(COMPARISON_MESSAGES, 'comparison_late', { params }));
    };
    const comparison = this.last.then(pause).then(() => compareRuleSets(old, fresh, pause));
    // What failed is asked again by whoever comes next, and holds up nobody.
    this.last = comparison.catch(() => this.kept.delete(key));
    return comparison;
  }
}
