import { PostingState, RuleSet, StateReason, Text, Truth } from '../../core';

export { OPERATOR_TERMS as OPERATORS, OUTCOME_TERMS as OUTCOMES } from '../../core';

const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english });

export const STATUSES: Readonly<Record<RuleSet['status'], Text>> = {
  official: text('正式文本', 'official text'),
  reference_draft: text('参考草案，不是正式文本', 'reference draft, not an official text'),
  example: text('示例，不是正式文本', 'worked example, not an official text'),
};

export const STATES: Readonly<Record<PostingState, Text>> = {
  current: text('本周期记分', 'current'),
  carried: text('转入本周期', 'carried over'),
  cleared: text('已清零', 'cleared'),
  annulled: text('已撤销', 'annulled'),
  not_posted: text('未记分', 'not posted'),
};

/** Why a finding is in its state; of the last three of the not posted, another finding is named after it. */
export const REASONS: Readonly<Record<StateReason, Text>> = {
  cycle_running: text('周期尚未届满', 'its cycle is running'),
  not_rectified: text('周期届满时未完成整改', 'not put right by the end of its cycle'),
  not_passed: text('尚未复查合格', 'not passed on re-inspection'),
  rectified_late: text('逾期完成整改', 'put right after its deadline'),
  rectified_after_cycle: text('周期届满后完成整改', 'put right after the end of its cycle'),
  late_pass: text('周期届满后复查合格', 'passed after the end of its cycle'),
  rectified_in_time: text('按期完成整改且复查合格', 'put right in time and passed'),
  late_pass_works_back: text('按期完成整改，此后复查合格，追溯清零', 'put right in time; the later pass works back'),
  late_deadline_met: text('期限在下一周期，已按期完成整改', 'its deadline in the next cycle was met'),
  carried_then_passed: text('转入后，于周期首日前已复查合格', 'carried over, and passed before a cycle day'),
  exclusive: text('互斥事项只记一项', 'only one of exclusive items counts'),
  open_finding: text('同一事项的问题尚未复查合格', 'a finding of the item is still open'),
  repeat_in_cycle: text('同一事项本周期已经记分', 'the item was posted before in the cycle'),
  finding_annulled: text('该项违规已撤销', 'the finding was annulled'),
  inspection_annulled: text('该次检查已撤销', 'the inspection was annulled'),
};

const TRUTHS: Readonly<Record<'true' | 'false' | 'null', Text>> = {
  true: text('成立', 'true'),
  false: text('不成立', 'false'),
  null: text('无法判断', 'unknown'),
};

export const truthText = (truth: Truth): Text => TRUTHS[`${truth}`];
