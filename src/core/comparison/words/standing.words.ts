import { Locale, Text } from '../../rule-set/rule-set.types';
import { fillText, inBoth, listed, quoted, spacedWithin } from '../../wording/wording';
import { StandingCounterexample, StandingEffect, StandingResult } from '../comparison.types';
import { joinTexts } from './effect.words';

const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english });

const EFFECTS = {
  none: text('试算 {tried} 种记分档案，未发现记分情况不同。', 'Of {tried} histories none has another standing.'),
  otherwise: text(
    '试算 {tried} 种记分档案，累计记分相同，其他有不同。',
    'Of {tried} histories none has another total; something else is not the same.',
  ),
  stricter: text(
    '更严：试算 {tried} 种记分档案，未发现记分情况减轻的情形。',
    'Stricter: of {tried} histories none has a lighter standing.',
  ),
  milder: text(
    '更宽：试算 {tried} 种记分档案，未发现记分情况加重的情形。',
    'Milder: of {tried} histories none has a heavier standing.',
  ),
  mixed: text(
    '有严有宽：有的记分档案记分情况加重，有的减轻。',
    'Mixed: some histories have a heavier standing, some a lighter one.',
  ),
} satisfies Readonly<Record<string, Text>>;

/** What a search for histories with another standing came to. */
export function standingEffectSentence(effect: Pick<StandingEffect, 'direction' | 'tried' | 'otherwise'>): Text {
  const { direction, tried, otherwise } = effect;
  if (direction === 'stricter' || direction === 'milder' || direction === 'mixed')
    return fillText(EFFECTS[direction], { tried });
  return fillText(otherwise === null ? EFFECTS.none : EFFECTS.otherwise, { tried });
}

const EXAMPLE = {
  inspection: text('{day} 检查发现{items}违规', '{day}: an inspection finds {items} violated'),
  deadline: text('{item}（整改期限由 {old} 变为 {new}）', '{item} (to be put right by {new} instead of {old})'),
  rectification: text('{day} 完成整改', '{day}: put right'),
  reInspection: text('{day} 复查合格', '{day}: passes re-inspection'),
  neither: text('未报告整改', 'nothing is put right'),
  between: text('；', '; '),
  asOf: text('。截至 {day}：', '. As of {day}: '),
  totals: text('累计记分由 {old} 分变为 {new} 分', 'the total goes from {old} to {new}'),
  sameTotal: text('累计记分均为 {new} 分', 'the total is {new} in both'),
  carried: text('（其中转入由 {old} 分变为 {new} 分）', ' (carried over: from {old} to {new})'),
  rungs: text('，达到的档由{old}变为{new}', ', the rungs reached from {old} to {new}'),
  measures: text('，应采取的监管措施由{old}变为{new}', ', the measures called for from {old} to {new}'),
  no: text('“无”', 'none'),
  end: text('。', '.'),
} satisfies Readonly<Record<string, Text>>;

type Told = Pick<StandingCounterexample, 'records' | 'asOf' | 'results'>;

/** A history and the two standings it comes to, in one or two sentences. */
export function standingSentence({ records, asOf, results }: Told): Text {
  const { old, new: fresh } = results;
  return joinTexts([
    joinTexts(storyOf(records, results)),
    fillText(EXAMPLE.asOf, { day: asOf }),
    fillText(old.total === fresh.total ? EXAMPLE.sameTotal : EXAMPLE.totals, { old: old.total, new: fresh.total }),
    ...(old.carried === fresh.carried ? [] : [fillText(EXAMPLE.carried, { old: old.carried, new: fresh.carried })]),
    ...changed(EXAMPLE.rungs, old, fresh, ({ rungs }) => rungs),
    ...changed(EXAMPLE.measures, old, fresh, ({ measures }) => measures),
    EXAMPLE.end,
  ]);
}

function changed(
  template: Text,
  old: StandingResult,
  fresh: StandingResult,
  pick: (result: StandingResult) => readonly string[],
): readonly Text[] {
  const [before, after] = [pick(old), pick(fresh)];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const show = (codes: readonly string[]): Text =>
    codes.length === 0 ? EXAMPLE.no : inBoth((locale) => spacedList(codes, locale));
  return [fillText(template, { old: show(before), new: show(after) })];
}

const spacedList = (codes: readonly string[], locale: Locale): string =>
  locale === 'en' ? listed(codes, locale) : quoted(listed(codes, locale), locale);

/** Each inspection with what became of it; what several items share is told once. */
function storyOf(records: Told['records'], results: Told['results']): readonly Text[] {
  const inspections = records.filter((record) => record.type === 'inspection');
  return inspections.flatMap((inspection, place) => {
    const about = records.filter((record) => 'finding' in record && record.finding.inspection === inspection.key);
    const rectified = about.find((record) => record.type === 'rectification');
    const passed = about.find((record) => record.type === 're_inspection');
    const items = itemsOf(inspection.key, results);
    return [
      ...(place === 0 ? [] : [EXAMPLE.between]),
      fillText(EXAMPLE.inspection, { day: inspection.inspectedOn, items }),
      ...(rectified === undefined
        ? []
        : [EXAMPLE.between, fillText(EXAMPLE.rectification, { day: rectified.completedOn })]),
      ...(passed === undefined ? [] : [EXAMPLE.between, fillText(EXAMPLE.reInspection, { day: passed.inspectedOn })]),
      ...(rectified === undefined ? [EXAMPLE.between, EXAMPLE.neither] : []),
    ];
  });
}

/** The items found violated, with their deadlines where these differ. */
function itemsOf(inspection: string, { old, new: fresh }: Told['results']): Text {
  const of = ({ findings }: StandingResult) => findings.filter(({ finding }) => finding.inspection === inspection);
  const before = new Map(of(old).map(({ finding, deadline }) => [finding.item, deadline]));
  const after = new Map(of(fresh).map(({ finding, deadline }) => [finding.item, deadline]));
  const items = [...new Set([...before.keys(), ...after.keys()])].map((item) => {
    const [was, is] = [before.get(item), after.get(item)];
    if (was === undefined || is === undefined || was === is) return text(item, item);
    return fillText(EXAMPLE.deadline, { item, old: was, new: is });
  });
  return inBoth((locale) => {
    const list = listed(
      items.map((item) => item[locale]),
      locale,
    );
    return spacedWithin(list, locale);
  });
}
