import { Body, Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Caller } from '../access/caller';
import type { Principal } from '../access/principal';
import { requirePermission } from '../access/require-permission';
import { AppError } from '../common/errors/app.error';
import { localeOf } from '../common/http/locale';
import { toProblemDocument } from '../common/http/problem-document';
import { Route } from '../common/http/route.decorator';
import { EntryOutcome } from './batch-intake';
import { BatchService } from './batch.service';
import type { BatchAnswerMessage, BatchMessage, EntryAnswer } from './schemas/batch.schema';
import { BATCH, BATCH_ANSWER } from './schemas/batch.schema';

@Controller()
export class BatchController {
  constructor(private readonly batch: BatchService) {}

  @Route({
    method: 'POST',
    path: '/inspections/batch',
    tag: '检查 · Inspections',
    summary: { 'zh-CN': '批量登记检查、整改、复查、延期和撤销', en: 'Record many records of any kind' },
    description: {
      'zh-CN': '逐条答复，有误的不影响其他各条；同一标识重发的不重复登记。补登在先事项的，填写 knownAt。',
      en: 'Every entry has its own answer and good ones are kept; an entry sent again under its key is recorded once. An import of older records states knownAt.',
    },
    access: { permission: 'inspections.import' },
    body: BATCH,
    bodyLimit: 'batch',
    responses: { 200: BATCH_ANSWER },
  })
  async record(
    @Caller() caller: Principal,
    @Body() { entries }: BatchMessage,
    @Req() request: FastifyRequest,
  ): Promise<BatchAnswerMessage> {
    const stating = entries.findIndex((entry) => statesKnownAt(entry));
    if (stating >= 0) requirePermission(caller, 'history.state_known_at', `/entries/${stating}/knownAt`);
    const outcomes = await this.batch.record(caller.reach, entries);
    const refused = outcomes.filter((outcome) => outcome instanceof AppError).length;
    const answers = outcomes.map((outcome, place) => presentAnswer(entries[place], outcome, request));
    return { recorded: outcomes.length - refused, refused, answers };
  }
}

/** Whether an entry, of the right form or not, says when it became known. */
function statesKnownAt(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'knownAt' in entry;
}

function presentAnswer(entry: unknown, outcome: EntryOutcome, { id, headers }: FastifyRequest): EntryAnswer {
  const given = typeof entry === 'object' && entry !== null && 'key' in entry ? entry.key : null;
  const key = typeof given === 'string' ? given : null;
  if (!(outcome instanceof AppError)) return { key, status: 201, ...outcome, problem: null };
  const problem = toProblemDocument(outcome, localeOf(headers['accept-language']), id);
  return { key, status: outcome.status, id: null, findings: [], problem };
}
