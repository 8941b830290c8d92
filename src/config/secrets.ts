import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A secret that cannot be read or kept. The message is for the operator's terminal, in both languages. */
export class SecretError extends Error {
  constructor(chinese: string, english: string, cause?: unknown) {
    super(`${chinese}\n${english}`, { cause });
    this.name = 'SecretError';
  }
}

/** What only the service may know lies in this folder of the data folder. */
const FOLDER = 'secrets';

const random = (): string => randomBytes(32).toString('base64url');

/**
 * A secret of this installation. The first who asks for it makes it; it lies in the data folder from then on, where only
 * the account of the service can read it. Of several processes that ask at once all get the same.
 * @param name also that of the file, such as `signing-key.pem`
 * @param make the secret as a text; 256 random bits where nothing is said
 * @throws SecretError where it cannot be kept, or others can read it
 */
export function secretFile(dataDir: string, name: string, make: () => string = random): string {
  const folder = join(dataDir, FOLDER);
  const file = join(folder, name);
  try {
    return read(file) ?? keep(folder, file, make());
  } catch (error) {
    if (error instanceof SecretError) throw error;
    throw new SecretError(
      `无法读取或者保存密钥文件 ${file}。请核对 DATA_DIR 及其权限。`,
      `The secret ${file} can be neither read nor kept. Check DATA_DIR and who may write there.`,
      error,
    );
  }
}

/**
 * A secret that the operator gives, by a setting.
 * @throws SecretError where it cannot be read, or others can read it
 */
export function givenSecretFile(file: string): string {
  let secret: string | undefined;
  try {
    secret = read(file);
  } catch (error) {
    if (error instanceof SecretError) throw error;
    throw unreadable(file, error);
  }
  if (secret === undefined) throw unreadable(file);
  return secret;
}

function unreadable(file: string, cause?: unknown): SecretError {
  return new SecretError(
    `无法读取密钥文件 ${file}。请核对路径和权限。`,
    `The secret ${file} cannot be read. Check its path and permissions.`,
    cause,
  );
}

function read(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if ((found.mode & 0o077) !== 0) {
    throw new SecretError(
      `密钥文件 ${file} 可被其他账户读取。请执行 chmod 600，并考虑更换密钥。`,
      `The secret ${file} can be read by other accounts. Close it with chmod 600, and consider replacing it.`,
    );
  }
  return readFileSync(file, 'utf8');
}

/** A file is whole as soon as it has its name, and whoever names theirs first has made the secret. */
function keep(folder: string, file: string, secret: string): string {
  // Only the last folder is closed: an embedded PostgreSQL may run as another account, which has to pass the others.
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, secret, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
    return secret;
  } catch (error) {
    const theirs = (error as NodeJS.ErrnoException).code === 'EEXIST' ? read(file) : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  } finally {
    rmSync(draft, { force: true });
  }
}
