import { CivilDate } from '../dates/civil-date';
import { NO_POINTS, Points, toPoints } from '../numbers/points';
import { Concurrency } from '../rule-set/regime.types';
import { Context } from './context.types';
import { Entry, regimeOf } from './entry.types';
import { isFor } from './kinship';
import { Posting } from './posting.types';
import { holds } from './test';

/** The postings of one act or occasion, in the order in which they were made. */
interface Group {
  readonly rule: Concurrency;
  readonly members: Posting[];
  /** Of `highest`: the one that counts; of `atMost`: what is left of it. */
  best?: Posting;
  left: Points;
}

/**
 * Which of several postings of one act, occasion or day count (P5). The first rule that fits a case decides. A posting
 * that a gate keeps out for a time takes no part, so those it displaced come back.
 */
export class ConcurrencyGroups {
  private readonly groups = new Map<string, Group>();
  private readonly groupOf = new Map<Posting, Group>();

  /** @param reprice called for every posting whose points a rule has changed */
  constructor(private readonly reprice: (posting: Posting) => void) {}

  /** Sets the points of a posting that is being made, and of those of its group that it displaces. */
  join(posting: Posting, context: Context): void {
    const group = this.find(posting.entry, context);
    posting.points = posting.made;
    if (group === undefined) return;
    this.groupOf.set(posting, group);
    group.members.push(posting);
    this.weighIn(group, posting);
  }

  /** A member has gone or come back: the whole group is weighed anew. */
  weighAnew(posting: Posting): void {
    const group = this.groupOf.get(posting);
    if (group === undefined) return;
    delete group.best;
    group.left = atMost(group.rule);
    const before = new Map(group.members.map((one) => [one, one.points]));
    for (const one of group.members) {
      one.points = one.made;
      delete one.reason;
      delete one.insteadOf;
      if (one.active) this.weighIn(group, one);
    }
    for (const [one, points] of before) if (one.active && one.points !== points) this.reprice(one);
  }

  private find(entry: Entry, context: Context): Group | undefined {
    for (const rule of regimeOf(entry).concurrency ?? []) {
      const mark = isFor(rule, entry) ? markOf(rule, entry) : undefined;
      if (mark === undefined || (rule.unless !== undefined && holds(rule.unless, context))) continue;
      const name = `${rule.code}/${mark}`;
      const group = this.groups.get(name) ?? { rule, members: [], left: atMost(rule) };
      this.groups.set(name, group);
      return rule.take === 'sum' ? undefined : group;
    }
    return undefined;
  }

  private weighIn(group: Group, posting: Posting): void {
    const { rule, best } = group;
    if (rule.take !== 'highest') {
      posting.points = Math.min(posting.made, group.left) as Points;
      group.left = (group.left - posting.points) as Points;
      if (posting.points < posting.made) posting.reason = rule.code;
    } else if (best === undefined) {
      group.best = posting;
    } else if (posting.made > best.made) {
      group.best = posting;
      displace(best, posting, rule);
      this.reprice(best);
    } else {
      displace(posting, best, rule);
    }
  }
}

function displace(loser: Posting, winner: Posting, rule: Concurrency): void {
  loser.points = NO_POINTS;
  loser.reason = rule.code;
  loser.insteadOf = winner.entry.key;
}

const atMost = ({ take }: Concurrency): Points => (typeof take === 'object' ? toPoints(take.atMost) : NO_POINTS);

/** What the entry shares with others of its group; undefined where it has none of it. */
function markOf({ by }: Concurrency, entry: Entry): string | CivilDate | undefined {
  return 'tag' in by ? entry.tags[by.tag] : entry.dates.get(by.date);
}
