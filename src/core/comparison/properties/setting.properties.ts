import { NONE, Property, text } from './property.types';
import { asAnchor, asCodeOf, asMonths, asNamed, asPoints, asString, asTerm, asText, asYesNo } from './show';

/** A setting with a closed list of values, the first of which an absent one means. */
function choice(
  label: Property['label'],
  concern: Property['concern'],
  values: Readonly<Record<string, Property['label']>>,
): Property {
  const [first] = Object.entries(values);
  const absent = first === undefined ? {} : { absent: { text: first[1], value: first[0] } };
  return { label, concern, show: asTerm(values), ...absent };
}

const TEXTS = {
  clearingWhen: {
    cycle_day: text('周期首日清零', 'on the cycle day'),
    pass_day: text('复查合格之日清零', 'on the day of the pass'),
  },
  deadlineAfterCycleDay: {
    carry: text('转入下一周期', 'carried over'),
    clear_if_met: text('按期整改并复查合格的，自周期首日清零', 'cleared as of the cycle day if met'),
  },
  latePass: {
    works_back: text('追溯至周期首日清零', 'works back to the cycle day'),
    carry: text('转入下一周期', 'carried over'),
  },
  clears: {
    next_cycle_day: text('复查合格后的下一周期首日清零', 'on the next cycle day after the pass'),
    pass_day: text('复查合格之日清零', 'on the day of the pass'),
    never: text('不清零', 'never'),
  },
  whileOpen: {
    not_posted: text('不再记分', 'not posted again'),
    posted: text('另行记分', 'posted again'),
  },
  afterPass: {
    posted: text('另行记分', 'posted again'),
    not_posted: text('同一周期内不再记分', 'not posted again in the cycle'),
  },
  reaching: {
    at_least: text('达到该分值', 'at its points'),
    more_than: text('超过该分值', 'above its points'),
  },
  jump: {
    every_rung: text('跨过的各档均采取措施', 'a measure of every rung crossed'),
    highest_rung: text('只采取最高一档的措施', 'only of the highest rung'),
  },
  basisAnnulled: {
    withdraw: text('撤回未办结的措施', 'an open measure is withdrawn'),
    keep: text('措施不变', 'the measure stays'),
  },
  carriedAlone: {
    measure: text('采取措施', 'calls for its measure'),
    none: text('本周期另有记分才采取措施', 'only a posting of the new cycle calls for measures'),
  },
  frequency: { once_per_cycle: text('每周期一次', 'once a cycle') },
  runningCycle: {
    keep: text('保持原记分', 'postings stay as they are'),
    recompute: text('按新版本重新计算', 'made anew by this version'),
    most_favourable: text('按对企业有利的计算', 'whichever is lower'),
  },
};

/** Settings of accumulation and ladder and the other parts that a rule set has once, by their path. */
export const SETTING_PROPERTIES: Readonly<Record<string, Property>> = {
  'accumulation/fullMark': { label: text('满分', 'Full mark'), concern: 'text', show: asPoints },
  'accumulation/cycle/anchor': { label: text('周期首日', 'Cycle day'), concern: 'standing', show: asAnchor },
  'accumulation/cycle/months': { label: text('记分周期', 'Length of the cycle'), concern: 'standing', show: asMonths },
  'accumulation/clearing/when': choice(
    text('整改合格的记分何时清零', 'When points put right in time clear'),
    'standing',
    TEXTS.clearingWhen,
  ),
  'accumulation/clearing/deadlineAfterCycleDay': choice(
    text('整改期限跨周期的记分', 'A deadline on or after the cycle day'),
    'standing',
    TEXTS.deadlineAfterCycleDay,
  ),
  'accumulation/clearing/latePass': choice(
    text('按期整改而复查跨周期的记分', 'A pass on or after the cycle day'),
    'standing',
    TEXTS.latePass,
  ),
  'accumulation/carryOver/countsTowardsLadder': {
    label: text('转入的记分是否计入各档', 'Whether carried points count towards the rungs'),
    concern: 'standing',
    show: asYesNo,
    absent: { text: text('是', 'yes'), value: true },
  },
  'accumulation/carryOver/clears': choice(
    text('转入的记分何时清零', 'When carried points clear'),
    'standing',
    TEXTS.clears,
  ),
  'accumulation/repeat/whileOpen': choice(
    text('未复查合格又查出同一事项', 'The same item while its finding is open'),
    'standing',
    TEXTS.whileOpen,
  ),
  'accumulation/repeat/afterPass': choice(
    text('复查合格后同一周期再犯', 'The same item after it has passed, in one cycle'),
    'standing',
    TEXTS.afterPass,
  ),
  'accumulation/ceiling': {
    label: text('总分封顶', 'Ceiling'),
    concern: 'standing',
    show: asPoints,
    absent: { text: text('不封顶', 'none') },
  },
  'ladder/reaching': choice(text('如何达到一档', 'How a rung is reached'), 'standing', TEXTS.reaching),
  'ladder/jump': choice(text('一次检查跨档', 'One inspection crosses several rungs'), 'standing', TEXTS.jump),
  'ladder/basisAnnulled': choice(
    text('撤销后低于该档', 'The total falls below a rung because of an annulment'),
    'practice',
    TEXTS.basisAnnulled,
  ),
  'ladder/carriedAlone': choice(
    text('仅转入记分即达到该档', 'A rung reached by carried points alone'),
    'standing',
    TEXTS.carriedAlone,
  ),
  'inspectors/minimum': {
    label: text('检查人员最少人数', 'Least number of inspectors'),
    concern: 'practice',
    show: asString,
    absent: { text: text('1', '1'), value: 1 },
  },
  'inspectors/certificateRequired': {
    label: text('检查人员是否须持证', 'Whether inspectors need a certificate'),
    concern: 'practice',
    show: asYesNo,
    absent: { text: text('否', 'no'), value: false },
  },
  'transition/runningCycle': choice(
    text('版本更替时进行中的周期', 'The running cycle when the version takes effect'),
    'practice',
    TEXTS.runningCycle,
  ),
};

/** The properties of a rung, by their path within it. */
export const RUNG_PROPERTIES: Readonly<Record<string, Property>> = {
  points: { label: text('分值', 'points'), concern: 'standing', show: asPoints },
  authority: { label: text('由谁采取', 'authority'), concern: 'practice', show: asCodeOf('authorities') },
  'measure/code': { label: text('监管措施代码', 'code of the measure'), concern: 'practice', show: asString },
  'measure/text': { label: text('监管措施', 'measure'), concern: 'practice', show: asText },
  measure: { label: text('监管措施', 'measure'), concern: 'practice', show: asNamed },
  frequency: choice(text('措施次数', 'frequency'), 'practice', TEXTS.frequency),
  note: { label: text('说明', 'note'), concern: 'text', show: asText, absent: NONE },
};
