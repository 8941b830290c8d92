import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { clientSecretOf, incompleteOpenId } from './open-id-settings';
import { Setting } from './setting.types';
import { Settings } from './settings';
import { SETTINGS_FORMATS } from './settings-formats';
import { SETTINGS } from './settings-table';
import { SettingFault, SettingsError } from './settings.error';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings carry no prefix; one with this prefix is a mistake that would otherwise be ignored in silence. */
const PREFIX = 'JIFEN_';

/** Settings of the test harness, which the service does not read. */
const TEST_PREFIX = 'JIFEN_TEST_';

// It keeps what it compiled of a schema.
const ajv = new Ajv2020({ strict: true, formats: SETTINGS_FORMATS, code: { optimize: false } });

/**
 * Reads the settings from the environment; an empty variable counts as absent.
 * @throws SettingsError naming every setting that is wrong, what is expected and the mend, never a value.
 */
export function readSettings(environment: Environment = process.env): Settings {
  const faults: SettingFault[] = misspelt(environment);
  const values: Record<string, unknown> = {};
  for (const setting of SETTINGS) {
    const value = valueOf(setting, environment[setting.name]);
    if (value !== undefined && !ajv.validate(setting.schema, value)) faults.push(wrong(setting));
    values[setting.key] = value;
  }
  faults.push(...incomplete(environment), ...incompleteOpenId(environment));
  if (faults.length === 0) values['oidcClientSecret'] = clientSecretOf(values, faults);
  if (faults.length > 0) throw new SettingsError(faults);
  return Object.freeze(values) as unknown as Settings;
}

/** The value that a text stands for. What cannot be read is returned as it is, for the schema to refuse. */
function valueOf(setting: Setting, given: string | undefined): unknown {
  const text = given === undefined || given === '' ? setting.default : given;
  if (text === undefined) return undefined;
  if (setting.kind === 'integer') return /^\d{1,15}$/.test(text) ? Number(text) : text;
  return setting.kind === 'path' ? resolve(text) : text;
}

function wrong({ name, expected, mend }: Setting): SettingFault {
  return { name, message: { 'zh-CN': `应为 ${expected['zh-CN']}。`, en: `must be ${expected.en}.` }, mend };
}

function misspelt(environment: Environment): SettingFault[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith(PREFIX) && !name.startsWith(TEST_PREFIX))
    .map((name) => ({
      name,
      message: { 'zh-CN': '没有这一设置。', en: 'is no setting.' },
      mend: {
        'zh-CN': `设置名称不带前缀 ${PREFIX}，请改正名称或者删除。`,
        en: `Names of settings have no prefix ${PREFIX}; correct the name or remove it.`,
      },
    }));
}

/** Beside an embedded database there is a folder anyway. Of an external one nobody would expect secrets in ./.data. */
const NO_DATA_DIR: SettingFault = {
  name: 'DATA_DIR',
  message: { 'zh-CN': '设置了 DATABASE_URL 而未设置该项。', en: 'is missing although DATABASE_URL is set.' },
  mend: {
    'zh-CN': '请指定一个文件夹，服务首次启动时生成的密钥保存在其中。',
    en: 'Name a folder: secrets that the service makes once are kept in it.',
  },
};

function incomplete(environment: Environment): SettingFault[] {
  if (environment['DATABASE_URL']) return environment['DATA_DIR'] ? [] : [NO_DATA_DIR];
  if (!environment['DATABASE_SERVICE_URL']) return [];
  return [
    {
      name: 'DATABASE_URL',
      message: {
        'zh-CN': '设置了 DATABASE_SERVICE_URL 而未设置该项。',
        en: 'is missing although DATABASE_SERVICE_URL is set.',
      },
      mend: {
        'zh-CN': '请一并设置所有者的连接地址，数据库结构由所有者更新。',
        en: 'Set the URL of the owner too, who migrates the database.',
      },
    },
  ];
}
