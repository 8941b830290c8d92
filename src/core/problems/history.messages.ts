import { MessageCatalogue } from './message.types';

/** What can be wrong with a history, or with a record to be added to one. */
export const HISTORY_MESSAGES = {
  numbers_incomplete: {
    'zh-CN': { message: '部分记录有编号、部分没有。', mend: '请给每条记录编号，或者全部不编号（按所列顺序）。' },
    en: {
      message: 'Some records have a number and some have none.',
      mend: 'Number every record, or none (then their order in the list counts).',
    },
  },
  duplicate_number: {
    'zh-CN': { message: '编号 {value} 重复。', mend: '同一企业的记录编号不得重复，请改用其他编号。' },
    en: { message: 'The number {value} is used twice.', mend: 'Give every record of the history a number of its own.' },
  },
  duplicate_key: {
    'zh-CN': { message: '记录标识 {value} 重复。', mend: '请改用其他标识。' },
    en: { message: 'The key {value} is used twice.', mend: 'Give every record of the history a key of its own.' },
  },
  no_such_day: {
    'zh-CN': { message: '{value} 不是有效日期。', mend: '请按“年-月-日”填写实际存在的日期，例如 2026-02-28。' },
    en: { message: '{value} is no calendar day.', mend: 'Write an existing day as YYYY-MM-DD, such as 2026-02-28.' },
  },
  no_such_instant: {
    'zh-CN': {
      message: '{value} 不是有效的日期或者时刻。',
      mend: '请填写日期（指当日终了），或者带时区的时刻，例如 2026-03-04T09:00:00+08:00。',
    },
    en: {
      message: '{value} is neither a day nor an instant.',
      mend: 'Write a day (meaning its end) or an instant with its offset, such as 2026-03-04T09:00:00+08:00.',
    },
  },
  known_before_day: {
    'zh-CN': { message: '知悉时间 {value} 早于记录日期 {day}。', mend: '尚未发生的事项不能登记，请核对两个时间。' },
    en: {
      message: 'It became known at {value}, before its own day {day}.',
      mend: 'What has not happened cannot be known; check both.',
    },
  },
  no_version_in_force: {
    'zh-CN': { message: '{value} 没有施行中的规则版本。', mend: '请核对日期；规则版本的施行期间见 in-force.json。' },
    en: {
      message: 'No version of the rule set is in force on {value}.',
      mend: 'Check the day; in-force.json lists the periods in force.',
    },
  },
  no_such_finding: {
    'zh-CN': {
      message: '没有 {value} 这一违规记录。',
      mend: '请核对检查标识和记分事项代码；该次检查未违反该记分事项的，没有违规记录。',
    },
    en: {
      message: 'There is no finding {value}.',
      mend: 'Check the key of the inspection and the code of the item; an item that was not violated has no finding.',
    },
  },
  no_such_record: {
    'zh-CN': { message: '没有标识为 {value} 的在先记录。', mend: '请核对标识；只能撤销已经登记的记录。' },
    en: {
      message: 'There is no earlier record {value}.',
      mend: 'Check the key; only a record already made can be annulled.',
    },
  },
  finding_not_posted: {
    'zh-CN': {
      message: '违规记录 {value} 未记分，不能办理整改、复查或者延期。',
      mend: '请在实际记分的那一条记录上办理。',
    },
    en: {
      message: 'The finding {value} was not posted, so nothing can be reported about it.',
      mend: 'Report it about the finding that was posted in its place.',
    },
  },
  finding_annulled: {
    'zh-CN': { message: '违规记录 {value} 已被撤销。', mend: '已撤销的记录无需再办理。' },
    en: { message: 'The finding {value} has been annulled.', mend: 'Nothing more needs to be recorded about it.' },
  },
  before_inspection: {
    'zh-CN': { message: '该记录先于发现问题 {value} 的检查。', mend: '请核对日期；同一天的，请核对编号。' },
    en: {
      message: 'The record comes before the inspection that made the finding {value}.',
      mend: 'Check the day; on the same day, check the numbers.',
    },
  },
  finding_passed: {
    'zh-CN': { message: '违规记录 {value} 已复查合格。', mend: '复查有误的，先撤销该次复查，再重新登记。' },
    en: {
      message: 'The finding {value} has already passed re-inspection.',
      mend: 'If that was wrong, annul the re-inspection first and record it anew.',
    },
  },
  already_rectified: {
    'zh-CN': {
      message: '违规记录 {value} 已报告整改完成，尚未复查。',
      mend: '原报告有误的，先撤销；复查不合格后可以再次报告。',
    },
    en: {
      message: 'The finding {value} has already been reported as put right and awaits re-inspection.',
      mend: 'If that report is wrong, annul it first; after a failed re-inspection a new one may follow.',
    },
  },
  not_rectified: {
    'zh-CN': {
      message: '违规记录 {value} 尚未报告整改完成，不能复查。',
      mend: '请先登记整改完成日期，再登记复查结果。',
    },
    en: {
      message: 'The finding {value} has not been reported as put right, so it cannot be re-inspected.',
      mend: 'Record the rectification first, then the re-inspection.',
    },
  },
  extension_too_late: {
    'zh-CN': { message: '延期决定晚于违规记录 {value} 的整改期限。', mend: '延期须在期限届满前（含当日）决定。' },
    en: {
      message: 'The extension was decided after the deadline of the finding {value}.',
      mend: 'An extension must be decided on or before the deadline that it moves.',
    },
  },
  extension_not_later: {
    'zh-CN': { message: '违规记录 {value} 的新期限不晚于原期限。', mend: '请填写晚于原期限的日期。' },
    en: {
      message: 'The new deadline of the finding {value} is not later than the old one.',
      mend: 'Give a day after the present deadline.',
    },
  },
  already_annulled: {
    'zh-CN': { message: '{value} 已被撤销，不能重复撤销。', mend: '无需再次办理。' },
    en: { message: '{value} has already been annulled.', mend: 'Nothing more needs to be done.' },
  },
  annulled_too_early: {
    'zh-CN': { message: '撤销决定日期早于所撤销事项 {value} 的日期。', mend: '请核对决定日期。' },
    en: {
      message: 'The annulment was decided before what it annuls ({value}).',
      mend: 'Check the day of the decision.',
    },
  },
  displaces_record: {
    'zh-CN': {
      message: '关于 {value} 的这条补登记录会使已登记的记录失去效力。',
      mend: '请先撤销已登记的有关记录，再按实际情况重新登记。',
    },
    en: {
      message: 'This late record about {value} would take the effect from one recorded before.',
      mend: 'Annul the records concerned first, then record what really happened.',
    },
  },
} satisfies MessageCatalogue;
