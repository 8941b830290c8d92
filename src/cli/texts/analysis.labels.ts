import { Severity, Text } from '../../core';

/** Labels of `analyse`. */
export const ANALYSIS_LABELS = {
  aboutAnalyse: {
    'zh-CN': '规则分析：规则本身有无不可能违规、相互包含、重复计分等问题',
    en: 'what the rules themselves show to be amiss',
  },
  severity: { 'zh-CN': '级别', en: 'Severity' },
  finding: { 'zh-CN': '分析发现', en: 'What was found' },
  analysed: {
    'zh-CN': '{id} {version}：已分析 {items} 个事项、{pairs} 对事项（未及 {leftOut} 对）。',
    en: '{id} {version}: {items} items analysed, and {pairs} pairs of items ({leftOut} left out).',
  },
  nothingFound: { 'zh-CN': '未发现问题。', en: 'Nothing was found amiss.' },
} satisfies Readonly<Record<string, Text>>;

export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '警告', en: 'warning' },
  note: { 'zh-CN': '提示', en: 'note' },
};
