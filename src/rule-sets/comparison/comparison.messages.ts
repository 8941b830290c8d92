import { MessageCatalogue } from '../../common/errors/worded-problem';

/** What can be wrong with what is asked to be compared. */
export const COMPARISON_MESSAGES = {
  one_new_version: {
    'zh-CN': {
      message: '须且只须指明一个新版本。',
      mend: '请填写 to（版本号）或者 toDraft（草稿编号）之一；toRuleSet 只与 to 同用。',
    },
    en: {
      message: 'A comparison is made with one new version.',
      mend: 'Give either "to" (the number of a version) or "toDraft" (the id of a draft); "toRuleSet" goes with "to" only.',
    },
  },
  content_incomparable: {
    'zh-CN': {
      message: '草稿内容尚不成规则集，不能比较：{count} 处问题，首处在 {first}。',
      mend: '各处问题见 POST /api/v1/rule-set-drafts/{value}/checks；改正后再比较。',
    },
    en: {
      message: 'The draft does not hold a rule set yet that could be compared: {count} problems, the first at {first}.',
      mend: 'POST /api/v1/rule-set-drafts/{value}/checks tells them all; mend them and compare again.',
    },
  },
  comparison_late: {
    'zh-CN': {
      message: '未能在 {seconds} 秒内比较完毕。',
      mend: '请稍后重试；改动极多的，请导出两个版本，用 npm run rules -- diff 比较。',
    },
    en: {
      message: 'The two could not be compared within {seconds} seconds.',
      mend: 'Try again later; where very much changed, export both and compare them with npm run rules -- diff.',
    },
  },
} satisfies MessageCatalogue;
