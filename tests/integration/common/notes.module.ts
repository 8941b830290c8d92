import { Body, Controller, Headers, Module, Param, Query } from '@nestjs/common';
import { FromSchema } from 'json-schema-to-ts';
import { HistoryError } from '../../../src/core';
import { Clock } from '../../../src/common/clock';
import { ConflictError } from '../../../src/common/errors/conflict.error';
import { problemIn } from '../../../src/common/errors/worded-problem';
import { RequestLocale } from '../../../src/common/http/locale';
import { Route } from '../../../src/common/http/route.decorator';
import { Settings } from '../../../src/config/settings';
import {
  BATCH,
  BATCH_ANSWER,
  CONFLICT_MESSAGES,
  FAILING,
  HEADERS,
  NOTE,
  NOTE_ANSWER,
  NOTE_ID,
  OPTIONS,
} from './notes.schema';

const COMMON = { tag: 'notes', access: 'public', summary: { 'zh-CN': '记录', en: 'Note' } } as const;

/** A small feature, to try the plumbing on. */
@Controller()
class NotesController {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  @Route({
    ...COMMON,
    method: 'POST',
    path: '/notes/:id',
    params: NOTE_ID,
    query: OPTIONS,
    headers: HEADERS,
    body: NOTE,
    responses: { 201: NOTE_ANSWER },
  })
  write(
    @Param('id') id: string,
    @Headers('idempotency-key') key: string,
    @Query() options: FromSchema<typeof OPTIONS>,
    @Body() note: FromSchema<typeof NOTE>,
    @RequestLocale() language: string,
  ): unknown {
    return { id, key, ...options, ...note, day: this.clock.today(this.settings.jurisdictionTimeZone), language };
  }

  @Route({ ...COMMON, method: 'DELETE', path: '/notes/:id', params: NOTE_ID, responses: { 204: null } })
  remove(): void {
    return undefined;
  }

  @Route({
    ...COMMON,
    method: 'POST',
    path: '/notes',
    body: BATCH,
    bodyLimit: 'batch',
    responses: { 200: BATCH_ANSWER },
  })
  batch(@Body() { texts }: FromSchema<typeof BATCH>): unknown {
    return { count: texts.length };
  }

  @Route({ ...COMMON, method: 'GET', path: '/notes/wrong-answer', responses: { 200: BATCH_ANSWER } })
  wrong(): unknown {
    return { count: 1, extra: true };
  }

  @Route({ ...COMMON, method: 'GET', path: '/notes/failing', query: FAILING, responses: { 200: BATCH_ANSWER } })
  fail(@Query('kind') kind: string): never {
    if (kind === 'core') throw new Refused([{ code: 'no_such_day', path: '/day', value: 'x' }]);
    if (kind === 'conflict') throw new ConflictError(problemIn(CONFLICT_MESSAGES, 'note_taken', { value: 'n1' }));
    if (kind === 'database') throw Object.assign(new Error('no'), { code: '57P01' });
    throw new Error('a secret of the inside');
  }
}

class Refused extends HistoryError {}

@Module({ controllers: [NotesController] })
export class NotesModule {}
