import { pointer, Problem } from '../../../problems/problem';
import { CaseItem, Effect, Regime, Test } from '../../regime.types';
import { RuleSet, Text } from '../../rule-set.types';
import { callsFor, leavesOfTest, testsOf } from './regime-parts';
import { checkCycle } from './test-references';

/** Combinations that this engine would get wrong are refused, and what counts in cycles needs a score that has them. */
export function checkRegimeSupport({ regime }: RuleSet): Problem[] {
  if (regime === undefined) return [];
  return [...checkTimedTests(regime), ...checkContinued(regime), ...checkEffects(regime), ...checkCycles(regime)];
}

function refused(path: string, value: unknown, supported: Text): Problem {
  return { code: 'not_supported', path, value, params: { supported } };
}

/** A gate that holds on some days only is asked again on the days of the case, and on no others. */
function checkTimedTests(regime: Regime): Problem[] {
  const supported = {
    'zh-CN': '案件自身的日期（不另加期限）和案件事实',
    en: 'dates of the case without an added length, and facts of the case',
  };
  return testsOf(regime)
    .filter(({ timed }) => timed === true)
    .flatMap(({ test, path }) => leavesOfTest(test, path))
    .filter(({ leaf }) => !isOfCaseAlone(leaf))
    .map(({ leaf, path }) => refused(path, leaf, supported));
}

function isOfCaseAlone(leaf: Test): boolean {
  if ('fact' in leaf || 'happened' in leaf) return true;
  if (!('date' in leaf)) return false;
  return leaf.than === 'today' || ('date' in leaf.than && leaf.than.plus === undefined);
}

/** Points by the day grow until the as-of day, so nothing may weigh the whole case before that. */
function checkContinued({ items = [], concurrency = [], gates = [], scores }: Regime): Problem[] {
  const isFor = (rule: { readonly items?: readonly string[] }, { code }: CaseItem): boolean =>
    rule.items === undefined || rule.items.includes(code);
  return items.flatMap((item, n) => {
    const { points } = item;
    if (typeof points !== 'object' || !('perDay' in points)) return [];
    const weighed =
      concurrency.some((rule) => rule.take !== 'sum' && isFor(rule, item)) ||
      gates.some((gate) => 'countsWhen' in gate && isFor(gate, item)) ||
      scores.some((score) => score.counts === 'cases' && isFor(score, item));
    const supported = {
      'zh-CN': '不参与竞合取高、封顶，不附只在部分日期计入的条件，也不按起数计入得分的按日记分事项',
      en: 'points by the day for items without a highest or a cap of concurrency, without countsWhen, and in scores that count points',
    };
    return weighed ? [refused(pointer('/regime/items', n, 'points', 'perDay'), points.perDay, supported)] : [];
  });
}

/** Using points up and weighing them by age cannot both be said of one score. */
function checkEffects({ measures = [], scores, ladders = [] }: Regime): Problem[] {
  const weighted = new Set(scores.filter(({ life }) => life?.weights !== undefined).map(({ code }) => code));
  return measures.flatMap(({ code, effects = [] }, n) =>
    effects.flatMap((effect, e) => {
      const acted = effect.scores ?? ladders.filter((ladder) => callsFor(ladder, code)).map(({ score }) => score);
      const path = pointer('/regime/measures', n, 'effects', e);
      if (effect.consume !== undefined && acted.some((score) => weighted.has(score))) {
        const supported = { 'zh-CN': '对未按时间加权的得分扣用', en: 'consume for scores without weights' };
        return [refused(pointer(path, 'consume'), effect.consume, supported)];
      }
      return changes(effect) > 1
        ? [refused(path, null, { 'zh-CN': '一项作用只作一种变动', en: 'one change for each effect' })]
        : [];
    }),
  );
}

const changes = ({ clear, consume, set }: Effect): number =>
  [clear, consume, set].filter((one) => one !== undefined).length;

function checkCycles(regime: Regime): Problem[] {
  const { ladders = [], measures = [], credits } = regime;
  return [
    ...ladders.flatMap(({ score, rungs, patterns }, n) => {
      const path = pointer('/regime/ladders', n);
      return [
        ...rungs.flatMap(({ calls }, r) =>
          calls === 'once_per_cycle' ? checkCycle(pointer(path, 'rungs', r, 'calls'), { regime, score }) : [],
        ),
        ...(patterns === undefined ? [] : checkCycle(pointer(path, 'patterns'), { regime, score })),
      ];
    }),
    ...measures.flatMap(({ code, length }, n) => {
      if (length !== 'rest_of_cycle') return [];
      const score = ladders.find((ladder) => callsFor(ladder, code))?.score;
      return checkCycle(pointer('/regime/measures', n, 'length'), {
        regime,
        ...(score === undefined ? {} : { score }),
      });
    }),
    ...(credits?.cap?.per === 'cycle'
      ? credits.kinds.slice(0, 1).flatMap(({ score }) => checkCycle('/regime/credits/cap/per', { regime, score }))
      : []),
  ];
}
