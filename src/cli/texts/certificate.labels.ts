import { CertificateCheck, CheckName, FormFault, Text } from '../../core';

/** Labels of the operator's shell about certificates. Named particulars in braces are filled in. */
export const CERTIFICATE_LABELS = {
  aboutVerify: { 'zh-CN': '脱机核验记分证明', en: 'verify a certificate offline' },
  argCertificate: { 'zh-CN': '记分证明文件', en: 'the file of the certificate' },
  optKey: {
    'zh-CN': '可信公钥文件（PEM），或者保存的 GET /keys 答复',
    en: 'trusted public key in PEM, or a saved answer of GET /keys',
  },
  certifies: { 'zh-CN': '证明内容', en: 'Certifies' },
  certifiesInspection: {
    'zh-CN': '{subject} 于 {day} 的检查（{id}）记 {points} 分',
    en: 'the inspection of {subject} on {day} ({id}): {points} points',
  },
  certifiesStanding: {
    'zh-CN': '{subject} 截至 {day}、按 {known} 所知累计记 {points} 分',
    en: '{subject} as of {day}, as known at {known}: {points} points in total',
  },
  certifiedRules: { 'zh-CN': '规则集', en: 'Rule set' },
  issuedAt: { 'zh-CN': '签发', en: 'Issued' },
  issuedBy: { 'zh-CN': '{at}，{product} {version}', en: '{at} by {product} {version}' },
  fingerprint: { 'zh-CN': '密钥指纹', en: 'Fingerprint of the key' },
  chained: { 'zh-CN': '审计链位置', en: 'In the chain of the audit' },
  chainedAt: { 'zh-CN': '辖区 {jurisdiction} 第 {number} 号 {hash}', en: '{jurisdiction}, number {number}, {hash}' },
  annulledWhole: {
    'zh-CN': '注意：签发时该次检查已经撤销。',
    en: 'Note: the inspection had been annulled when this was issued.',
  },
  annulledItems: {
    'zh-CN': '注意：签发时下列事项的违规记录已经撤销：{items}。',
    en: 'Note: the findings of these items had been annulled when this was issued: {items}.',
  },
  check: { 'zh-CN': '核验内容', en: 'Check' },
  detail: { 'zh-CN': '说明', en: 'Detail' },
  hashIs: { 'zh-CN': '应为 {expected}，实为 {found}', en: '{expected} is expected, {found} is found' },
  otherEngine: {
    'zh-CN': '证明由引擎 {version}（运算符集 {operators}）计算；本程序为引擎 {own}（运算符集 {ownOperators}）。',
    en: 'It was scored by engine {version} with operators {operators}; this build has engine {own} with operators {ownOperators}.',
  },
  engineMayDiffer: {
    'zh-CN': '引擎版本不同，结果不一致可能由此造成：请用该版本的程序核验。',
    en: 'The engines differ, which may be why the results do: verify it with a build of that engine.',
  },
  sameEngine: {
    'zh-CN': '引擎版本相同，结果不一致不能归因于引擎。',
    en: 'The engine is the same: the difference is not of its doing.',
  },
  verdictTrusted: {
    'zh-CN': '证明有效：内容完整，由可信密钥签发，重新计算的结果一致。',
    en: 'The certificate is valid: it is as it was issued, a trusted key signed it, and scoring again comes to the same.',
  },
  verdictIntegrity: {
    'zh-CN':
      '内容完整，重新计算的结果一致；由谁签发未经证实：没有用 --key 指明可信公钥，而任何人都可以用自己的密钥制作这样的文件。请将上述密钥指纹与发证机关公布的指纹（GET /keys）核对。',
    en: 'It is as it was signed, and scoring again comes to the same. Who issued it is not proved: no trusted key was given by --key, and anybody can make such a file with a key of their own. Compare the fingerprint above with the one that the authority publishes (GET /keys).',
  },
  verdictInvalid: { 'zh-CN': '证明无效：{checks}。', en: 'The certificate is not valid: {checks}.' },
} satisfies Readonly<Record<string, Text>>;

export const CHECKS: Readonly<Record<CheckName, Text>> = {
  form: { 'zh-CN': '格式', en: 'form' },
  signature: { 'zh-CN': '签名', en: 'signature' },
  key: { 'zh-CN': '可信密钥', en: 'trusted key' },
  rule_sets: { 'zh-CN': '规则集', en: 'rule set' },
  input: { 'zh-CN': '事实或者记分档案的哈希', en: 'hash of facts or history' },
  result: { 'zh-CN': '结果的哈希', en: 'hash of the result' },
  scored_again: { 'zh-CN': '重新计算', en: 'scored again' },
};

/** What it means that a check fails. The form tells its own faults. */
export const CHECK_FAULTS: Readonly<Record<Exclude<CheckName, 'form'>, Text>> = {
  signature: {
    'zh-CN': '签名与内容不符：内容在签发后被改动，或者签名不是由所载密钥作出。',
    en: 'The signature does not hold over the content: it was changed after it was signed, or another key signed it.',
  },
  key: {
    'zh-CN': '签名密钥不在所给可信公钥之列：不是该机关签发，或者公钥文件早于密钥更换，请重新取得公钥。',
    en: 'The key that signed is not among the trusted ones: the authority did not issue it, or the keys were obtained before it changed its key; obtain them again.',
  },
  rule_sets: {
    'zh-CN': '所载规则集与其哈希、编号或者版本号不符，或者不是有效的规则集。',
    en: 'The rule set is not what its hash, id or version says, or is not valid.',
  },
  input: {
    'zh-CN': '所载事实或者记分档案与其哈希不符。',
    en: 'The facts or the history are not what their hash says.',
  },
  result: { 'zh-CN': '所载结果与其哈希不符。', en: 'The result is not what its hash says.' },
  scored_again: {
    'zh-CN': '按所载规则集重新计算，不得出所载结果。',
    en: 'Scored again under the rule set it holds, it does not come to the result it states.',
  },
};

export const CHECK_OUTCOMES: Readonly<Record<CertificateCheck['outcome'], Text>> = {
  holds: { 'zh-CN': '相符', en: 'holds' },
  fails: { 'zh-CN': '不符', en: 'fails' },
  not_checked: { 'zh-CN': '未核验', en: 'not checked' },
};

export const FORM_FAULTS: Readonly<Record<FormFault['reason'], Text>> = {
  not_json: { 'zh-CN': '文件不是 JSON，或者已被截断', en: 'it is no JSON, or was cut off' },
  not_canonical: {
    'zh-CN': '文件不是规范的 JSON 文本（RFC 8785）：签发后被改动或者重新排版',
    en: 'it is no canonical JSON (RFC 8785): it was changed or laid out anew after it was issued',
  },
  signature_absent: { 'zh-CN': '没有签名', en: 'there is no signature' },
  kind_unknown: { 'zh-CN': '证明类别不明', en: 'it is of no known kind' },
  format_unknown: {
    'zh-CN': '不是记分证明，或者格式版本不明：{found}',
    en: 'no certificate of a known format: {found}',
  },
  not_in_form: { 'zh-CN': '{path} 处不合格式', en: 'what stands at {path} is not as it has to be' },
};
