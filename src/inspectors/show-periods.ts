import { Text } from '../core';
import { showValidity, Validity } from '../subjects/office-tree';

/** The days on which a certificate is valid, in words, to be put into a message. */
export function showPeriods(periods: readonly Validity[]): Text {
  if (periods.length === 0) return { 'zh-CN': '已全部注销', en: 'revoked for all of its days' };
  const shown = periods.map(showValidity);
  return {
    'zh-CN': `有效期为 ${shown.map((text) => text['zh-CN'].trim()).join('，')}`,
    en: shown.map((text) => text.en).join(' and '),
  };
}
