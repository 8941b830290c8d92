import { BreakCode } from '../../audit/verification/audit-break';
import { Text } from '../../core';

/** Labels of the operator's shell about the audit. Named particulars in braces are filled in. */
export const AUDIT_LABELS = {
  aboutOperator: {
    'zh-CN': '运行维护：核验审计链和记分证明，导出、导入规则集',
    en: 'For operators: verify the audit and certificates, export and import rule sets',
  },
  aboutExport: {
    'zh-CN': '导出规则集的一个版本：即其哈希值所依据的字节',
    en: 'a version of a rule set, as the bytes that its hash is over',
  },
  argRuleSetId: { 'zh-CN': '规则集代码', en: 'id of a rule set' },
  argVersion: { 'zh-CN': '版本号', en: 'number of a version' },
  aboutImport: {
    'zh-CN': '将规则集文件导入运行中的服务，作为草稿',
    en: 'a rule-set file into a running service, as a draft',
  },
  argImported: { 'zh-CN': '规则集文件', en: 'rule-set file' },
  optTo: { 'zh-CN': '服务地址，例如 https://jifen.example.gov.cn', en: 'address of the service' },
  optApiKey: { 'zh-CN': '存有接口密钥的文件', en: 'file with an API key' },
  imported: {
    'zh-CN': '已建立草稿 {id}：{ruleSet} {version}，{hash}。',
    en: 'Draft {id} begun: {ruleSet} {version} {hash}.',
  },
  importedOtherwise: {
    'zh-CN': '已建立草稿 {id}，但其内容的哈希值 {hash} 与文件不同。',
    en: 'Draft {id} begun, but its content has the hash {hash}, not that of the file.',
  },
  aboutAudit: { 'zh-CN': '审计记录', en: 'the audit' },
  aboutAuditVerify: {
    'zh-CN': '核验审计链、已发布的规则集版本和记录',
    en: 'verify the chains of the audit, the published versions and the records',
  },
  optHeads: {
    'zh-CN': '此前以 --json 保存的核验结果；各链必须包含当时的链尾',
    en: 'what an earlier run with --json answered; each chain must still go through the head it had then',
  },
  chainOf: { 'zh-CN': '辖区', en: 'Jurisdiction' },
  noJurisdiction: { 'zh-CN': '*（不属于任何辖区）', en: '* (of no jurisdiction)' },
  events: { 'zh-CN': '审计记录数', en: 'Events' },
  head: { 'zh-CN': '链尾', en: 'Head' },
  verifiedOthers: {
    'zh-CN': '已核验的规则集版本：{versions}；已核验的记录：{records}。',
    en: 'Versions of rule sets verified: {versions}; records verified: {records}.',
  },
  number: { 'zh-CN': '序号', en: 'Number' },
  eventId: { 'zh-CN': '审计记录编号', en: 'Event' },
  breakAt: { 'zh-CN': '其他位置', en: 'Elsewhere' },
  differs: { 'zh-CN': '不符之处', en: 'What differs' },
  whole: { 'zh-CN': '未发现断点。', en: 'No break was found.' },
  broken: { 'zh-CN': '发现断点 {count} 处（每链只列首个）。', en: 'Breaks found: {count} (of each chain the first).' },
} satisfies Readonly<Record<string, Text>>;

/** What is wrong at a break. */
export const BREAKS: Readonly<Record<BreakCode, Text>> = {
  number_missing: { 'zh-CN': '缺少第 {expected} 号', en: 'number {expected} is missing before it' },
  event_missing: { 'zh-CN': '该链节的审计记录已不存在', en: 'the event of this link is gone' },
  text_not_canonical: { 'zh-CN': '审计记录不是规范的 JSON 文本', en: 'the event is no canonical JSON' },
  column_differs: {
    'zh-CN': '{what} 列与审计记录原文不符：应为 {expected}，实为 {found}',
    en: 'the column {what} is not what the text of the event says: {expected} is expected, {found} is found',
  },
  link_hash_differs: {
    'zh-CN': '哈希不符：保存的为 {expected}，重新计算为 {found}',
    en: 'the hash differs: {expected} is stored, {found} is computed',
  },
  head_differs: {
    'zh-CN': '链尾不符：应为 {expected}，实为 {found}',
    en: 'the chain does not end at its head: {expected} is expected, {found} is found',
  },
  noted_head_differs: {
    'zh-CN': '与此前保存的链尾不符：应为 {expected}，实为 {found}',
    en: 'the chain does not go through the head that was noted: {expected} is expected, {found} is found',
  },
  noted_head_missing: {
    'zh-CN': '链短于此前保存的结果：应达到 {expected}，实为 {found}',
    en: 'the chain is shorter than it was noted: {expected} is expected, it ends at {found}',
  },
  event_unlinked: { 'zh-CN': '审计记录不在任何链上', en: 'the event is in no chain' },
  event_linked_twice: { 'zh-CN': '审计记录不止一次入链', en: 'the event is in a chain more than once' },
  version_text_not_canonical: { 'zh-CN': '规则集版本不是规范的 JSON 文本', en: 'the version is no canonical JSON' },
  version_hash_differs: {
    'zh-CN': '规则集版本的内容哈希不符：保存的为 {expected}，重新计算为 {found}',
    en: 'the content hash of the version differs: {expected} is stored, {found} is computed',
  },
  version_name_differs: {
    'zh-CN': '规则集版本的名称与其内容不符：保存的为 {expected}，内容为 {found}',
    en: 'the version is stored as {expected}, and its content says {found}',
  },
  version_not_valid: { 'zh-CN': '规则集版本未通过校验（{found}）', en: 'the version is not valid ({found})' },
  record_without_event: { 'zh-CN': '记录没有对应的审计记录', en: 'no event tells of the record' },
  record_missing: { 'zh-CN': '审计记录所述的记录已不存在', en: 'the record that the event tells of is gone' },
  record_differs: {
    'zh-CN': '记录的 {what} 与审计记录不符：应为 {expected}，实为 {found}',
    en: 'the {what} of the record is not what its event says: {expected} is expected, {found} is found',
  },
  inspection_version_differs: {
    'zh-CN': '检查所记的规则集版本哈希与已发布的不符：应为 {expected}，实为 {found}',
    en: 'the inspection names another hash than its published version has: {expected} is expected, {found} is found',
  },
};
