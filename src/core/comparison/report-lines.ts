import { Locale, Text } from '../rule-set/rule-set.types';
import { fillText, quoted } from '../wording/wording';
import {
  ExclusionComparison,
  ItemComparison,
  PointsEffect,
  RuleSetComparison,
  SettingComparison,
  StandingEffect,
} from './comparison.types';
import { REPORT } from './words/report.words';

/** The sentences of a comparison in one language, as every report of it tells them. */
export class ReportLines {
  constructor(private readonly locale: Locale) {}

  say(template: Text, params: Parameters<typeof fillText>[1] = {}): string {
    return fillText(template, params)[this.locale];
  }

  /** What both are, in which direction it goes, and what it means for those who inspect. */
  head({ old, new: fresh, sameRuleSet, equal, direction, items, asks }: RuleSetComparison): readonly string[] {
    if (equal) return [this.say(REPORT.equal)];
    const count = (status: ItemComparison['status']): number => items.filter((item) => item.status === status).length;
    const counts = {
      old: old.items,
      new: fresh.items,
      added: count('added'),
      removed: count('removed'),
      renumbered: count('renumbered'),
      moved: count('moved'),
      changed: count('changed'),
    };
    return [
      direction.sentence[this.locale],
      ...(sameRuleSet ? [] : [this.say(REPORT.otherRuleSet)]),
      this.say(REPORT.counts, counts),
      ...(asks.added.length === 0 ? [] : [this.say(REPORT.asksAdded, { facts: this.names(asks.added) })]),
      ...(asks.dropped.length === 0 ? [] : [this.say(REPORT.asksDropped, { facts: this.names(asks.dropped) })]),
    ];
  }

  itemHeading({ code, oldCode, oldNumber, newNumber, status, title }: ItemComparison): string {
    const params = { code: oldCode ?? '', old: oldNumber ?? '', new: newNumber ?? '' };
    return `${code} ${title[this.locale]}${this.locale === 'en' ? '  ' : '　'}${this.say(REPORT.status[status], params)}`;
  }

  /** What the changes of an item come to. */
  itemEffects({ points, deadline, remarks }: ItemComparison): readonly string[] {
    return [
      ...(points.tried === 0 && points.direction === 'none' ? [] : this.effect(REPORT.effect, points)),
      ...(deadline === null ? [] : this.effect(REPORT.deadlineEffect, deadline)),
      ...remarks.map(({ sentence }) => this.say(REPORT.remark, { sentence })),
    ];
  }

  exclusionEffects({ effect }: ExclusionComparison): readonly string[] {
    return this.effect(REPORT.effect, effect);
  }

  settingEffects({ effect }: SettingComparison): readonly string[] {
    return effect === null ? [] : this.effect(REPORT.effect, effect);
  }

  scenarios({
    old,
    new: fresh,
    added,
    removed,
    changed,
    baseFacts,
  }: RuleSetComparison['scenarios']): readonly string[] {
    if (added.length + removed.length + changed.length + baseFacts.length === 0) return [];
    const counts = { old, new: fresh, added: added.length, removed: removed.length, changed: changed.length };
    const bases = baseFacts.length === 0 ? [] : [this.say(REPORT.baseFacts, { codes: this.list(baseFacts) })];
    return [this.say(REPORT.scenarioCounts, counts), ...bases];
  }

  list(values: readonly string[]): string {
    return values.join(this.locale === 'en' ? ', ' : '、');
  }

  private names(facts: RuleSetComparison['asks']['added']): string {
    return this.list(facts.map(({ text }) => quoted(text[this.locale], this.locale)));
  }

  private effect(template: Text, effect: PointsEffect | StandingEffect): readonly string[] {
    const examples = [effect.more, effect.fewer, effect.otherwise].filter((one) => one !== null);
    return [
      this.say(template, { sentence: effect.sentence }),
      ...examples.map(({ sentence }) => this.say(REPORT.example, { sentence })),
    ];
  }
}
