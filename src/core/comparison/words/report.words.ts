import { Text } from '../../rule-set/rule-set.types';

const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english });

/** What the reports of a comparison say beside its own sentences. */
export const REPORT = {
  versions: text('{old} → {new}', '{old} → {new}'),
  titles: text('原：{old}\n现：{new}', 'Old: {old}\nNew: {new}'),
  equal: text('两者内容完全相同。', 'Both have the same content.'),
  otherRuleSet: text(
    '两者是不同的规则集，事项按编号对应；编号相同不表示事项相同。',
    'These are two different rule sets. Items are matched by their codes; the same code need not mean the same matter.',
  ),
  counts: text(
    '记分事项：原 {old} 项，现 {new} 项；增加 {added} 项，删去 {removed} 项，改号 {renumbered} 项，移位 {moved} 项，修改 {changed} 项。',
    'Items: {old} before, {new} now; {added} added, {removed} removed, {renumbered} renumbered, {moved} moved, {changed} changed.',
  ),
  asksAdded: text('检查人员今后还须查明：{facts}。', 'Inspectors must also find out from now on: {facts}.'),
  asksDropped: text('检查人员不再需要查明：{facts}。', 'Inspectors no longer have to find out: {facts}.'),
  items: text('记分事项', 'Items'),
  exclusions: text('互斥事项', 'Exclusive items'),
  settings: text('累计、清零、转入和阶梯', 'Accumulation and ladder'),
  facts: text('事实目录', 'Fact catalogue'),
  others: text('其他', 'Everything else'),
  scenarios: text('情景', 'Scenarios'),
  scenariosLine: text('情景：{line}', 'Scenarios: {line}'),
  scenarioCounts: text(
    '原 {old} 个，现 {new} 个；增加 {added} 个，删去 {removed} 个，修改 {changed} 个。',
    '{old} before, {new} now; {added} added, {removed} removed, {changed} changed.',
  ),
  baseFacts: text('起始事实有不同：{codes}。', 'Base facts that differ: {codes}.'),
  status: {
    added: text('增加', 'added'),
    removed: text('删去', 'removed'),
    renumbered: text('改号（原 {code}）', 'renumbered (was {code})'),
    moved: text('移位（原第 {old} 项，现第 {new} 项）', 'moved (from number {old} to {new})'),
    changed: text('修改', 'changed'),
  },
  effect: text('影响：{sentence}', 'Effect: {sentence}'),
  deadlineEffect: text('期限的影响：{sentence}', 'Effect of the deadline: {sentence}'),
  example: text('例：{sentence}', 'Example: {sentence}'),
  remark: text('注意：{sentence}', 'Note: {sentence}'),
  tableTitle: text('修改对照表', 'Table of amendments'),
  provision: text('条款', 'Provision'),
  before: text('原规定', 'Old text'),
  after: text('新规定', 'New text'),
  explanation: text('说明', 'Explanation'),
  absent: text('—', '—'),
  noRows: text('没有修改。', 'Nothing is amended.'),
} as const;
