const HASH = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } as const;
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const INSTANT = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' } as const;
const NAME = { type: 'string', minLength: 1, maxLength: 200 } as const;
const VERSION_NUMBER = { type: 'string', minLength: 1, maxLength: 50 } as const;
const POINTS = { type: 'number', minimum: 0 } as const;

const VERSION_OF_RULES = {
  type: 'string',
  pattern: '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$',
  maxLength: 20,
} as const;

const CERTIFIED_RULE_SET = {
  title: 'CertifiedRuleSet',
  description: '规则集版本及其全部内容 · A version of a rule set with all of its content',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version', 'hash', 'content'],
  properties: {
    id: { ...NAME, description: '规则集编号 · Id of the rule set' },
    version: { ...VERSION_OF_RULES, description: '版本号 · Its version' },
    hash: { ...HASH, description: '内容哈希 · Content hash: of the canonical JSON of the content' },
    content: { type: 'object', description: '规则集内容 · The rule set itself' },
  },
} as const;

const CERTIFIED_LINK = {
  title: 'CertifiedLink',
  description:
    '签发时最后一条有关记录在审计链上的位置 · Where the last record concerned stands in the chain of the audit',
  type: ['object', 'null'],
  additionalProperties: false,
  required: ['jurisdiction', 'number', 'hash'],
  properties: {
    jurisdiction: { ...NAME, description: '辖区 · Jurisdiction of the chain' },
    number: { type: 'integer', minimum: 1, description: '链节序号 · Number of the link' },
    hash: { ...HASH, description: '链节哈希 · Hash of the link' },
  },
} as const;

const ENGINE_VERSIONS = {
  title: 'EngineVersions',
  description: '计分引擎及运算符集的版本 · The engine that scored, and its set of operators',
  type: 'object',
  additionalProperties: false,
  required: ['version', 'operators'],
  properties: {
    version: { ...VERSION_NUMBER, description: '引擎版本 · Version of the engine' },
    operators: { ...VERSION_NUMBER, description: '运算符集版本 · Version of the set of operators' },
  },
} as const;

const ISSUER = {
  title: 'CertificateIssuer',
  description: '签发系统 · The service that issued it',
  type: 'object',
  additionalProperties: false,
  required: ['product', 'version'],
  properties: {
    product: { ...NAME, description: '产品名称 · Product' },
    version: { ...VERSION_NUMBER, description: '产品版本 · Version of the product' },
  },
} as const;

const KEY = {
  title: 'CertificateKey',
  description: '签名所用密钥的公开部分 · The public half of the key that signed',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'algorithm', 'publicKey'],
  properties: {
    id: { ...HASH, description: '密钥指纹 · Fingerprint: SHA-256 of the public key in DER' },
    algorithm: { const: 'Ed25519', description: '签名算法 · Algorithm of the signature' },
    publicKey: { type: 'string', maxLength: 200, description: '公钥 · The public key in DER, base64' },
  },
} as const;

const SCORE = {
  title: 'CertifiedScore',
  description: '记分结果 · What the facts come to',
  type: 'object',
  additionalProperties: false,
  required: ['points', 'pointsRange', 'complete', 'items'],
  properties: {
    points: { ...POINTS, description: '记分 · Points' },
    pointsRange: {
      type: 'object',
      additionalProperties: false,
      required: ['min', 'max'],
      description: '查清后记分所在区间 · Within which the points lie once everything is checked',
      properties: {
        min: { ...POINTS, description: '最低 · Lowest' },
        max: { ...POINTS, description: '最高 · Highest' },
      },
    },
    complete: { type: 'boolean', description: '是否全部事项均已检查 · Whether every item was checked' },
    items: {
      type: 'array',
      maxItems: 2000,
      description: '各事项，按规则集顺序 · Items in the order of the rule set',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'outcome', 'points', 'ownPoints', 'missingFacts'],
        description: '一个事项 · One item',
        properties: {
          item: { ...NAME, description: '事项代码 · Code of the item' },
          outcome: {
            type: 'string',
            enum: ['violated', 'compliant', 'not_applicable', 'not_checked'],
            description: '结果 · Outcome',
          },
          points: { ...POINTS, description: '计入的分值 · Points that count' },
          ownPoints: { ...POINTS, description: '本身的分值 · Points by itself' },
          replacedBy: { ...NAME, description: '代替其计分的互斥事项 · The exclusive item that counts in its place' },
          missingFacts: {
            type: 'array',
            maxItems: 500,
            description: '缺少的事实 · Facts that would settle it',
            items: { ...NAME, description: '事实 · One fact' },
          },
        },
      },
    },
  },
} as const;

const NAMES = {
  type: 'array',
  maxItems: 50,
  items: { ...NAME, description: '姓名或者证号 · Name or number' },
} as const;

const CERTIFIED_INSPECTION = {
  title: 'CertifiedInspection',
  description: '检查情况，由签发系统载明 · What the inspection was, as the issuer tells it',
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'inspectedOn',
    'kind',
    'office',
    'inspectors',
    'certifiedInspectors',
    'assistedBy',
    'knownAt',
    'recordedAt',
  ],
  properties: {
    id: { ...NAME, description: '检查编号 · Id of the inspection' },
    inspectedOn: { ...DAY, description: '检查日期 · Day of the inspection' },
    kind: { ...NAME, description: '检查类别 · Kind of inspection' },
    office: { ...NAME, description: '检查机构 · Code of the office that inspected' },
    inspectors: { ...NAMES, description: '检查人员 · Inspectors' },
    certifiedInspectors: {
      type: 'array',
      maxItems: 50,
      description: '持有效证件的检查人员 · Inspectors who held a valid certificate',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['certificateNumber', 'name', 'office'],
        description: '检查人员 · One inspector',
        properties: {
          certificateNumber: { ...NAME, description: '证号 · Number of the certificate' },
          name: { ...NAME, description: '姓名 · Name' },
          office: { ...NAME, description: '机构 · Code of the office' },
        },
      },
    },
    assistedBy: { ...NAMES, description: '协助的专家 · Experts who assisted' },
    knownAt: { ...INSTANT, description: '知悉时间 · When it became known' },
    recordedAt: { ...INSTANT, description: '登记时间 · When it was recorded' },
  },
} as const;

const ANNULLED = {
  title: 'CertifiedAnnulment',
  description: '签发时已撤销的部分 · What had been annulled when it was issued',
  type: 'object',
  additionalProperties: false,
  required: ['inspection', 'items'],
  properties: {
    inspection: { type: 'boolean', description: '整次检查 · The inspection as a whole' },
    items: {
      type: 'array',
      maxItems: 2000,
      description: '违规记录已撤销的事项 · Items whose findings were annulled',
      items: { ...NAME, description: '事项代码 · Code of an item' },
    },
  },
} as const;

const ISSUANCE = {
  format: { const: 'jifen-certificate', description: '格式 · Format' },
  formatVersion: { const: 1, description: '格式版本 · Version of the format' },
  issuedAt: { ...INSTANT, description: '签发时间 · When it was issued' },
  issuer: ISSUER,
  engine: ENGINE_VERSIONS,
  subject: { ...NAME, description: '统一社会信用代码 · Unified social credit code' },
  link: CERTIFIED_LINK,
  key: KEY,
  signature: { type: 'string', maxLength: 200, description: '签名 · Ed25519 signature over all the rest, base64' },
} as const;

const ISSUANCE_REQUIRED = Object.keys(ISSUANCE) as readonly (keyof typeof ISSUANCE)[];

/** The certificate of a scored inspection. */
export const INSPECTION_CERTIFICATE = {
  title: 'InspectionCertificate',
  description: '检查记分证明 · A certificate of a scored inspection',
  type: 'object',
  additionalProperties: false,
  required: [
    ...ISSUANCE_REQUIRED,
    ...(['kind', 'inspection', 'annulled', 'ruleSet', 'facts', 'factsHash', 'result', 'resultHash'] as const),
  ],
  properties: {
    ...ISSUANCE,
    kind: { const: 'inspection', description: '类别 · Kind' },
    inspection: CERTIFIED_INSPECTION,
    annulled: ANNULLED,
    ruleSet: CERTIFIED_RULE_SET,
    facts: { type: 'object', description: '计分所据的全部事实 · All facts it was scored on' },
    factsHash: { ...HASH, description: '事实的哈希 · Hash of the facts' },
    result: SCORE,
    resultHash: { ...HASH, description: '结果的哈希 · Hash of the result' },
  },
} as const;

/** The certificate of a standing. */
export const STANDING_CERTIFICATE = {
  title: 'StandingCertificate',
  description: '累计记分证明 · A certificate of a standing',
  type: 'object',
  additionalProperties: false,
  required: [
    ...ISSUANCE_REQUIRED,
    ...(['kind', 'asOf', 'knownAt', 'inForce', 'ruleSets', 'history', 'historyHash', 'result', 'resultHash'] as const),
  ],
  properties: {
    ...ISSUANCE,
    kind: { const: 'standing', description: '类别 · Kind' },
    asOf: { ...DAY, description: '截至日期 · As of' },
    knownAt: { ...INSTANT, description: '知悉时间：只计入此前知悉的记录 · With the records known by then' },
    inForce: { ...VERSION_OF_RULES, description: '截至日期施行的版本 · The version in force on the as-of day' },
    ruleSets: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      description: '涉及的各版本 · Every version concerned',
      items: CERTIFIED_RULE_SET,
    },
    history: {
      type: 'array',
      maxItems: 100_000,
      description: '记分档案，各检查载明所用版本 · The history; an inspection names the version that scored it',
      items: {
        type: 'object',
        required: ['type', 'key', 'number', 'knownAt'],
        description: '一条记录 · One record',
        properties: {
          type: { ...NAME, description: '种类 · Kind of record' },
          key: { ...NAME, description: '编号 · Id of the record' },
          number: { type: 'integer', minimum: 1, description: '序号 · Its number' },
          knownAt: { ...INSTANT, description: '知悉时间 · When it became known' },
          version: { ...VERSION_OF_RULES, description: '计分版本 · The version that scored it' },
        },
      },
    },
    historyHash: { ...HASH, description: '记分档案的哈希 · Hash of the history' },
    result: { type: 'object', description: '累计记分情况 · The standing' },
    resultHash: { ...HASH, description: '结果的哈希 · Hash of the result' },
  },
} as const;
