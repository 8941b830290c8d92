import { FACTS_MESSAGES } from '../../../../src/core/problems/facts.messages';
import { HISTORY_MESSAGES } from '../../../../src/core/problems/history.messages';
import { RULE_SET_MESSAGES } from '../../../../src/core/problems/rule-set.messages';
import { FACTS_AND_CONDITIONS_MESSAGES } from '../../../../src/core/rule-set/messages/facts-and-conditions.messages';
import { MEANING_MESSAGES } from '../../../../src/core/rule-set/messages/meaning.messages';
import { SHAPE_MESSAGES } from '../../../../src/core/rule-set/messages/shape.messages';

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('the messages of rule sets', () => {
  describe.each(Object.entries(RULE_SET_MESSAGES))('when %s is reported', (_, { 'zh-CN': chinese, en }) => {
    it('has a message and a mend in both languages', () => {
      for (const text of [chinese.message, chinese.mend, en.message, en.mend]) expect(text.trim()).not.toBe('');
      expect(chinese.message).toMatch(/[\u4e00-\u9fff]/);
      expect(en.message).not.toMatch(/[\u4e00-\u9fff]/);
    });

    it('names the same particulars in both', () => {
      expect(placeholders(chinese.message + chinese.mend)).toEqual(placeholders(en.message + en.mend));
    });

    it('is written with full-width punctuation in Chinese', () => {
      expect(`${chinese.message}${chinese.mend}`).not.toMatch(/[\u4e00-\u9fff”}][,:;!?]|[,:;!?][\u4e00-\u9fff“]/);
    });
  });

  describe('when the catalogues are put together', () => {
    it('no code is defined twice', () => {
      const parts = [SHAPE_MESSAGES, FACTS_AND_CONDITIONS_MESSAGES, MEANING_MESSAGES, FACTS_MESSAGES, HISTORY_MESSAGES];
      const codes = parts.flatMap((part) => Object.keys(part));
      expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    });
  });
});
