import { Text } from '../rule-set/rule-set.types';
import { fillText } from '../wording/wording';
import { ComparedVersion, Direction, OverallDirection, RuleSetComparison } from './comparison.types';
import { joinDirections } from './direction';
import { text } from './properties/property.types';

type Parts = Pick<RuleSetComparison, 'items' | 'exclusions' | 'settings' | 'facts' | 'others'>;

/** The direction of all that changed. Only a search of every value proves; what histories show is what was found. */
export function overallDirection(
  versions: { readonly old: ComparedVersion; readonly new: ComparedVersion },
  { items, exclusions, settings, facts, others }: Parts,
): OverallDirection {
  const points = [...items.map((item) => item.points), ...exclusions.map(({ effect }) => effect)];
  const standings = [...items.map(({ deadline }) => deadline), ...settings.map(({ effect }) => effect)].filter(
    (effect) => effect !== null,
  );
  const changes = [
    ...items.flatMap((item) => item.changes),
    ...settings.flatMap((setting) => setting.changes),
    ...facts,
    ...others,
  ];
  const unknown = changes.some(({ concern }) => concern === 'unknown');
  const direction = joinDirections([
    ...points.map((effect) => effect.direction),
    ...standings.map((effect) => effect.direction),
    ...(unknown ? ['undetermined' as const] : []),
  ]);
  const proved =
    direction === 'mixed' || (!unknown && standings.length === 0 && points.every((effect) => effect.whole));
  return { direction, proved, sentence: sentenceOf(versions, direction, proved) };
}

const SENTENCES: Readonly<Record<Direction, Text>> = {
  stricter: text(
    '以 {old} 为基准，{new} 总体更严{found}。',
    'Against {old} as the baseline, {new} is stricter as a whole{found}.',
  ),
  milder: text(
    '以 {old} 为基准，{new} 总体更宽{found}。',
    'Against {old} as the baseline, {new} is milder as a whole{found}.',
  ),
  mixed: text(
    '以 {old} 为基准，{new} 有严有宽。',
    'Against {old} as the baseline, {new} is stricter in some things and milder in others.',
  ),
  none: text(
    '以 {old} 为基准，{new} 不更严也不更宽{found}。',
    'Against {old} as the baseline, {new} is neither stricter nor milder{found}.',
  ),
  undetermined: text(
    '以 {old} 为基准，无法判断 {new} 更严还是更宽。',
    'Against {old} as the baseline, it cannot be told whether {new} is stricter or milder.',
  ),
};

const FOUND = text('（试算所见，未经全部检索）', ', by what was found in the tries made');
const NOTHING = text('', '');

function sentenceOf(
  { old, new: fresh }: { readonly old: ComparedVersion; readonly new: ComparedVersion },
  direction: Direction,
  proved: boolean,
): Text {
  const name = ({ id, version }: ComparedVersion): string => `${id} ${version}`;
  return fillText(SENTENCES[direction], { old: name(old), new: name(fresh), found: proved ? NOTHING : FOUND });
}
