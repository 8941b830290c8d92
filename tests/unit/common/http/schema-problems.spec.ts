import { wordsOf } from '../../../../src/common/errors/worded-problem';
import { JsonSchema } from '../../../../src/common/http/json-schema.types';
import { problemOf } from '../../../../src/common/http/schema-problems';
import { compileSchema } from '../../../../src/common/http/schema-validator';

const first = (schema: JsonSchema, value: unknown) => problemOf(compileSchema(schema)(value), '/at');

const NAMED = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: { name: { type: 'string' } },
};
const EITHER = {
  oneOf: [
    { type: 'string', title: 'Name' },
    { type: 'integer', title: 'Number' },
  ],
};
const kind = (name: string, properties: JsonSchema) => ({
  type: 'object',
  additionalProperties: false,
  required: ['kind', ...Object.keys(properties)],
  properties: { kind: { const: name }, ...properties },
});
const TAGGED = {
  type: 'object',
  discriminator: { propertyName: 'kind' },
  oneOf: [kind('a', { n: { type: 'integer' } }), kind('b', {})],
};

describe('problemOf', () => {
  it.each<[string, JsonSchema, unknown, string, string]>([
    ['a missing property', NAMED, {}, 'property_missing', '/at/name'],
    ['an unknown one', NAMED, { name: 'x', 'a/b': 1 }, 'property_unknown', '/at/a~1b'],
    ['a text that is none', NAMED, { name: 5 }, 'not_text', '/at/name'],
    ['an object that is none', NAMED, [], 'not_object', '/at'],
    ['a list that is none', { type: 'array' }, {}, 'not_list', '/at'],
    ['a number that is none', { type: 'number' }, '1', 'not_number', '/at'],
    ['a fraction', { type: 'integer' }, 1.5, 'not_integer', '/at'],
    ['a truth value that is none', { type: 'boolean' }, 'true', 'not_boolean', '/at'],
    ['a type that may be null', { type: ['string', 'null'] }, 1, 'not_text', '/at'],
    ['a number too small', { type: 'integer', minimum: 2 }, 1, 'number_too_small', '/at'],
    ['a number too large', { type: 'integer', maximum: 2 }, 3, 'number_too_large', '/at'],
    ['an empty text', { type: 'string', minLength: 1 }, '', 'text_empty', '/at'],
    ['a short text', { type: 'string', minLength: 2 }, 'x', 'format_unmet', '/at'],
    ['a long text', { type: 'string', maxLength: 2 }, 'xxx', 'text_too_long', '/at'],
    ['a short list', { type: 'array', minItems: 1 }, [], 'list_too_short', '/at'],
    ['a long list', { type: 'array', maxItems: 1 }, [1, 2], 'list_too_long', '/at'],
    ['an entry twice', { type: 'array', uniqueItems: true }, [1, 2, 1], 'entry_repeated', '/at/2'],
    ['nothing to change', { type: 'object', minProperties: 1 }, {}, 'property_count_low', '/at'],
    ['a value out of a list', { enum: ['a', 'b'] }, 'c', 'not_allowed', '/at'],
    ['another constant', { const: 'a' }, 'c', 'not_allowed', '/at'],
    ['a wrong pattern', { type: 'string', pattern: '^a' }, 'b', 'format_unmet', '/at'],
    ['a wrong uuid', { type: 'string', format: 'uuid' }, 'b', 'format_unmet', '/at'],
    ['no such day', { type: 'string', format: 'date' }, '2026-02-29', 'no_such_day', '/at'],
    ['a day for an instant', { type: 'string', format: 'date-time' }, '2026-02-28', 'no_such_instant', '/at'],
    ['neither', { type: 'string', format: 'date-or-instant' }, 'soon', 'no_such_instant', '/at'],
    ['no form that fits', EITHER, true, 'form_unknown', '/at'],
    ['a kind that there is not', TAGGED, { kind: 'c' }, 'not_allowed', '/at/kind'],
    ['no kind', TAGGED, { n: 1 }, 'property_missing', '/at/kind'],
    ['a fault within a kind', TAGGED, { kind: 'a', n: 'x' }, 'not_integer', '/at/n'],
  ])('tells of %s', (_, schema, value, code, path) => {
    expect(first(schema, value)).toMatchObject({ code, path });
  });

  it('names what was expected in the language of the reader', () => {
    const problem = first({ type: 'string', pattern: '^a', description: '以 a 开头 · Begins with a' }, 'b');
    expect(wordsOf(problem, 'zh-CN')).toEqual({ message: '"b" 不符合格式要求。', mend: '应为：以 a 开头。' });
    expect(wordsOf(problem, 'en')).toEqual({
      message: '"b" does not have the required format.',
      mend: 'Expected: Begins with a.',
    });
  });

  it('lists the kinds there are', () => {
    expect(wordsOf(first(TAGGED, { kind: 'c' }), 'en').message).toBe('This must be one of a, b; received "c".');
  });

  it('never repeats a value that is marked as a secret', () => {
    const problem = first({ type: 'string', maxLength: 3, writeOnly: true }, 'hunter2');
    expect(problem.value).toBeUndefined();
    expect(JSON.stringify(wordsOf(problem, 'en'))).not.toContain('hunter2');
  });

  it('cuts a name from outside', () => {
    expect(first(NAMED, { name: 'x', ['y'.repeat(5000)]: 1 }).path).toHaveLength(104);
  });

  it('takes 2026-02-28, 09:00 with an offset, and either where both may stand', () => {
    expect(compileSchema({ type: 'string', format: 'date' })('2026-02-28')).toEqual([]);
    expect(compileSchema({ type: 'string', format: 'date-time' })('2026-02-28T09:00:00+08:00')).toEqual([]);
    expect(compileSchema({ type: 'string', format: 'date-or-instant' })('2026-02-28')).toEqual([]);
  });
});
