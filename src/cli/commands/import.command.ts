import { readFileSync } from 'node:fs';
import { contentHash } from '../../core';
import { UsageError } from '../errors';
import { readJson } from '../load';
import { Answer, FAULTY_INPUT, FINE, Settings, toJson } from '../output';

export interface ImportOptions {
  /** Where the service is: the part of an address before `/api/v1`. */
  readonly to: string;
  /** A file with the API key of whoever imports. */
  readonly key: string;
}

interface Drafted {
  readonly id: string;
  readonly ruleSet: string;
  readonly version: string;
  readonly hash: string;
}

/** A problem document as far as it is told (RFC 9457). */
interface Refused {
  readonly title?: string;
  readonly errors?: readonly {
    readonly code: string;
    readonly path: string;
    readonly message: string;
    readonly mend: string;
  }[];
}

/** Longest wait for the service. */
const PATIENCE_MS = 60_000;

/**
 * `import FILE`: begins a draft of a running service with what a file holds. It goes by the API, so that the draft has an
 * author who may draft, and the audit names them.
 */
export async function importDraft(
  file: string,
  { to, key }: ImportOptions,
  { words, json }: Settings,
): Promise<Answer> {
  const content = readJson(file);
  const response = await post(to, keyIn(key), JSON.stringify(content), words.locale);
  const answer = (await response.json().catch(() => ({}))) as Drafted & Refused;
  if (response.status !== 201) {
    const { title = '', errors = [] } = answer;
    const problems = errors.map(({ code, path, message, mend }) => ({ code, file, path, message, mend }));
    const lines = [
      `${response.status} ${title}`,
      ...problems.map(({ path, message, mend }) => `${path} ${message} ${mend}`),
    ];
    return {
      stdout: json ? toJson({ status: response.status, problems }) : `${lines.join('\n')}\n`,
      exitCode: FAULTY_INPUT,
    };
  }
  const { id, ruleSet, version, hash } = answer;
  // Of the content, whatever the file looks like: what is stored is what the file says, or it is told.
  const same = hash === contentHash(content);
  const told = { id, ruleSet, version, hash };
  const stdout = words.say(same ? 'imported' : 'importedOtherwise', told);
  return { stdout: json ? toJson({ ...told, same }) : `${stdout}\n`, exitCode: same ? FINE : FAULTY_INPUT };
}

async function post(to: string, key: string, body: string, language: string): Promise<Response> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'accept-language': language,
  };
  try {
    const address = new URL(`${to.replace(/\/+$/, '')}/api/v1/rule-set-drafts/import`);
    return await fetch(address, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    throw new UsageError('service_unreachable', { value: to, detail: (error as Error).message });
  }
}

function keyIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new UsageError('file_missing', { file });
  }
}
