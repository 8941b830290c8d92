import { EntityManager } from 'typeorm';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { officeCodes } from '../../subjects/office-store';
import { OFFICES_MESSAGES } from '../../subjects/offices.messages';
import { normaliseCreditCode } from '../../subjects/credit-code';
import { SUBJECTS_MESSAGES } from '../../subjects/subjects.messages';
import { Reach } from '../principal';
import { ReachMessage } from './reach.schema';

/** A reach as accounts and keys store it. */
export interface ReachColumns {
  readonly reach: Reach['kind'];
  readonly officeIds: readonly string[];
  readonly subjectCode: string | null;
}

export function toReach({ reach, officeIds, subjectCode }: ReachColumns): Reach {
  switch (reach) {
    case 'everything':
      return { kind: 'everything' };
    case 'offices':
      return { kind: 'offices', officeIds };
    case 'subject':
      if (subjectCode === null) throw new Error('a reach of one enterprise that names none');
      return { kind: 'subject', subjectCode };
  }
}

/**
 * What is stored of a reach in the codes that people know.
 * @throws UnprocessableError where it names an office or enterprise that does not exist
 */
export async function toColumns(manager: EntityManager, message: ReachMessage): Promise<ReachColumns> {
  switch (message.kind) {
    case 'everything':
      return { reach: 'everything', officeIds: [], subjectCode: null };
    case 'offices':
      return { reach: 'offices', officeIds: await officeIdsOf(manager, message.offices), subjectCode: null };
    case 'subject':
      return { reach: 'subject', officeIds: [], subjectCode: await knownSubject(manager, message.subject) };
  }
}

async function officeIdsOf(manager: EntityManager, codes: readonly string[]): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string; code: string }[]>(
    'SELECT id, code FROM office WHERE code = ANY($1) ORDER BY code',
    [codes],
  );
  const known = new Set(rows.map(({ code }) => code));
  const place = codes.findIndex((code) => !known.has(code));
  if (place < 0) return rows.map(({ id }) => id);
  const at = { path: `/reach/offices/${place}`, value: codes[place] };
  throw new UnprocessableError(problemIn(OFFICES_MESSAGES, 'office_unknown', at));
}

async function knownSubject(manager: EntityManager, given: string): Promise<string> {
  const code = normaliseCreditCode(given);
  const rows = await manager.query<unknown[]>('SELECT 1 FROM subject WHERE code = $1', [code]);
  if (rows.length > 0) return code;
  const at = { path: '/reach/subject', value: given };
  throw new UnprocessableError(problemIn(SUBJECTS_MESSAGES, 'subject_unknown', at));
}

/** Reaches in codes; the codes of all their offices are looked up at once. */
export async function presentReaches(manager: EntityManager, all: readonly Reach[]): Promise<readonly ReachMessage[]> {
  const ids = all.flatMap((reach) => (reach.kind === 'offices' ? reach.officeIds : []));
  const codes = ids.length === 0 ? new Map<string, string>() : await officeCodes(manager, ids);
  return all.map((reach) => {
    if (reach.kind === 'everything') return { kind: 'everything' };
    if (reach.kind === 'subject') return { kind: 'subject', subject: reach.subjectCode };
    return { kind: 'offices', offices: reach.officeIds.flatMap((id) => codes.get(id) ?? []).sort() };
  });
}

export async function presentReach(manager: EntityManager, reach: Reach): Promise<ReachMessage> {
  const [presented] = await presentReaches(manager, [reach]);
  return presented as ReachMessage;
}
