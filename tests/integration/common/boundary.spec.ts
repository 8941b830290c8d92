import { ProblemDocument } from '../../../src/common/http/problem-document';
import { useTestApp } from '../../support/app';
import { refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { NotesModule } from './notes.module';

const database = useTestDatabase({ withRules: true });
const { client, clock, log } = useTestApp(database, {
  extra: [NotesModule],
  environment: { BODY_LIMIT: '2048', BATCH_BODY_LIMIT: '4096' },
});

const NOTE = { subject: '9132', text: '记录' };
const KEY = { 'idempotency-key': 'k-1' };
const post = (body: unknown, headers: Record<string, string> = KEY) => client.post('/notes/n1', body, { headers });

describe('the boundary', () => {
  it('gives a controller what the schemas let through, typed', async () => {
    clock.set('2026-06-30T17:00:00Z');
    const { status, body } = await client.post('/notes/n1?copies=2&open=true', NOTE, {
      headers: { ...KEY, accept: '*/*' },
    });
    expect({ status, body }).toEqual({
      status: 201,
      body: { id: 'n1', key: 'k-1', copies: 2, open: true, day: '2026-07-01', language: 'zh-CN', ...NOTE },
    });
  });

  it('fills in the defaults of a query', async () => {
    expect((await post(NOTE)).body).toMatchObject({ copies: 1 });
  });

  it.each<[string, () => Promise<Awaited<ReturnType<typeof post>>>, string]>([
    ['no body', () => post(undefined), '400 invalid_request: body_missing at /'],
    ['null', () => post('null'), '400 invalid_request: body_missing at /'],
    ['a list', () => post([]), '400 invalid_request: not_object at /'],
    ['a missing property', () => post({ text: 'x' }), '400 invalid_request: property_missing at /subject'],
    ['an unknown one', () => post({ ...NOTE, x: 1 }), '400 invalid_request: property_unknown at /x'],
    ['a wrong type, uncoerced', () => post({ ...NOTE, text: 5 }), '400 invalid_request: not_text at /text'],
    ['no header', () => post(NOTE, {}), '400 invalid_request: property_missing at /headers/idempotency-key'],
    [
      'a bad header',
      () => post(NOTE, { 'idempotency-key': '' }),
      '400 invalid_request: text_empty at /headers/idempotency-key',
    ],
    [
      'a bad path',
      () => client.post('/notes/N!', NOTE, { headers: KEY }),
      '400 invalid_request: format_unmet at /path/id',
    ],
    [
      'U+0000 in a path',
      () => client.post('/notes/n%00', NOTE, { headers: KEY }),
      '400 invalid_request: text_not_storable at /path/id',
    ],
    [
      'a bad query',
      () => client.post('/notes/n1?copies=x', NOTE, { headers: KEY }),
      '400 invalid_request: not_integer at /query/copies',
    ],
    [
      'a query given twice',
      () => client.post('/notes/n1?copies=1&copies=2', NOTE, { headers: KEY }),
      '400 invalid_request: not_integer at /query/copies',
    ],
    [
      'an unknown query',
      () => client.post('/notes/n1?x=1', NOTE, { headers: KEY }),
      '400 invalid_request: property_unknown at /query/x',
    ],
    [
      'a body where none belongs',
      () => client.send('DELETE', '/notes/n1', { body: {} }),
      '400 invalid_request: body_unexpected at /',
    ],
    ['broken JSON', () => post('{"subject":'), '400 invalid_request: body_not_json at /'],
    [
      'deep JSON',
      () => post('['.repeat(40) + ']'.repeat(40)),
      '400 invalid_request: limit_depth at /0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0',
    ],
    ['a prototype key', () => post('{"__proto__":{}}'), '400 invalid_request: key_refused at /__proto__'],
    [
      'another type of content',
      () => post('a=b', { ...KEY, 'content-type': 'application/x-www-form-urlencoded' }),
      '415 unsupported_media_type: media_type_unsupported at /',
    ],
    ['a large body', () => post({ ...NOTE, text: 'x'.repeat(2048) }), '413 body_too_large: body_too_large at /'],
    [
      'a larger batch',
      () => client.post('/notes', { texts: ['x'.repeat(4096)] }),
      '413 body_too_large: body_too_large at /',
    ],
    ['no such path', () => client.get('/nothing'), '404 not_found: no_such_address at /'],
    ['another method', () => client.send('PUT', '/notes/n1', { body: NOTE }), '404 not_found: no_such_address at /'],
    ['a broken address', () => client.get('/notes/%E0%A4%A'), '400 invalid_request: request_malformed at /'],
    ['a long address', () => client.get(`/notes/${'x'.repeat(201)}`), '404 not_found: no_such_address at /'],
  ])('refuses %s', async (_, ask, expected) => {
    const answer = await ask();
    expect(refusal(answer)).toBe(expected);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('lets a batch have a larger body', async () => {
    expect((await client.post('/notes', { texts: ['x'.repeat(3000)] })).body).toEqual({ count: 1 });
  });

  it('holds answers to their schemas in tests', async () => {
    expect((await client.get('/notes/wrong-answer')).status).toBe(500);
    expect(log.text().includes('the answer at / must NOT have additional properties')).toBe(true);
  });
});

describe('a problem', () => {
  it('is a document in Chinese unless English is preferred', async () => {
    const headers = { ...KEY, 'x-request-id': 'request-0001' };
    const chinese = await client.post<ProblemDocument>('/notes/n1', { ...NOTE, text: 5 }, { headers });
    expect(chinese.body).toEqual({
      type: 'urn:jifen:problem:invalid_request',
      title: '请求格式不符',
      status: 400,
      code: 'invalid_request',
      detail: '应为文字，收到的是 5。',
      instance: 'urn:jifen:request:request-0001',
      errors: [
        { code: 'not_text', path: '/text', value: 5, message: '应为文字，收到的是 5。', mend: '请填写带引号的文字。' },
      ],
    });
    expect(chinese.headers).toMatchObject({ 'content-language': 'zh-CN', 'x-request-id': 'request-0001' });

    const english = await post({ ...NOTE, text: 5 }, { ...KEY, 'accept-language': 'en-GB,en;q=0.9' });
    expect(english.body).toMatchObject({
      title: 'The request is malformed',
      detail: 'This must be a text; received 5.',
    });
    expect(english.headers['content-language']).toBe('en');
  });

  it.each([
    ['core', 422, 'unprocessable', 'no_such_day'],
    ['conflict', 409, 'conflict', 'note_taken'],
    ['database', 503, 'unavailable', 'database_unavailable'],
    ['unknown', 500, 'internal_error', 'internal_error'],
  ])('stands for an error of the kind %s', async (kind, status, code, first) => {
    const answer = await client.get<ProblemDocument>(`/notes/failing?kind=${kind}`);
    expect([answer.status, answer.body.code, answer.body.errors[0]?.code]).toEqual([status, code, first]);
    expect(answer.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
  });

  it('shows nothing of what went wrong inside', async () => {
    const { body } = await client.get('/notes/failing?kind=unknown');
    expect(JSON.stringify(body)).not.toMatch(/secret|stack|\.ts/);
    expect(log.text().includes('a secret of the inside')).toBe(true);
  });

  it('cuts a long value', async () => {
    const { body } = await post({ ...NOTE, subject: { x: 'y'.repeat(1000) } });
    expect(JSON.stringify((body as ProblemDocument).errors[0]?.value).length).toBeLessThan(520);
  });
});

describe('the log', () => {
  it('has the id of the request in every line, and nothing that was sent', async () => {
    const headers = { ...KEY, 'x-request-id': 'logged-request-1', authorization: 'Bearer topsecret' };
    await client.post('/notes/n1?copies=7&name=zhangsan', { ...NOTE, text: '张三 13800000000' }, { headers });
    await client.post('/notes/n1', { ...NOTE, text: 5, phone: '13800000000' }, { headers });
    const lines = log.all().filter(({ requestId }) => requestId === 'logged-request-1');
    expect(lines.filter(({ msg }) => msg === 'answered')).toHaveLength(2);
    expect(lines.some(({ msg }) => String(msg).startsWith('invalid_request: '))).toBe(true);
    expect(/zhangsan|张三|13800000000|topsecret|copies=/.exec(log.text())).toBeNull();
  });
});
