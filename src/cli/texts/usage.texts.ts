import { Locale, ProblemText } from '../../core';

type Words = Readonly<Record<Locale, ProblemText>>;

/** What can be wrong with the way a command is used, and what to do about it. Named particulars are filled in. */
export const USAGE_TEXTS = {
  file_missing: {
    'zh-CN': { message: '找不到文件 {file}。', mend: '请核对路径；相对路径从运行命令的目录算起。' },
    en: {
      message: 'There is no file {file}.',
      mend: 'Check the path; a relative one starts where the command is run.',
    },
  },
  file_unreadable: {
    'zh-CN': { message: '无法读取文件 {file}（{detail}）。', mend: '请检查文件是否存在以及读取权限。' },
    en: { message: 'The file {file} cannot be read ({detail}).', mend: 'Check that it exists and may be read.' },
  },
  not_a_file: {
    'zh-CN': { message: '{file} 不是文件。', mend: '此处请给出一个 JSON 文件。' },
    en: { message: '{file} is not a file.', mend: 'Name a JSON file here.' },
  },
  file_too_large: {
    'zh-CN': { message: '文件 {file} 有 {size} 字节，超过上限 {limit} 字节。', mend: '请拆分文件，或者删去多余内容。' },
    en: {
      message: 'The file {file} has {size} bytes; at most {limit} are read.',
      mend: 'Split it, or leave out what is not needed.',
    },
  },
  not_utf8: {
    'zh-CN': { message: '文件 {file} 不是 UTF-8 编码。', mend: '请另存为 UTF-8 编码（常见原因是存成了 GBK）。' },
    en: { message: 'The file {file} is not UTF-8.', mend: 'Save it as UTF-8; often it was saved as GBK.' },
  },
  not_json: {
    'zh-CN': {
      message: '文件 {file} 不是有效的 JSON：第 {line} 行第 {column} 列出错（{near}）。',
      mend: '请检查该处的逗号、引号和括号是否缺失、多余或者为全角字符。',
    },
    en: {
      message: 'The file {file} is not JSON: it breaks at line {line}, column {column} ({near}).',
      mend: 'Look there for a comma, quotation mark or bracket that is missing or one too many.',
    },
  },
  no_rule_sets: {
    'zh-CN': { message: '文件夹 {file} 中没有规则集文件。', mend: '请给出规则集文件，或者存放规则集文件的文件夹。' },
    en: {
      message: 'The folder {file} holds no rule-set file.',
      mend: 'Name a rule-set file, or a folder with rule-set files.',
    },
  },
  no_in_force: {
    'zh-CN': {
      message: '文件夹 {file} 中没有 in-force.json，无法确定各日施行的版本。',
      mend: '请给出一个规则集文件（始终按该版本计算），或者存放某一规则集各版本及其 in-force.json 的文件夹。',
    },
    en: {
      message: 'The folder {file} has no in-force.json, so the version in force on a day is not known.',
      mend: 'Name one rule-set file, to use that version always, or the folder of one rule set with its in-force.json.',
    },
  },
  version_twice: {
    'zh-CN': { message: '{file} 与 {other} 是同一规则集的同一版本 {version}。', mend: '请只保留其中一个文件。' },
    en: {
      message: '{file} and {other} are both version {version} of the same rule set.',
      mend: 'Keep only one of them.',
    },
  },
  bad_day: {
    'zh-CN': { message: '{option} 的值“{value}”不是有效日期。', mend: '请写成 YYYY-MM-DD，例如 2026-03-05。' },
    en: {
      message: 'The value "{value}" of {option} is no calendar day.',
      mend: 'Write YYYY-MM-DD, such as 2026-03-05.',
    },
  },
  bad_instant: {
    'zh-CN': {
      message: '{option} 的值“{value}”不是有效的日期或者时刻。',
      mend: '请写日期（指当日终了），或者带时区的时刻，例如 2026-03-04T09:00:00+08:00。',
    },
    en: {
      message: 'The value "{value}" of {option} is neither a day nor an instant.',
      mend: 'Write a day (meaning its end) or an instant with its offset, such as 2026-03-04T09:00:00+08:00.',
    },
  },
  no_database: {
    'zh-CN': {
      message: '文件夹 {file} 中没有数据库。',
      mend: '请核对 DATA_DIR；使用外部数据库的，请设置 DATABASE_URL。设置与启动服务时相同。',
    },
    en: {
      message: 'There is no database in the folder {file}.',
      mend: 'Check DATA_DIR, or set DATABASE_URL where the database is external; the settings are those of the service.',
    },
  },
  no_such_version: {
    'zh-CN': { message: '数据库中没有规则集 {id} 的版本 {version}。', mend: '请核对规则集代码和版本号。' },
    en: {
      message: 'There is no version {version} of the rule set {id} in the database.',
      mend: 'Check the id of the rule set and the number of the version.',
    },
  },
  service_unreachable: {
    'zh-CN': { message: '无法连接服务 {value}（{detail}）。', mend: '请核对 --to 的地址，并确认服务已启动。' },
    en: {
      message: 'The service at {value} cannot be reached ({detail}).',
      mend: 'Check the address after --to, and that the service runs.',
    },
  },
  database_unreachable: {
    'zh-CN': { message: '无法打开数据库：{detail}', mend: '请核对设置，并确认数据库可以连接。' },
    en: { message: 'The database cannot be opened: {detail}', mend: 'Check the settings, and that it can be reached.' },
  },
  database_behind: {
    'zh-CN': { message: '数据库尚未升级到本版本（缺少：{value}）。', mend: '请先以本版本启动一次服务。' },
    en: {
      message: 'The database is of an earlier release (it lacks {value}).',
      mend: 'Start the service of this release once.',
    },
  },
  bad_settings: {
    'zh-CN': { message: '设置有误：{detail}', mend: '设置与启动服务时相同，说明见 docs/operations.md。' },
    en: {
      message: 'The settings are wrong: {detail}',
      mend: 'They are those of the service; docs/operations.md lists them.',
    },
  },
  no_heads: {
    'zh-CN': { message: '文件 {file} 中没有链尾。', mend: '请给出此前以 audit verify --json 保存的结果。' },
    en: {
      message: 'The file {file} holds no heads of chains.',
      mend: 'Name what an earlier audit verify --json answered.',
    },
  },
  no_public_key: {
    'zh-CN': {
      message: '文件 {file} 中没有 Ed25519 公钥。',
      mend: '请给出 PEM 格式的公钥文件，或者保存的 GET /keys 答复。',
    },
    en: {
      message: 'The file {file} holds no Ed25519 public key.',
      mend: 'Name a public key in PEM, or a saved answer of GET /keys.',
    },
  },
  unknown_option: {
    'zh-CN': { message: '没有选项“{value}”。', mend: '{help}' },
    en: { message: 'There is no option "{value}".', mend: '{help}' },
  },
  unknown_command: {
    'zh-CN': { message: '没有命令“{value}”。', mend: '{help}' },
    en: { message: 'There is no command "{value}".', mend: '{help}' },
  },
  no_command: {
    'zh-CN': { message: '没有写明命令。', mend: '{help}' },
    en: { message: 'No command is given.', mend: '{help}' },
  },
  missing_option: {
    'zh-CN': { message: '缺少选项“{value}”。', mend: '{help}' },
    en: { message: 'The option "{value}" is missing.', mend: '{help}' },
  },
  missing_value: {
    'zh-CN': { message: '选项“{value}”后面没有写值。', mend: '{help}' },
    en: { message: 'The option "{value}" has no value.', mend: '{help}' },
  },
  missing_argument: {
    'zh-CN': { message: '没有写明文件（{value}）。', mend: '{help}' },
    en: { message: 'No file is named ({value}).', mend: '{help}' },
  },
  bad_value: {
    'zh-CN': { message: '选项的值不可用：{value}。', mend: '{help}' },
    en: { message: 'The value cannot be used: {value}.', mend: '{help}' },
  },
  wrong_use: {
    'zh-CN': { message: '命令写法有误：{value}。', mend: '{help}' },
    en: { message: 'The command is not used as it should be: {value}.', mend: '{help}' },
  },
} satisfies Readonly<Record<string, Words>>;

export type UsageCode = keyof typeof USAGE_TEXTS;
