import { readdirSync, readFileSync, Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkAgainstSchema, checkLimits, HistoryDocument } from '../core';
import { FileProblemsError, UsageError } from './errors';
import { findJsonBreak } from './json-position';

/** Largest file that is read. A history of 100,000 records with 30 facts each is about half of it. */
export const MAX_BYTES = 64 * 1024 * 1024;

export const IN_FORCE_FILE = 'in-force.json';

/** Most values of a history is the cap that matters; its lists and texts are bounded by its schema. */
const HISTORY_CAPS = { depth: 16, nodes: 8_000_000, textLength: 10_000, listLength: 100_000 };
const FACTS_CAPS = { depth: 10, nodes: 10_000, textLength: 1_000, listLength: 1_000 };

/** The files below what was named: rule sets, and the documents with their periods in force. */
export interface RuleSetFiles {
  readonly ruleSets: readonly string[];
  readonly inForce: readonly string[];
}

/** Reads and parses one JSON file. @throws UsageError naming the file, and the place where it stops being JSON. */
export function readJson(file: string): unknown {
  const text = decode(file, readBytes(file));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const { line, column } = findJsonBreak(text);
    const rest = [...(text.split('\n')[line - 1] ?? '')].slice(column - 1, column + 19).join('');
    throw new UsageError('not_json', { file, line, column, near: rest.trim() === '' ? '⏎' : rest });
  }
}

/** Reads the facts of one inspection; whether they fit a catalogue is seen when they are scored. */
export function readFactsFile(file: string): unknown {
  const document = readJson(file);
  refuse(file, checkLimits(document, FACTS_CAPS));
  return document;
}

/** Reads a history file and checks its shape; whether its records can be is seen when they are read. */
export function readHistoryFile(file: string): HistoryDocument {
  const document = readJson(file);
  refuse(file, checkLimits(document, HISTORY_CAPS));
  refuse(file, checkAgainstSchema('urn:jifen:history:1', document));
  return document as HistoryDocument;
}

/**
 * What a command is to look at: the file itself, or every rule-set file below the folder in the order of the names.
 * JSON schemas (`*.schema.json`), hidden entries and links are passed over.
 */
export function ruleSetFiles(path: string): RuleSetFiles {
  const files = statsOf(path).isDirectory() ? filesBelow(path) : [path];
  const isInForce = (file: string): boolean => basename(file) === IN_FORCE_FILE;
  const found = { ruleSets: files.filter((file) => !isInForce(file)), inForce: files.filter(isInForce) };
  if (files.length === 0) throw new UsageError('no_rule_sets', { file: path });
  return found;
}

/** The rule-set files in the folder of a file, not below it. */
export function ruleSetsBeside(file: string): readonly string[] {
  const folder = dirname(file);
  return entriesOf(folder)
    .filter((entry) => entry.isFile() && isDocument(entry.name) && entry.name !== IN_FORCE_FILE)
    .map(({ name }) => join(folder, name));
}

export function isFolder(path: string): boolean {
  return statsOf(path).isDirectory();
}

export function isPresent(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function filesBelow(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && isDocument(entry.name) ? [path] : [];
  });
}

function entriesOf(folder: string): readonly { name: string; isFile(): boolean; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function isDocument(name: string): boolean {
  return name.endsWith('.json') && !name.endsWith('.schema.json') && !name.startsWith('.');
}

function statsOf(file: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Reads one file as it is. @throws UsageError where it cannot be read, or is too large */
export function readBytes(file: string): Buffer {
  const stats = statsOf(file);
  if (!stats.isFile()) throw new UsageError('not_a_file', { file });
  if (stats.size > MAX_BYTES) throw new UsageError('file_too_large', { file, size: stats.size, limit: MAX_BYTES });
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Without the byte order mark, if there is one. */
function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('not_utf8', { file });
  }
}

function unreadable(file: string, error: unknown): UsageError {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  return code === 'ENOENT'
    ? new UsageError('file_missing', { file })
    : new UsageError('file_unreadable', { file, detail: code });
}

function refuse(file: string, problems: FileProblemsError['problems']): void {
  if (problems.length > 0) throw new FileProblemsError(file, problems.slice(0, 100));
}
