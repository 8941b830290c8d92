import { Text } from '../../rule-set/rule-set.types';
import { OUTCOME_TERMS } from '../../wording/terms';
import { fillText, inBoth, listed, pointsText, quoted, spaced } from '../../wording/wording';
import { CounterexampleFact, ItemResult, PointsCounterexample, PointsEffect } from '../comparison.types';

const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english });

const EFFECTS = {
  same: text(
    '已检索全部取值，两版本的认定和记分完全相同。',
    'Every value was searched: both versions decide and score alike.',
  ),
  sameTried: text(
    '试算 {tried} 种事实，未发现认定或者记分不同。',
    'Of {tried} choices of facts none is decided or scored differently.',
  ),
  otherwise: text(
    '已检索全部取值，记分相同，认定结果有不同。',
    'Every value was searched: the points are the same, the outcome is not always.',
  ),
  otherwiseTried: text(
    '试算 {tried} 种事实，未发现记分不同，认定结果有不同。',
    'Of {tried} choices of facts none costs other points; the outcome is not always the same.',
  ),
  stricter: text(
    '更严：已检索全部取值，没有记分减少的情形。',
    'Stricter: every value was searched, and nothing costs fewer points.',
  ),
  stricterTried: text(
    '更严：试算 {tried} 种事实，未发现记分减少的情形。',
    'Stricter: of {tried} choices of facts none costs fewer points.',
  ),
  milder: text(
    '更宽：已检索全部取值，没有记分增加的情形。',
    'Milder: every value was searched, and nothing costs more points.',
  ),
  milderTried: text(
    '更宽：试算 {tried} 种事实，未发现记分增加的情形。',
    'Milder: of {tried} choices of facts none costs more points.',
  ),
  mixed: text('有严有宽：有的情形记分增加，有的情形记分减少。', 'Mixed: some facts cost more points, some fewer.'),
  undetermined: text(
    '无法比较：所读事实在两版本中类型、来源不同，或者没有共同的取值。',
    'Cannot be compared: a fact is of another type, comes from elsewhere, or has no value that both versions accept.',
  ),
} satisfies Readonly<Record<string, Text>>;

/** What a search for facts that are scored differently came to. */
export function pointsEffectSentence({
  direction,
  tried,
  whole,
  otherwise,
}: Pick<PointsEffect, 'direction' | 'tried' | 'whole' | 'otherwise'>): Text {
  switch (direction) {
    case 'none':
      if (otherwise !== null) return fillText(whole ? EFFECTS.otherwise : EFFECTS.otherwiseTried, { tried });
      return fillText(whole ? EFFECTS.same : EFFECTS.sameTried, { tried });
    case 'stricter':
      return fillText(whole ? EFFECTS.stricter : EFFECTS.stricterTried, { tried });
    case 'milder':
      return fillText(whole ? EFFECTS.milder : EFFECTS.milderTried, { tried });
    case 'mixed':
      return EFFECTS.mixed;
    case 'undetermined':
      return EFFECTS.undetermined;
  }
}

const EXAMPLE = {
  facts: text('设{facts}：', 'With {facts}: '),
  anyFacts: text('不论事实如何：', 'Whatever the facts: '),
  fact: text('{fact}为{value}', '{fact}{value}'),
  item: text('{item} 由 {old}变为 {new}', '{item} goes from {old} to {new}'),
  appears: text('{item} 原无此事项，现为 {new}', '{item} did not exist and is now {new}'),
  disappears: text('{item} 原为 {old}，现无此事项', '{item} was {old} and no longer exists'),
  result: text('{points}（{outcome}）', '{points} ({outcome})'),
  replaced: text('{points}（{outcome}，因互斥不计）', '{points} ({outcome}, not counted beside an exclusive item)'),
  total: text('；该次检查合计由 {old} 分变为 {new} 分', '; the inspection as a whole from {old} to {new} points'),
  others: text(
    '。其余 {count} 项事实须已检查，取值不影响这一差别',
    '. {count} further facts must have been checked; their values make no difference to this',
  ),
  other: text(
    '。其余 1 项事实须已检查，取值不影响这一差别',
    '. One further fact must have been checked; its value makes no difference to this',
  ),
  between: text('；', '; '),
  end: text('。', '.'),
} satisfies Readonly<Record<string, Text>>;

type Told = Pick<PointsCounterexample, 'facts' | 'items' | 'total'>;

/** A counterexample in one sentence: the facts that decide it, and what both versions make of them. */
export function counterexampleSentence({ facts, items, total }: Told): Text {
  const deciding = facts.filter((fact) => fact.deciding);
  const others = facts.length - deciding.length;
  const parts = [
    deciding.length === 0 ? EXAMPLE.anyFacts : fillText(EXAMPLE.facts, { facts: factList(deciding) }),
    ...items.flatMap((pair, place) => [...(place === 0 ? [] : [EXAMPLE.between]), itemSentence(pair)]),
    ...(items.length === 1 && sameAsTotal(items[0], total) ? [] : [fillText(EXAMPLE.total, total)]),
    ...(others === 0 ? [] : [fillText(others === 1 ? EXAMPLE.other : EXAMPLE.others, { count: others })]),
    EXAMPLE.end,
  ];
  return joinTexts(parts);
}

export function joinTexts(parts: readonly Text[], between = ''): Text {
  return inBoth((locale) => parts.map((part) => part[locale]).join(between));
}

function factList(facts: readonly CounterexampleFact[]): Text {
  return inBoth((locale) =>
    listed(
      facts.map(({ text: name, valueText }) => {
        const filled = fillText(EXAMPLE.fact, {
          fact: quoted(name[locale], locale),
          value: spaced(valueText[locale], locale),
        });
        return filled[locale];
      }),
      locale,
    ),
  );
}

function itemSentence({ old, new: fresh }: Told['items'][number]): Text {
  if (old !== null && fresh !== null) {
    return fillText(EXAMPLE.item, { item: fresh.item, old: result(old), new: result(fresh) });
  }
  if (fresh !== null) return fillText(EXAMPLE.appears, { item: fresh.item, new: result(fresh) });
  return old === null ? text('', '') : fillText(EXAMPLE.disappears, { item: old.item, old: result(old) });
}

function result({ points, counted, outcome }: ItemResult): Text {
  return fillText(counted === points ? EXAMPLE.result : EXAMPLE.replaced, {
    points: pointsText(points),
    outcome: OUTCOME_TERMS[outcome],
  });
}

/** Where nothing else is violated the points of the inspection are those of the item. */
function sameAsTotal(pair: Told['items'][number] | undefined, total: Told['total']): boolean {
  return (pair?.old?.counted ?? 0) === total.old && (pair?.new?.counted ?? 0) === total.new;
}
