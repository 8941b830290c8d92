import { fillText } from '../wording/wording';
import { ExclusionComparison } from './comparison.types';
import { MatchedItem, newCodes } from './match-items';
import { pointsEffect } from './points-effect';
import { Pause } from './pause';
import { PointsQuestion } from './points-question';
import { text } from './properties/property.types';
import { Versions } from './version';

const SENTENCES = {
  added: text(
    '{a} 与 {b} 改为互斥：同一次检查只计其中一项。',
    '{a} and {b} become exclusive: only one of them counts in one inspection.',
  ),
  removed: text(
    '{a} 与 {b} 不再互斥：同一次检查可以同时计分。',
    '{a} and {b} are no longer exclusive: both can count in one inspection.',
  ),
};

/** The pairs of items that are exclusive with each other in one version only, among those that both versions have. */
export async function compareExclusions(
  versions: Versions,
  matched: readonly MatchedItem[],
  pause: Pause,
): Promise<readonly ExclusionComparison[]> {
  const codes = newCodes(matched);
  const byCode = new Map(
    matched.flatMap((pair) => (pair.old && pair.new ? [[pair.new.item.code, pair] as const] : [])),
  );
  const compared: ExclusionComparison[] = [];
  const pairs = [...byCode.values()];
  for (const [place, a] of pairs.entries()) {
    const before = new Set(a.old?.item.exclusiveWith?.map((code) => codes.get(code) ?? code));
    const after = new Set(a.new?.item.exclusiveWith);
    for (const b of pairs.slice(place + 1)) {
      const [codeA, codeB] = [a.new?.item.code ?? '', b.new?.item.code ?? ''];
      if (before.has(codeB) === after.has(codeB)) continue;
      const kind = after.has(codeB) ? 'added' : 'removed';
      await pause();
      const effect = await pointsEffect(versions, new PointsQuestion(versions, [a, b]), pause);
      const sentence = fillText(SENTENCES[kind], { a: codeA, b: codeB });
      compared.push({ kind, items: [codeA, codeB], effect, sentence });
    }
  }
  return compared;
}
