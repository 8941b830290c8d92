import { Text } from '../rule-set/rule-set.types';
import { fillText, inBoth, listed, quoted } from '../wording/wording';
import { AskedFact, ItemComparison, Remark } from './comparison.types';
import { text } from './properties/property.types';

const SENTENCES: Readonly<Record<Remark['code'], Text>> = {
  texts_only: text(
    '只修改文字，认定、记分和整改期限不变。',
    'Only texts change; what is violated, points and deadline stay.',
  ),
  basis_without_effect: text(
    '依据条款有修改，记分和整改期限不变。',
    'The legal basis changes; points and deadline do not.',
  ),
  effect_without_basis: text(
    '记分或者整改期限有修改，依据条款未改。',
    'Points or deadline change; the legal basis does not.',
  ),
  same_effect: text(
    '条件的写法有修改，认定和记分不变。',
    'Conditions are written otherwise; what is decided and scored stays.',
  ),
  asks_more: text('今后还须查明：{facts}。', 'From now on it also asks for: {facts}.'),
  asks_less: text('不再需要查明：{facts}。', 'It no longer asks for: {facts}.'),
  incomparable_facts: text(
    '所读事实在两版本中不能比较，无法检索记分的差别。',
    'The facts it reads cannot be compared between the versions, so no difference in points can be searched for.',
  ),
};

/** What readers of an item that is in both versions should see: texts and effects that changed without each other. */
export function remarksOf(
  item: Pick<ItemComparison, 'changes' | 'points' | 'deadline' | 'asks' | 'status'>,
): readonly Remark[] {
  const { changes, points, deadline, asks, status } = item;
  const whole = status === 'added' || status === 'removed';
  const effect =
    points.direction !== 'none' || points.otherwise !== null || (deadline !== null && deadline.direction !== 'none');
  const basis = changes.some(({ path }) => /^\/items\/[^/]+\/legalBasis/.test(path));
  const rewritten = changes.some(
    ({ concern, path }) =>
      concern === 'points' && /^\/items\/[^/]+\/(appliesWhen|condition|points|variants)/.test(path),
  );
  const texts = changes.length > 0 && changes.every(({ concern }) => concern === 'text' || concern === 'nothing');
  const codes: readonly (readonly [Remark['code'], boolean])[] = [
    ['texts_only', !whole && texts && !effect],
    ['basis_without_effect', !whole && basis && !effect],
    ['effect_without_basis', !whole && effect && !basis],
    ['same_effect', !whole && rewritten && points.direction === 'none' && points.whole && points.otherwise === null],
    ['incomparable_facts', points.direction === 'undetermined'],
    ['asks_more', asks.added.length > 0 && status !== 'added'],
    ['asks_less', asks.dropped.length > 0 && status !== 'removed'],
  ];
  return codes
    .filter(([, holds]) => holds)
    .map(([code]) => {
      const facts = factNames(code === 'asks_more' ? asks.added : asks.dropped);
      return { code, sentence: fillText(SENTENCES[code], { facts }) };
    });
}

/** Facts by their names, in quotation marks. */
function factNames(facts: readonly AskedFact[]): Text {
  return inBoth((locale) =>
    listed(
      facts.map(({ text: name }) => quoted(name[locale], locale)),
      locale,
    ),
  );
}
