import { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problemIn } from '../../common/errors/worded-problem';
import { INSTALL_MESSAGES } from './install.messages';
import { RulesInstallError } from './rules-install.error';

/** A file with the JSON it holds. */
export interface JsonFile {
  readonly file: string;
  readonly document: unknown;
}

/** The versions of rule sets that lie in one folder, and their periods in force. */
export interface VersionsFolder {
  readonly folder: string;
  readonly name: string;
  readonly versions: readonly JsonFile[];
  readonly inForce: JsonFile | undefined;
}

export interface RulesFolder {
  /** One for each rule set, by the name of its folder. */
  readonly installed: readonly VersionsFolder[];
  /** Whatever lies below `examples`: held to the same checks, never installed. */
  readonly examples: readonly VersionsFolder[];
}

const IN_FORCE = 'in-force.json';
const EXAMPLES = 'examples';
const SCHEMA = 'schema';

/** Reads the folder of rule sets. @throws RulesInstallError where something in it cannot be read or is no JSON */
export async function readRulesFolder(folder: string): Promise<RulesFolder> {
  const names = (await foldersIn(folder)).filter((name) => name !== SCHEMA);
  const installed: VersionsFolder[] = [];
  for (const name of names.filter((one) => one !== EXAMPLES)) installed.push(await readVersions(folder, name));
  return { installed, examples: names.includes(EXAMPLES) ? await readBelow(folder, EXAMPLES) : [] };
}

async function readBelow(parent: string, name: string): Promise<VersionsFolder[]> {
  const found = [await readVersions(parent, name)];
  for (const inner of await foldersIn(join(parent, name))) found.push(...(await readBelow(join(parent, name), inner)));
  return found;
}

async function readVersions(parent: string, name: string): Promise<VersionsFolder> {
  const folder = join(parent, name);
  const files = (await entriesOf(folder)).filter((entry) => entry.isFile() && isDocument(entry.name));
  const read: JsonFile[] = [];
  for (const entry of files) read.push(await readJson(join(folder, entry.name)));
  const isInForce = ({ file }: JsonFile): boolean => file === join(folder, IN_FORCE);
  return { folder, name, versions: read.filter((one) => !isInForce(one)), inForce: read.find(isInForce) };
}

function isDocument(name: string): boolean {
  return name.endsWith('.json') && !name.endsWith('.schema.json') && !name.startsWith('.');
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
}

/** In the order of the names, whatever the file system's. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await orFault(folder, readdir(folder, { withFileTypes: true }));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readJson(file: string): Promise<JsonFile> {
  const bytes = await orFault(file, readFile(file));
  try {
    return { file, document: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    throw new RulesInstallError([{ file, problem: problemIn(INSTALL_MESSAGES, 'not_json') }]);
  }
}

async function orFault<T>(file: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const { code: detail = 'unknown' } = error as NodeJS.ErrnoException;
    throw new RulesInstallError([{ file, problem: problemIn(INSTALL_MESSAGES, 'unreadable', { params: { detail } }) }]);
  }
}
