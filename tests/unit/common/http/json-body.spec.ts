import { InvalidRequestError } from '../../../../src/common/errors/invalid-request.error';
import { parseJsonBody } from '../../../../src/common/http/json-body';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('parseJsonBody', () => {
  it('reads JSON nested 32 deep', () => {
    expect(parseJsonBody(Buffer.from('{"a":[1,"二",null]}'))).toEqual({ a: [1, '二', null] });
    expect(() => parseJsonBody(Buffer.from(nested(32)))).not.toThrow();
  });

  it.each([
    ['nested 33 deep', nested(33), 'limit_depth'],
    ['nested far deeper', nested(100_000), 'limit_depth'],
    ['with __proto__', '{"a":{"__proto__":{"x":1}}}', 'key_refused at /a/__proto__'],
    ['with constructor', '{"constructor":1}', 'key_refused'],
    ['with prototype', '[{"prototype":1}]', 'key_refused'],
    ['with U+0000', '{"a":"\\u0000"}', 'text_not_storable at /a'],
    ['with half a character', '{"a":"\\ud800"}', 'text_not_storable at /a'],
    ['that ends early', '{"a":', 'body_not_json'],
    ['that is no JSON', 'a=b', 'body_not_json'],
  ])('refuses a body %s', (_, body, problem) => {
    expect(() => parseJsonBody(Buffer.from(body))).toThrow(InvalidRequestError);
    expect(() => parseJsonBody(Buffer.from(body))).toThrow(problem);
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => parseJsonBody(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).toThrow('body_not_json');
  });
});
