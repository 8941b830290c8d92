import { join } from 'node:path';
import { Text } from '../core';
import { projectRoot } from './project-root';
import { Setting } from './setting.types';
import { LOG_LEVELS } from './settings';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;

/** A whole number within limits, and the words for it. */
function whole(minimum: number, maximum: number, unit: Text): Pick<Setting, 'kind' | 'schema' | 'expected' | 'mend'> {
  return {
    kind: 'integer',
    schema: { type: 'integer', minimum, maximum },
    expected: {
      'zh-CN': `${minimum} 至 ${maximum} 的整数${unit['zh-CN']}`,
      en: `a whole number from ${minimum} to ${maximum}${unit.en}`,
    },
    mend: { 'zh-CN': '请只写数字，不带单位。', en: 'Write digits only, without a unit.' },
  };
}

const COUNT: Text = { 'zh-CN': '', en: '' };
const BYTES: Text = { 'zh-CN': '（字节）', en: ' (bytes)' };
const MILLISECONDS: Text = { 'zh-CN': '（毫秒）', en: ' (milliseconds)' };

const FOLDER = {
  kind: 'path',
  schema: { type: 'string', minLength: 1, maxLength: 1000 },
  expected: { 'zh-CN': '文件夹路径', en: 'the path of a folder' },
  mend: { 'zh-CN': '请写文件夹的路径。', en: 'Write the path of a folder.' },
} as const;

const CONNECTION = {
  kind: 'text',
  schema: { type: 'string', format: 'postgres-url', maxLength: 2000 },
  expected: {
    'zh-CN': 'PostgreSQL（15 及以上）连接地址，形如 postgres://用户:口令@主机:5432/数据库',
    en: 'the URL of a PostgreSQL (15 or later), such as postgres://user:password@host:5432/database',
  },
  mend: {
    'zh-CN': '请核对地址，口令中的特殊字符须作百分号编码；不用外部数据库的，请删除该项。',
    en: 'Check the URL and percent-encode special characters of the password, or remove the setting to use the embedded database.',
  },
} as const;

/** What somebody else gave us, such as a secret; there is none by itself. */
const SECRET = {
  kind: 'text',
  default: undefined,
  expected: { 'zh-CN': '1 至 500 个字符', en: '1 to 500 characters' },
  schema: { type: 'string', minLength: 1, maxLength: 500 },
  mend: { 'zh-CN': '请核对该项。', en: 'Check it.' },
} as const;

/** Every setting, in the order the documentation lists them. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'HOST',
    key: 'host',
    kind: 'text',
    schema: { type: 'string', format: 'host' },
    default: '127.0.0.1',
    description: {
      'zh-CN': '监听地址；0.0.0.0 或者 :: 表示所有地址',
      en: 'Address to listen on; 0.0.0.0 or :: for all of them',
    },
    expected: { 'zh-CN': 'IP 地址或者主机名', en: 'an IP address or a host name' },
    mend: { 'zh-CN': '请只写地址，不带端口。', en: 'Write the address alone, without a port.' },
  },
  {
    name: 'PORT',
    key: 'port',
    ...whole(0, 65_535, COUNT),
    default: '3000',
    description: { 'zh-CN': '监听端口；0 表示任选空闲端口', en: 'Port to listen on; 0 takes any free one' },
  },
  {
    name: 'PUBLIC_URL',
    key: 'publicUrl',
    kind: 'text',
    schema: { type: 'string', format: 'origin', maxLength: 500 },
    default: undefined,
    description: {
      'zh-CN': '用户访问服务的地址；为 https 的，登录 Cookie 只经加密连接传送',
      en: 'Where people reach the service; with https the cookie of a session travels encrypted only',
    },
    expected: {
      'zh-CN': '形如 https://jifen.example.gov.cn 的地址',
      en: 'an address such as https://jifen.example.gov.cn',
    },
    mend: { 'zh-CN': '请写协议、主机名和端口，不带路径。', en: 'Write scheme, host and port, without a path.' },
  },
  {
    name: 'TRUSTED_PROXIES',
    key: 'trustedProxies',
    kind: 'text',
    schema: { type: 'string', format: 'address-list', maxLength: 2000 },
    default: undefined,
    description: {
      'zh-CN': '前置代理的地址，采信其 X-Forwarded-For 中的来源地址',
      en: 'Proxies in front of the service whose X-Forwarded-For tells where a request came from',
    },
    expected: {
      'zh-CN': '以逗号分隔的 IP 地址或者网段，如 127.0.0.1,10.0.0.0/8',
      en: 'IP addresses or networks with commas between them, such as 127.0.0.1,10.0.0.0/8',
    },
    mend: { 'zh-CN': '请核对各项；没有代理的，请删除该项。', en: 'Check each; without a proxy remove the setting.' },
  },
  {
    name: 'DATA_DIR',
    key: 'dataDir',
    ...FOLDER,
    default: './.data',
    description: {
      'zh-CN': '内嵌数据库和密钥文件的数据文件夹；设置了 DATABASE_URL 的，须一并设置',
      en: 'Folder of the embedded database and of the secrets; must be set where DATABASE_URL is',
    },
  },
  {
    name: 'SIGNING_KEY_FILE',
    key: 'signingKeyFile',
    kind: 'path',
    schema: { type: 'string', minLength: 1, maxLength: 1000 },
    default: undefined,
    description: {
      'zh-CN': '签发记分证明的 Ed25519 私钥文件；未设置的，使用数据文件夹中首次启动时生成的私钥',
      en: 'Private key that signs certificates; without it the one in the data folder, made at the first start',
    },
    expected: { 'zh-CN': 'Ed25519 私钥文件（PEM）的路径', en: 'the path of an Ed25519 private key in PEM' },
    mend: { 'zh-CN': '请写文件的路径。', en: 'Write the path of the file.' },
  },
  {
    name: 'RULES_DIR',
    key: 'rulesDir',
    ...FOLDER,
    default: join(projectRoot(), 'rules'),
    description: { 'zh-CN': '启动时安装的规则集文件夹', en: 'Folder of the rule sets installed at start' },
  },
  {
    name: 'DATABASE_URL',
    key: 'databaseUrl',
    ...CONNECTION,
    default: undefined,
    description: {
      'zh-CN': '外部数据库，以所有者身份连接；未设置的，使用内嵌数据库',
      en: 'External database, as its owner; without it the embedded database is used',
    },
  },
  {
    name: 'DATABASE_SERVICE_URL',
    key: 'databaseServiceUrl',
    ...CONNECTION,
    default: undefined,
    description: {
      'zh-CN': '外部数据库，以服务角色连接；未设置的，沿用 DATABASE_URL，并在建立连接时切换为 jifen_service 角色',
      en: 'External database, as the serving role; without it DATABASE_URL is used, switched to the role jifen_service as each connection opens',
    },
  },
  {
    name: 'POOL_SIZE',
    key: 'poolSize',
    ...whole(2, 200, COUNT),
    default: '10',
    description: { 'zh-CN': '数据库连接数上限', en: 'Most connections to the database' },
  },
  {
    name: 'POOL_TIMEOUT',
    key: 'poolTimeout',
    ...whole(100, 10 * MINUTE, MILLISECONDS),
    default: String(5 * SECOND),
    description: { 'zh-CN': '等待数据库连接的时限', en: 'Longest wait for a connection to the database' },
  },
  {
    name: 'STATEMENT_TIMEOUT',
    key: 'statementTimeout',
    ...whole(100, 10 * MINUTE, MILLISECONDS),
    default: String(15 * SECOND),
    description: { 'zh-CN': '单条数据库语句的时限', en: 'Longest run of one database statement' },
  },
  {
    name: 'QUEUE_LIMIT',
    key: 'queueLimit',
    ...whole(1, 10_000, COUNT),
    default: '200',
    description: {
      'zh-CN': '等待办理的请求数上限，不含 POOL_SIZE 个正在办理的',
      en: 'Most requests that wait, beside POOL_SIZE that are worked on; more are refused with 503',
    },
  },
  {
    name: 'RATE_LIMIT',
    key: 'rateLimit',
    ...whole(0, 10_000_000, COUNT),
    default: '6000',
    description: {
      'zh-CN': '一个接口密钥或者会话每分钟的请求数上限；0 表示不限',
      en: 'Most requests per minute of one API key or session; 0 for no limit',
    },
  },
  {
    name: 'ADDRESS_RATE_LIMIT',
    key: 'addressRateLimit',
    ...whole(0, 10_000_000, COUNT),
    default: '60000',
    description: {
      'zh-CN': '一个网络地址每分钟的请求数上限；0 表示不限',
      en: 'Most requests per minute from one address; 0 for no limit',
    },
  },
  {
    name: 'BODY_LIMIT',
    key: 'bodyLimit',
    ...whole(KIBIBYTE, 64 * MEBIBYTE, BYTES),
    default: String(MEBIBYTE),
    description: { 'zh-CN': '请求正文的上限', en: 'Largest request body' },
  },
  {
    name: 'BATCH_BODY_LIMIT',
    key: 'batchBodyLimit',
    ...whole(KIBIBYTE, 64 * MEBIBYTE, BYTES),
    default: String(8 * MEBIBYTE),
    description: { 'zh-CN': '批量请求正文的上限', en: 'Largest body of a batch request' },
  },
  {
    name: 'REQUEST_TIMEOUT',
    key: 'requestTimeout',
    ...whole(SECOND, 10 * MINUTE, MILLISECONDS),
    default: String(30 * SECOND),
    description: {
      'zh-CN': '接收一个请求的时限，也是答复一个请求的时限',
      en: 'Longest time to receive a request, and again to answer it',
    },
  },
  {
    name: 'SHUTDOWN_TIMEOUT',
    key: 'shutdownTimeout',
    ...whole(0, 10 * MINUTE, MILLISECONDS),
    default: String(10 * SECOND),
    description: {
      'zh-CN': '停止服务时等待在办请求的时限',
      en: 'Longest wait for running requests when the service stops',
    },
  },
  {
    name: 'SESSION_IDLE_TIMEOUT',
    key: 'sessionIdleTimeout',
    ...whole(MINUTE, DAY, MILLISECONDS),
    default: String(30 * MINUTE),
    description: { 'zh-CN': '无操作自动退出登录的时限', en: 'How long an unused session lasts' },
  },
  {
    name: 'SESSION_LIFETIME',
    key: 'sessionLifetime',
    ...whole(MINUTE, 30 * DAY, MILLISECONDS),
    default: String(12 * HOUR),
    description: { 'zh-CN': '一次登录的最长时限', en: 'How long a session lasts at most' },
  },
  {
    name: 'SIGN_IN_ATTEMPTS',
    key: 'signInAttempts',
    ...whole(3, 100, COUNT),
    default: '5',
    description: {
      'zh-CN': '连续登录失败多少次后锁定',
      en: 'Failures to sign in after which an account name is locked',
    },
  },
  {
    name: 'SIGN_IN_LOCK',
    key: 'signInLock',
    ...whole(MINUTE, DAY, MILLISECONDS),
    default: String(15 * MINUTE),
    description: { 'zh-CN': '锁定的时长', en: 'How long it stays locked' },
  },
  {
    name: 'FIRST_ADMIN_PASSWORD',
    key: 'firstAdminPassword',
    ...SECRET,
    schema: { type: 'string', minLength: 12, maxLength: 500 },
    expected: { 'zh-CN': '12 至 500 个字符', en: '12 to 500 characters' },
    description: {
      'zh-CN': '首名系统管理员的一次性口令；未设置的，随机生成并在终端显示一次',
      en: 'One-time password of the first system administrator; without it a random one is shown once on the terminal',
    },
  },
  {
    name: 'OIDC_ISSUER',
    key: 'oidcIssuer',
    kind: 'text',
    schema: { type: 'string', format: 'issuer', maxLength: 500 },
    default: undefined,
    description: {
      'zh-CN': '统一身份认证（OpenID Connect）的 issuer；未设置的，只用本系统账号口令登录',
      en: 'Identity provider (OpenID Connect) by which people sign in; without it they do so by password only',
    },
    expected: {
      'zh-CN': 'issuer 地址，如 https://id.example.gov.cn/realms/hailing；本机以外的须为 https',
      en: 'an issuer such as https://id.example.gov.cn/realms/hailing, with https unless it is on this machine',
    },
    mend: {
      'zh-CN': '请照身份认证系统 .well-known/openid-configuration 中的 issuer 填写。',
      en: 'Write it as "issuer" stands in .well-known/openid-configuration of the provider.',
    },
  },
  {
    name: 'OIDC_CLIENT_ID',
    key: 'oidcClientId',
    ...SECRET,
    description: {
      'zh-CN': '本系统在统一身份认证登记的 client_id',
      en: 'Id of this service as a client of the identity provider',
    },
  },
  {
    name: 'OIDC_CLIENT_SECRET',
    key: 'oidcClientSecret',
    ...SECRET,
    description: {
      'zh-CN': '本系统在统一身份认证登记的 client_secret',
      en: 'Secret of this service as a client of the identity provider',
    },
  },
  {
    name: 'OIDC_CLIENT_SECRET_FILE',
    key: 'oidcClientSecretFile',
    kind: 'path',
    schema: FOLDER.schema,
    default: undefined,
    description: {
      'zh-CN': '存放该 client_secret 的文件，代替 OIDC_CLIENT_SECRET',
      en: 'File with that secret, in place of OIDC_CLIENT_SECRET',
    },
    expected: { 'zh-CN': '文件路径', en: 'the path of a file' },
    mend: { 'zh-CN': '请写文件的路径。', en: 'Write the path of a file.' },
  },
  {
    name: 'JURISDICTION_TIME_ZONE',
    key: 'jurisdictionTimeZone',
    kind: 'text',
    schema: { type: 'string', format: 'time-zone' },
    default: 'Asia/Shanghai',
    description: {
      'zh-CN': '辖区时区，决定台账日期；规则集的日期以其自身时区为准',
      en: 'Time zone of the days of the register; a rule set has its own',
    },
    expected: { 'zh-CN': 'IANA 时区名称', en: 'the name of an IANA time zone' },
    mend: { 'zh-CN': '请改为 Asia/Shanghai 一类的名称。', en: 'Write a name such as Asia/Shanghai.' },
  },
  {
    name: 'APPROVALS_NEEDED',
    key: 'approvalsNeeded',
    ...whole(1, 9, COUNT),
    default: '1',
    description: {
      'zh-CN': '发布规则集版本须经多少人批准，起草人不计',
      en: 'How many must approve a version before it is published, its authors not counted',
    },
  },
  {
    name: 'COVERAGE_NEEDED',
    key: 'coverageNeeded',
    ...whole(0, 100, COUNT),
    default: '0',
    description: {
      'zh-CN': '发布规则集版本所需的情景覆盖率，百分数；0 表示不要求',
      en: 'Least coverage by scenarios, in per cent, that a version needs to be published; 0 for none',
    },
  },
  {
    name: 'IMPACT_REPORT',
    key: 'impactReport',
    kind: 'text',
    schema: { type: 'string', enum: ['required', 'optional'] },
    default: 'optional',
    description: {
      'zh-CN': '发布替代现有版本的版本前，是否必须有影响测算报告',
      en: 'Whether a version that replaces another needs a stored impact report to be published',
    },
    expected: { 'zh-CN': 'required（必须）或者 optional（不要求）', en: 'required or optional' },
    mend: { 'zh-CN': '请改为其中之一。', en: 'Use one of them.' },
  },
  {
    name: 'LOG_LEVEL',
    key: 'logLevel',
    kind: 'text',
    schema: { type: 'string', enum: LOG_LEVELS },
    default: 'info',
    description: { 'zh-CN': '记录日志的最低级别', en: 'Least level that is logged' },
    expected: { 'zh-CN': `${LOG_LEVELS.join('、')}之一`, en: `one of ${LOG_LEVELS.join(', ')}` },
    mend: { 'zh-CN': '请改为其中之一。', en: 'Use one of them.' },
  },
];
