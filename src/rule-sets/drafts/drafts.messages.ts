import { MessageCatalogue } from '../../common/errors/worded-problem';

/** What can be wrong with what is asked about drafts, their review and their publishing. */
export const DRAFTS_MESSAGES = {
  draft_unknown: {
    'zh-CN': { message: '没有草稿 {value}。', mend: '请核对编号，草稿目录见 GET /api/v1/rule-set-drafts。' },
    en: { message: 'There is no draft {value}.', mend: 'Check the id; GET /api/v1/rule-set-drafts lists the drafts.' },
  },
  source_unknown: {
    'zh-CN': { message: '没有规则集 {value}。', mend: '请核对编号，规则集目录见 GET /api/v1/rule-sets。' },
    en: { message: 'There is no rule set {value}.', mend: 'Check the id; GET /api/v1/rule-sets lists them.' },
  },
  source_version_unknown: {
    'zh-CN': {
      message: '规则集 {ruleSet} 没有可作为起草基础的版本（{value}）。',
      mend: '请填写已发布的版本号；不填写的，以现行版本为基础。',
    },
    en: {
      message: 'The rule set {ruleSet} has no such version to begin from ({value}).',
      mend: 'Give the number of a published version; without one, that in force today is taken.',
    },
  },
  origin_twice: {
    'zh-CN': { message: 'from 和 template 不能同时填写。', mend: '请只填写其中一项。' },
    en: { message: 'A draft does not begin from a version and from a template.', mend: 'Give only one of them.' },
  },
  template_unknown: {
    'zh-CN': { message: '没有模板 {value}。', mend: '可用的模板：{templates}。' },
    en: { message: 'There is no template {value}.', mend: 'There are: {templates}.' },
  },
  content_unnamed: {
    'zh-CN': {
      message: '内容未写明或者写错规则集编号、版本号：{value}。',
      mend: '请在 id 填写规则集编号（小写字母、数字和连字符），在 version 填写版本号（如 1.1.0）。',
    },
    en: {
      message: 'The content does not say properly what it is a version of: {value}.',
      mend: 'Give the id of the rule set in "id" (small letters, digits, hyphens) and a number such as 1.1.0 in "version".',
    },
  },
  draft_of_another_rule_set: {
    'zh-CN': {
      message: '该草稿属于规则集 {ruleSet}，内容中的编号为 {value}。',
      mend: '请改回原编号；起草另一规则集的，请另建草稿。',
    },
    en: {
      message: 'This is a draft of the rule set {ruleSet}; the content says {value}.',
      mend: 'Write the id back; for another rule set, begin another draft.',
    },
  },
  revision_missing: {
    'zh-CN': {
      message: '未写明修改所依据的草稿版次。',
      mend: '请在 If-Match 请求头中填写读取草稿时得到的 ETag。',
    },
    en: {
      message: 'The request does not say which revision of the draft it changes.',
      mend: 'Send the ETag that the draft was read with in If-Match.',
    },
  },
  revision_stale: {
    'zh-CN': {
      message: '草稿已被修改：所依据的版次为 {value}，现为 {revision}。',
      mend: '请重新读取草稿，在现有内容上修改。',
    },
    en: {
      message: 'The draft has been changed since: the request is made for {value}, it is {revision} now.',
      mend: 'Read the draft again and change what it holds now.',
    },
  },
  content_changed: {
    'zh-CN': {
      message: '草稿内容的哈希值为 {found}，不是 {value}。',
      mend: '请重新读取草稿，核对内容后再办理。',
    },
    en: {
      message: 'The content of the draft has the hash {found}, not {value}.',
      mend: 'Read the draft again, and decide on what it holds now.',
    },
  },
  content_not_proved: {
    'zh-CN': {
      message: '内容未通过检查：{count} 处问题，首处在 {first}。',
      mend: '各处问题见 POST /api/v1/rule-set-drafts/{draft}/checks；改正后再送审。',
    },
    en: {
      message: 'The content does not pass its checks: {count} problems, the first at {first}.',
      mend: 'POST /api/v1/rule-set-drafts/{draft}/checks tells them all; mend them and hand it in again.',
    },
  },
  author_reviews: {
    'zh-CN': { message: '起草人不得审批自己起草或者修改过的内容。', mend: '请由其他有审批权限的人员审批。' },
    en: {
      message: 'Nobody decides on a content that they wrote or changed themselves.',
      mend: 'Somebody else who may approve has to decide.',
    },
  },
  reviewed_already: {
    'zh-CN': { message: '您在本轮审批中已经作出同一决定。', mend: '无需再次办理；尚缺的批准应由其他人员作出。' },
    en: {
      message: 'You have decided so in this round already.',
      mend: 'Nothing more is needed; approvals that are missing are for others to give.',
    },
  },
  comment_missing: {
    'zh-CN': { message: '退回草稿应当说明理由。', mend: '请在 comment 中写明需要修改之处。' },
    en: { message: 'A draft is not sent back without a reason.', mend: 'Say in "comment" what has to change.' },
  },
  version_taken: {
    'zh-CN': { message: '规则集 {ruleSet} 的版本 {value} 已经发布。', mend: '请在草稿中改用新的版本号。' },
    en: {
      message: 'Version {value} of the rule set {ruleSet} is published already.',
      mend: 'Give the draft another number.',
    },
  },
  approvals_missing: {
    'zh-CN': { message: '需要 {needed} 人批准，现有 {given} 人。', mend: '请待其他人员批准后再发布。' },
    en: {
      message: 'It takes the approval of {needed}, and has that of {given}.',
      mend: 'Publish it once others have approved it.',
    },
  },
  proof_missing: {
    'zh-CN': {
      message: '该内容没有本版本产品的检查和情景结果，或者未通过。',
      mend: '请先检查：POST /api/v1/rule-set-drafts/{draft}/checks。',
    },
    en: {
      message: 'This content has not passed the checks and scenarios of this release of the product.',
      mend: 'Check it first: POST /api/v1/rule-set-drafts/{draft}/checks.',
    },
  },
  coverage_low: {
    'zh-CN': {
      message: '情景覆盖率为 {percent}%，要求 {needed}%：{count} 种情形没有情景表明，包括 {places}。',
      mend: '请按检查结果 coverage.notSeen 所列逐项补写情景，再送审、批准。',
    },
    en: {
      message:
        'The scenarios show {percent} % of the content, and {needed} % is asked for: {count} are not shown, among them {places}.',
      mend: 'Write the scenarios that "coverage.notSeen" of the proof tells, and have the draft approved with them.',
    },
  },
  analysis_errors: {
    'zh-CN': {
      message: '规则分析发现 {count} 处错误，位于 {places}。',
      mend: '请按检查结果 analysis.findings 中级别为 error 的各项修改，再送审、批准。',
    },
    en: {
      message: 'The analysis of the rules found {count} errors, at {places}.',
      mend: 'Mend what "analysis.findings" of the proof tells as errors, and have the draft approved again.',
    },
  },
  impact_report_missing: {
    'zh-CN': {
      message: '没有该内容对照版本 {baseline} 的影响测算报告，或者批准所依据的不是这一报告。',
      mend: '请先测算影响，再送审、批准。',
    },
    en: {
      message:
        'There is no impact report of this content against version {baseline}, or it is not the one approved with it.',
      mend: 'Have the impact found, then have the draft approved with it.',
    },
  },
  effective_day_past: {
    'zh-CN': { message: '施行日期 {value} 早于可选的最早日期 {earliest}。', mend: '请改为该日或者以后。' },
    en: {
      message: 'The effective day {value} is before the earliest possible, {earliest}.',
      mend: 'Choose that day or a later one.',
    },
  },
  effective_day_taken: {
    'zh-CN': {
      message: '自 {value} 起施行，与版本 {other} 的施行期（自 {from}）重叠。',
      mend: '请改用更晚的日期，或者先撤回尚未施行的版本。',
    },
    en: {
      message: 'In force from {value}, it would share days with version {other}, in force from {from}.',
      mend: 'Choose a later day, or withdraw the version that is not in force yet.',
    },
  },
  withdrawal_late: {
    'zh-CN': { message: '版本 {value} 自 {from} 起施行，已经不能撤回。', mend: '请以新版本替代，或者办理废止。' },
    en: {
      message: 'Version {value} is in force from {from}, and is withdrawn no longer.',
      mend: 'Replace it by another version, or retire it.',
    },
  },
  withdrawal_followed: {
    'zh-CN': {
      message: '版本 {other} 定于 {from} 起施行，版本 {value} 不能先于它撤回。',
      mend: '请先撤回版本 {other}。',
    },
    en: {
      message: 'Version {other} follows on {from}: version {value} is not withdrawn before it.',
      mend: 'Withdraw version {other} first.',
    },
  },
  retirement_day_past: {
    'zh-CN': { message: '废止日期 {value} 早于可选的最早日期 {earliest}。', mend: '请改为该日或者以后。' },
    en: {
      message: 'The day {value} is before the earliest possible, {earliest}.',
      mend: 'Choose that day or a later one.',
    },
  },
  retired_already: {
    'zh-CN': { message: '版本 {value} 已定于 {day} 起不再施行。', mend: '无需再次办理。' },
    en: { message: 'Version {value} is no longer in force from {day} already.', mend: 'Nothing more is needed.' },
  },
} satisfies MessageCatalogue;
