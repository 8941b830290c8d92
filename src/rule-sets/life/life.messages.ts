import { MessageCatalogue } from '../../common/errors/worded-problem';
import { Text } from '../../core';
import { LifeState } from './life-of-a-version';

export const STATE_NAMES: Readonly<Record<LifeState, Text>> = {
  draft: { 'zh-CN': '草稿', en: 'a draft' },
  in_review: { 'zh-CN': '审批中', en: 'in review' },
  approved: { 'zh-CN': '已批准', en: 'approved' },
  published: { 'zh-CN': '已发布', en: 'published' },
  not_scheduled: { 'zh-CN': '未定施行期', en: 'without days in force' },
  scheduled: { 'zh-CN': '待施行', en: 'scheduled' },
  in_force: { 'zh-CN': '施行中', en: 'in force' },
  superseded: { 'zh-CN': '已被替代', en: 'superseded' },
  retired: { 'zh-CN': '已废止', en: 'retired' },
  withdrawn: { 'zh-CN': '已撤回', en: 'withdrawn' },
};

/** Why a step in the life of a version cannot be taken. */
export const LIFE_MESSAGES = {
  state_forbids: {
    'zh-CN': { message: '当前状态为“{state}”，不能办理。', mend: '可以办理的状态：{allowed}。' },
    en: { message: 'This cannot be done: it is {state}.', mend: 'It can be done to what is: {allowed}.' },
  },
  draft_reviewed: {
    'zh-CN': {
      message: '该草稿曾经送审，不得删除。',
      mend: '可以继续修改，或者另行起草；送审和审批记录予以保留。',
    },
    en: {
      message: 'This draft was handed in for review before, and is not deleted.',
      mend: 'Go on changing it, or begin another; what was decided about it is kept.',
    },
  },
} satisfies MessageCatalogue;
