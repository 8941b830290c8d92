import { readFileSync } from 'node:fs';
import { Settings } from './settings';
import { SettingFault } from './settings.error';

type Environment = Readonly<Record<string, string | undefined>>;

const SECRET = 'OIDC_CLIENT_SECRET';
const SECRET_FILE = 'OIDC_CLIENT_SECRET_FILE';
const OF_OPEN_ID = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', SECRET, SECRET_FILE] as const;

/** Longest secret that a file may hold. */
const MAX_LENGTH = 500;

/** What is missing, or too much, of an identity provider: half of it would show only when somebody signs in. */
export function incompleteOpenId(environment: Environment): SettingFault[] {
  const has = (name: string): boolean => Boolean(environment[name]);
  if (!OF_OPEN_ID.some(has)) return [];
  const faults = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'PUBLIC_URL'].filter((name) => !has(name)).map(missing);
  if (!has(SECRET) && !has(SECRET_FILE)) faults.push(missing(SECRET));
  if (has(SECRET) && has(SECRET_FILE)) faults.push(TWICE);
  return faults;
}

/** The secret itself, from its file where one is named. A file that is no good is added to the faults. */
export function clientSecretOf(
  { oidcClientSecret, oidcClientSecretFile }: Partial<Settings>,
  faults: SettingFault[],
): string | undefined {
  if (oidcClientSecretFile === undefined) return oidcClientSecret;
  try {
    // Editors and `echo` end a file with a line break that is no part of the secret.
    const secret = readFileSync(oidcClientSecretFile, 'utf8').replace(/\r?\n$/, '');
    if (secret !== '' && secret.length <= MAX_LENGTH && !/[\r\n]/.test(secret)) return secret;
  } catch {
    // Told like a file with something else in it: the mend is the same.
  }
  faults.push(NO_SECRET_IN_FILE);
  return undefined;
}

function missing(name: string): SettingFault {
  return {
    name,
    message: {
      'zh-CN': '设置了统一身份认证的其他项，而未设置该项。',
      en: 'is missing although other settings of the identity provider are set.',
    },
    mend: {
      'zh-CN': `请一并设置 OIDC_ISSUER、OIDC_CLIENT_ID、${SECRET}（或者 ${SECRET_FILE}）和 PUBLIC_URL；不用统一身份认证的，请删除 OIDC_ 各项。`,
      en: `Set OIDC_ISSUER, OIDC_CLIENT_ID, ${SECRET} (or ${SECRET_FILE}) and PUBLIC_URL together, or remove those with OIDC_.`,
    },
  };
}

const TWICE: SettingFault = {
  name: SECRET_FILE,
  message: { 'zh-CN': `已设置 ${SECRET}。`, en: `stands beside ${SECRET}.` },
  mend: { 'zh-CN': '请只保留其中一项。', en: 'Keep one of the two.' },
};

const NO_SECRET_IN_FILE: SettingFault = {
  name: SECRET_FILE,
  message: {
    'zh-CN': '文件无法读取，或者内容不是一行口令。',
    en: 'names a file that cannot be read, or is not one line.',
  },
  mend: {
    'zh-CN': `请核对路径和权限；文件只写 client_secret 一行，不超过 ${MAX_LENGTH} 个字符。`,
    en: `Check path and permissions; the file holds the secret alone, in one line of up to ${MAX_LENGTH} characters.`,
  },
};
