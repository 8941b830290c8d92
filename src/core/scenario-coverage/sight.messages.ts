import { MessageCatalogue } from '../problems/message.types';

/** What a scenario should show and none does, and the scenario to write. */
export const SIGHT_MESSAGES = {
  item_violated: {
    'zh-CN': { message: '没有情景使事项 {item} 违规。', mend: '请增加记分情景，所列事实使该事项违规。' },
    en: { message: 'No scenario violates item {item}.', mend: 'Add a scoring scenario with facts that violate it.' },
  },
  item_compliant: {
    'zh-CN': { message: '没有情景使事项 {item} 符合。', mend: '请增加记分情景，所列事实使该事项符合。' },
    en: {
      message: 'In no scenario is item {item} compliant.',
      mend: 'Add a scoring scenario with facts that comply with it.',
    },
  },
  item_not_applicable: {
    'zh-CN': { message: '没有情景使事项 {item} 不适用。', mend: '请增加记分情景，使其适用条件不成立。' },
    en: {
      message: 'In no scenario is item {item} not applicable.',
      mend: 'Add a scoring scenario in which appliesWhen is false.',
    },
  },
  comparison_true: {
    'zh-CN': {
      message: '事项 {item} 的比较“{comparison}”在情景中从未成立。',
      mend: '请增加记分情景，使该比较成立，并且该事项已有结论（分值变化的比较，该事项须为违规）。',
    },
    en: {
      message: 'The comparison “{comparison}” of item {item} is true in no scenario.',
      mend: 'Add a scoring scenario in which it is true and the item is decided (for a variant: violated).',
    },
  },
  comparison_false: {
    'zh-CN': {
      message: '事项 {item} 的比较“{comparison}”在情景中从未不成立。',
      mend: '请增加记分情景，使该比较不成立，并且该事项已有结论（分值变化的比较，该事项须为违规）。',
    },
    en: {
      message: 'The comparison “{comparison}” of item {item} is false in no scenario.',
      mend: 'Add a scoring scenario in which it is false and the item is decided (for a variant: violated).',
    },
  },
  variant_counts: {
    'zh-CN': {
      message: '没有情景使事项 {item} 按第 {variant} 种分值变化记 {points} 分。',
      mend: '请增加记分情景，使该事项违规，并且该分值变化的情形成立、由它决定分值。',
    },
    en: {
      message: 'In no scenario does item {item} cost {points} by its variant {variant}.',
      mend: 'Add a scoring scenario in which the item is violated and this variant holds and decides the points.',
    },
  },
  variant_does_not_hold: {
    'zh-CN': {
      message: '没有情景使事项 {item} 违规而第 {variant} 种分值变化（{points} 分）的情形不成立。',
      mend: '请增加记分情景，使该事项违规，并且该分值变化的情形不成立。',
    },
    en: {
      message: 'In no scenario is item {item} violated while its variant {variant} ({points} points) does not hold.',
      mend: 'Add a scoring scenario in which the item is violated and this variant does not hold.',
    },
  },
  rung_reached: {
    'zh-CN': {
      message: '没有情景以 {total} 分达到档 {rung}。',
      mend: '请增加档案情景，使计入阶梯的累计记分恰为 {total} 分；这是达到该档的最低累计记分。',
    },
    en: {
      message: 'In no scenario is rung {rung} reached with {total} points.',
      mend: 'Add a history scenario whose total towards the ladder is exactly {total}: the least that reaches it.',
    },
  },
  rung_not_reached: {
    'zh-CN': {
      message: '没有情景以 {total} 分未达到档 {rung}。',
      mend: '请增加档案情景，使计入阶梯的累计记分恰为 {total} 分；这是未达到该档的最高累计记分。',
    },
    en: {
      message: 'In no scenario is rung {rung} just not reached, with {total} points.',
      mend: 'Add a history scenario whose total towards the ladder is exactly {total}: the most that does not reach it.',
    },
  },
  regime_rung_reached: {
    'zh-CN': { message: '没有情景达到档 {rung}。', mend: '请增加档案情景，查询达到该档之日的记分情况。' },
    en: {
      message: 'In no scenario is rung {rung} reached.',
      mend: 'Add a history scenario and ask for a day on which it is reached.',
    },
  },
  regime_rung_not_reached: {
    'zh-CN': { message: '没有情景未达到档 {rung}。', mend: '请增加档案情景，查询尚未达到该档之日的记分情况。' },
    en: {
      message: 'In every scenario rung {rung} is reached.',
      mend: 'Add a history scenario and ask for a day on which it is not reached.',
    },
  },
  deadline_stated: {
    'zh-CN': {
      message: '没有情景写明事项 {item} 的整改期限。',
      mend: '请增加档案情景，使该事项记分，并在所期望的记分中写明 deadline。',
    },
    en: {
      message: 'No scenario states the deadline of item {item}.',
      mend: 'Add a history scenario that posts it and expects its deadline among the postings.',
    },
  },
  deadline_met: {
    'zh-CN': {
      message: '没有情景在整改期限（{length}）的最后一日完成整改。',
      mend: '请增加档案情景：在期限当日完成整改并复查合格，且查询其周期届满之后的记分情况（例如事项 {item}）。',
    },
    en: {
      message: 'In no scenario is a fault put right on the last day of its deadline ({length}).',
      mend: 'Add a history scenario: put right on that day and passed, asked for after its cycle (item {item}, say).',
    },
  },
  deadline_missed: {
    'zh-CN': {
      message: '没有情景在整改期限（{length}）届满的次日完成整改。',
      mend: '请增加档案情景：在期限次日完成整改并复查合格，且查询其周期届满之后的记分情况（例如事项 {item}）。',
    },
    en: {
      message: 'In no scenario is a fault put right on the day after its deadline ({length}).',
      mend: 'Add a history scenario: put right a day late and passed, asked for after its cycle (item {item}, say).',
    },
  },
  found_before_cycle_day: {
    'zh-CN': {
      message: '没有情景在周期的最后一日检查发现违规。',
      mend: '请增加档案情景：在周期首日的前一日检查，且查询周期首日或者其后的记分情况。',
    },
    en: {
      message: 'In no scenario is a fault found on the last day of a cycle.',
      mend: 'Add a history scenario: inspected on the day before a cycle day, asked for from the cycle day on.',
    },
  },
  found_on_cycle_day: {
    'zh-CN': { message: '没有情景在周期首日检查发现违规。', mend: '请增加档案情景：在周期首日检查。' },
    en: {
      message: 'In no scenario is a fault found on a cycle day.',
      mend: 'Add a history scenario: inspected on a cycle day.',
    },
  },
  clears_on_cycle_day: {
    'zh-CN': {
      message: '没有情景在周期首日清零。',
      mend: '请增加档案情景：同一笔记分，前一日仍计入，周期首日清零，两日均查询。',
    },
    en: {
      message: 'In no scenario is a posting seen to clear on a cycle day.',
      mend: 'Add a history scenario that asks for a posting on the day before, when it counts, and on the day it clears.',
    },
  },
  carried_on_cycle_day: {
    'zh-CN': {
      message: '没有情景在周期首日转入下一周期。',
      mend: '请增加档案情景：同一笔记分，前一日属于本周期，周期首日转入，两日均查询。',
    },
    en: {
      message: 'In no scenario is a posting seen to be carried over on a cycle day.',
      mend: 'Add a history scenario that asks for a posting on the day before and on the day it is carried over.',
    },
  },
  passed_before_cycle_day: {
    'zh-CN': {
      message: '没有情景在周期的最后一日复查合格。',
      mend: '请增加档案情景：在周期首日的前一日复查合格，且查询周期首日或者其后的记分情况。',
    },
    en: {
      message: 'In no scenario does a re-inspection pass on the last day of the cycle.',
      mend: 'Add a history scenario: passed on the day before the cycle day, asked for from the cycle day on.',
    },
  },
  passed_on_cycle_day: {
    'zh-CN': {
      message: '没有情景在下一周期首日复查合格。',
      mend: '请增加档案情景：在周期首日复查合格，且查询周期首日或者其后的记分情况。',
    },
    en: {
      message: 'In no scenario does a re-inspection pass on the cycle day that ends its cycle.',
      mend: 'Add a history scenario: passed on the cycle day, asked for from that day on.',
    },
  },
  carried_passed_before_cycle_day: {
    'zh-CN': {
      message: '没有情景使转入的记分在其后某一周期的最后一日复查合格。',
      mend: '请增加档案情景：转入后，在周期首日的前一日复查合格，且查询周期首日或者其后的记分情况。',
    },
    en: {
      message: 'In no scenario does a carried posting pass on the last day of a later cycle.',
      mend: 'Add a history scenario: carried over, passed on the day before a cycle day, asked for from that day on.',
    },
  },
  carried_passed_on_cycle_day: {
    'zh-CN': {
      message: '没有情景使转入的记分在其后某一周期首日复查合格。',
      mend: '请增加档案情景：转入后，在其后的周期首日复查合格，且查询该日或者其后的记分情况。',
    },
    en: {
      message: 'In no scenario does a carried posting pass on a later cycle day.',
      mend: 'Add a history scenario: carried over, passed on a later cycle day, asked for from that day on.',
    },
  },
  clears_on_pass_day: {
    'zh-CN': {
      message: '没有情景在复查合格当日清零。',
      mend: '请增加档案情景：按期完成整改并在本周期内复查合格，查询合格前一日和合格当日。',
    },
    en: {
      message: 'In no scenario is a posting seen to clear on the day it passes.',
      mend: 'Add a history scenario: passed in its own cycle, asked for on the day before and on that day.',
    },
  },
  carried_clears_on_pass_day: {
    'zh-CN': {
      message: '没有情景使转入的记分在复查合格当日清零。',
      mend: '请增加档案情景：转入后复查合格，查询合格前一日和合格当日。',
    },
    en: {
      message: 'In no scenario is a carried posting seen to clear on the day it passes.',
      mend: 'Add a history scenario: carried over, then passed; asked for on the day before and on that day.',
    },
  },
} satisfies MessageCatalogue;
