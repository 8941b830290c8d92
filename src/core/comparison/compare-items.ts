import { askedFacts } from './asked-facts';
import { deadlineQuestion } from './deadline-question';
import { ItemComparison, PointsEffect, StandingEffect } from './comparison.types';
import { itemChanges, titleOf } from './item-changes';
import { MatchedItem, newCodes } from './match-items';
import { NO_EFFECT, pointsEffect } from './points-effect';
import { Pause } from './pause';
import { PointsQuestion } from './points-question';
import { remarksOf } from './remarks';
import { sameMeaning } from './same-meaning';
import { standingEffect } from './standing-effect';
import { Versions } from './version';

/** Compares every item with its counterpart and keeps those that are not the same in both versions. */
export async function compareItems(
  versions: Versions,
  matched: readonly MatchedItem[],
  pause: Pause,
): Promise<readonly ItemComparison[]> {
  const codes = newCodes(matched);
  const compared: ItemComparison[] = [];
  for (const pair of matched) {
    await pause();
    const item = await compareItem(versions, pair, codes, pause);
    const untouched = pair.status === 'kept' && item.changes.length === 0 && item.points === NO_EFFECT;
    if (!untouched) compared.push(item);
  }
  return compared;
}

async function compareItem(
  versions: Versions,
  pair: MatchedItem,
  codes: ReadonlyMap<string, string>,
  pause: Pause,
): Promise<ItemComparison> {
  const { old, new: fresh, status } = pair;
  const item = {
    status: status === 'kept' ? ('changed' as const) : status,
    code: (fresh ?? old)?.item.code ?? '',
    oldCode: old?.item.code ?? null,
    newCode: fresh?.item.code ?? null,
    title: titleOf(pair),
    oldNumber: old === undefined ? null : old.index + 1,
    newNumber: fresh === undefined ? null : fresh.index + 1,
    changes: itemChanges(versions, pair, codes),
    points: await effectOnPoints(versions, pair, pause),
    deadline: await effectOfDeadline(versions, pair, pause),
    asks: askedFacts(versions, [pair]),
  };
  return { ...item, remarks: remarksOf(item) };
}

async function effectOnPoints(versions: Versions, pair: MatchedItem, pause: Pause): Promise<PointsEffect> {
  return sameMeaning(versions, pair) ? NO_EFFECT : pointsEffect(versions, new PointsQuestion(versions, [pair]), pause);
}

async function effectOfDeadline(versions: Versions, pair: MatchedItem, pause: Pause): Promise<StandingEffect | null> {
  const question = deadlineQuestion(versions, pair);
  return question === undefined ? null : standingEffect(versions, question, pause);
}
