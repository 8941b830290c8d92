import { MessageCatalogue } from '../common/errors/worded-problem';

/** What can be wrong with what is said of a measure. */
export const MEASURES_MESSAGES = {
  measure_unknown: {
    'zh-CN': { message: '没有编号为 {value} 的措施。', mend: '请核对编号。' },
    en: { message: 'There is no measure {value}.', mend: 'Check the id.' },
  },
  measure_not_open: {
    'zh-CN': {
      message: '该措施不是待办状态（{value}），不能登记完成。',
      mend: '请核对编号；已完成或者已撤回的无需再登记。',
    },
    en: {
      message: 'The measure is not open ({value}) and cannot be completed.',
      mend: 'Check the id; a completed or withdrawn measure needs nothing more.',
    },
  },
  completed_before_due: {
    'zh-CN': { message: '完成日期 {value} 早于应采取措施的日期 {dueOn}。', mend: '请核对日期。' },
    en: { message: 'It is said to be completed on {value}, before it fell due on {dueOn}.', mend: 'Check the day.' },
  },
  completed_in_future: {
    'zh-CN': { message: '完成日期 {value} 晚于今日（{today}）。', mend: '尚未发生的事项不能登记，请核对日期。' },
    en: {
      message: '{value} is after today ({today}).',
      mend: 'What has not happened cannot be recorded; check the day.',
    },
  },
} satisfies MessageCatalogue;
