import { MessageCatalogue } from '../../problems/message.types';

/** What else can be wrong with the meaning of a rule set, its scenarios and its periods in force. */
export const MEANING_MESSAGES = {
  unknown_time_zone: {
    'zh-CN': { message: '没有 {value} 这一时区。', mend: '请使用 IANA 时区名称，例如 Asia/Shanghai。' },
    en: { message: 'There is no time zone {value}.', mend: 'Use an IANA name, such as Asia/Shanghai.' },
  },
  notice_missing: {
    'zh-CN': { message: '参考草案未附说明。', mend: '请填写 notice，写明本稿并非正式文本。' },
    en: {
      message: 'A reference draft has no notice.',
      mend: 'Add a notice which says that this is not an official text.',
    },
  },
  not_supported: {
    'zh-CN': {
      message: '本引擎尚不支持 {value}；若照算，总分会出错。',
      mend: '目前只支持 {supported}，请改用该值，或者删除此项。',
    },
    en: {
      message: 'This engine cannot do {value} yet and would give a wrong total.',
      mend: 'Use {supported}, the only one supported so far, or leave the property out.',
    },
  },
  period_reversed: {
    'zh-CN': { message: '截止日 {value} 不晚于起始日 {from}。', mend: '截止日当日不计入期间，应晚于起始日，请核对。' },
    en: {
      message: 'The period ends on {value}, not after its first day {from}.',
      mend: 'The end is the first day no longer in the period and must come after its beginning; check both.',
    },
  },
  code_repeated: {
    'zh-CN': { message: '{value} 与 {first} 重复。', mend: '请改用其他代码；代码一经发布不得改作他用。' },
    en: { message: '{value} is already used at {first}.', mend: 'Give each its own; codes are never reused.' },
  },
  fact_within_fact: {
    'zh-CN': {
      message: '事实 {value} 的上级“{outer}”本身也是事实。',
      mend: '请给其中一个改名；同一名称不能既有取值又有下级。',
    },
    en: {
      message: 'The fact {value} lies within "{outer}", which is a fact itself.',
      mend: 'Rename one of them; a name cannot have a value and hold other facts as well.',
    },
  },
  unknown_category: {
    'zh-CN': { message: '没有 {value} 这一类别。', mend: '请使用 categories 中列出的代码，或者在其中补充。' },
    en: { message: 'There is no category {value}.', mend: 'Use a code from "categories", or add it there.' },
  },
  unknown_role: {
    'zh-CN': { message: '没有 {value} 这一岗位。', mend: '请使用 roles 中列出的代码，或者在其中补充。' },
    en: { message: 'There is no role {value}.', mend: 'Use a code from "roles", or add it there.' },
  },
  unknown_authority: {
    'zh-CN': { message: '没有 {value} 这一机关。', mend: '请使用 authorities 中列出的代码，或者在其中补充。' },
    en: { message: 'There is no authority {value}.', mend: 'Use a code from "authorities", or add it there.' },
  },
  unknown_source: {
    'zh-CN': { message: '没有 {value} 这一文件依据。', mend: '请使用 sources 中列出的代码，或者在其中补充。' },
    en: { message: 'There is no source {value}.', mend: 'Use a code from "sources", or add it there.' },
  },
  unknown_item: {
    'zh-CN': { message: '没有 {value} 这一记分事项。', mend: '请使用 items 中列出的代码。' },
    en: { message: 'There is no item {value}.', mend: 'Use a code from "items".' },
  },
  unknown_rung: {
    'zh-CN': { message: '没有 {value} 这一档。', mend: '请使用 ladder.rungs 中列出的代码。' },
    en: { message: 'There is no rung {value}.', mend: 'Use a code from "ladder.rungs".' },
  },
  exclusive_with_itself: {
    'zh-CN': { message: '记分事项 {value} 与自身互斥。', mend: '请从 exclusiveWith 中删除该记分事项自己的代码。' },
    en: { message: 'The item {value} excludes itself.', mend: 'Remove its own code from exclusiveWith.' },
  },
  exclusive_one_sided: {
    'zh-CN': {
      message: '记分事项“{item}”写明与“{other}”互斥，“{other}”却未写明与“{item}”互斥。',
      mend: '请在“{other}”的 exclusiveWith 中补充“{item}”。',
    },
    en: {
      message: 'The item "{item}" excludes "{other}", but "{other}" does not exclude "{item}".',
      mend: 'Add "{item}" to the exclusiveWith of "{other}".',
    },
  },
  exclusive_group_too_large: {
    'zh-CN': {
      message: '相互关联的互斥记分事项有 {size} 个，超过 {limit} 个：{items}。',
      mend: '请减少互斥关系，使每组不超过 {limit} 个；再多就无法逐一比较取最高分。',
    },
    en: {
      message: '{size} items are connected by exclusion, more than {limit}: {items}.',
      mend: 'Exclude fewer, so that no group exceeds {limit}; beyond that the highest sum cannot be chosen exactly.',
    },
  },
  cycle_months: {
    'zh-CN': {
      message: '周期不能为 {value} 个月。',
      mend: '周期月数应能整除 12，或者是 12 的倍数，使各周期每年从相同日期开始。',
    },
    en: {
      message: 'A cycle cannot have {value} months.',
      mend: 'The number of months must divide 12 or be a multiple of 12, so that cycles begin on the same days every year.',
    },
  },
  rungs_not_rising: {
    'zh-CN': {
      message: '该档分数 {value} 不高于前一档“{previous}”的 {previousPoints}。',
      mend: '请按分数从低到高排列各档，分数不得相同。',
    },
    en: {
      message: 'The points {value} of this rung are not above the {previousPoints} of "{previous}" before it.',
      mend: 'List the rungs from the lowest; no two have the same points.',
    },
  },
  unknown_base_facts: {
    'zh-CN': {
      message: '没有 {value} 这一基础事实。',
      mend: '请使用 scenarios.baseFacts 中列出的代码，或者在其中补充。',
    },
    en: {
      message: 'There are no base facts {value}.',
      mend: 'Use a code from "scenarios.baseFacts", or add it there.',
    },
  },
  expected_points_missing: {
    'zh-CN': {
      message: '预期记分事项“{item}”为违规，但未写明分数。',
      mend: '请填写 points；被互斥记分事项取代的填 0。',
    },
    en: {
      message: 'The item "{item}" is expected to be violated, but its points are not stated.',
      mend: 'State them; 0 if an exclusive item takes its place.',
    },
  },
  unknown_inspection: {
    'zh-CN': { message: '本情景中没有标识为 {value} 的检查。', mend: '请核对检查记录的 key。' },
    en: { message: 'This history has no inspection with the key {value}.', mend: 'Check the keys of its inspections.' },
  },
  scenario_failed: {
    'zh-CN': {
      message: '情景“{scenario}”的结果与预期不符：{detail}。',
      mend: '请核对规则与情景的预期；两者一致后方可发布。',
    },
    en: {
      message: 'The scenario "{scenario}" does not come out as expected: {detail}.',
      mend: 'Check the rules and what the scenario expects; the rule set can be published once they agree.',
    },
  },
  in_force_rule_set: {
    'zh-CN': { message: '没有名为 {value} 的规则集。', mend: '请填写该目录中规则集的 id。' },
    en: {
      message: 'There is no version of a rule set {value}.',
      mend: 'Write the id of the rule set whose versions stand beside this file.',
    },
  },
  in_force_version: {
    'zh-CN': { message: '没有 {value} 这一版本。', mend: '请核对版本号，或者先发布该版本。' },
    en: { message: 'There is no version {value}.', mend: 'Check the version, or publish it first.' },
  },
  periods_overlap: {
    'zh-CN': {
      message: '自 {value} 起的期间与版本 {other} 自 {from} 起的期间重叠。',
      mend: '同一日只能施行一个版本，请调整起止日期；截止日当日不计入期间。',
    },
    en: {
      message: 'The period from {value} shares days with that of version {other} from {from}.',
      mend: 'Only one version is in force on a day; move a boundary. The end of a period is the first day after it.',
    },
  },
} satisfies MessageCatalogue;
