import { canonicalJson, contentHash } from '../../../../src/core/rule-set/identity';
import { aRuleSet } from '../../../support/rule-set.builder';

describe('the identity of a document', () => {
  describe('when keys stand in another order', () => {
    it('is the same', () => {
      expect(contentHash({ b: [1, { d: 1, c: 2 }], a: '炉' })).toBe(contentHash({ a: '炉', b: [1, { c: 2, d: 1 }] }));
    });
  });

  describe('when the whitespace of the file is another', () => {
    it('is the same', () => {
      const document = aRuleSet();
      expect(contentHash(JSON.parse(JSON.stringify(document, null, 4)))).toBe(contentHash(document));
    });
  });

  describe('when entries of a list stand in another order, or a value differs', () => {
    it.each([
      [
        [1, 2],
        [2, 1],
      ],
      [{ a: 1 }, { a: 1.5 }],
      [{ a: 1 }, { a: '1' }],
      [{ a: null }, {}],
    ])('differs', (one, other) => {
      expect(contentHash(one)).not.toBe(contentHash(other));
    });
  });

  describe('when it is computed', () => {
    it('is the SHA-256 of the canonical JSON in UTF-8', () => {
      expect(canonicalJson({ b: 0.1, a: [1e21, '炉\n', true, null] })).toBe('{"a":[1e+21,"炉\\n",true,null],"b":0.1}');
      expect(contentHash({})).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    });
  });
});
