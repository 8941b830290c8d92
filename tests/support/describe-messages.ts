import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MessageCatalogue } from '../../src/core/problems/message.types';

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** What must hold of every message of a catalogue that `docs/coverage-and-analysis.md` lists. */
export function describeMessages(catalogue: MessageCatalogue): void {
  const page = readFileSync(resolve(__dirname, '../../docs/coverage-and-analysis.md'), 'utf8');

  describe.each(Object.entries(catalogue))('%s', (code, { 'zh-CN': chinese, en }) => {
    it('has a message and a mend in both languages', () => {
      for (const text of [chinese.message, chinese.mend, en.message, en.mend]) expect(text.trim()).not.toBe('');
      expect(chinese.message).toMatch(/[\u4e00-\u9fff]/);
      expect(en.message + en.mend).not.toMatch(/[\u4e00-\u9fff]/);
    });

    it('names the same particulars in both', () => {
      expect(placeholders(chinese.message + chinese.mend)).toEqual(placeholders(en.message + en.mend));
    });

    it('is written with full-width punctuation in Chinese', () => {
      expect(`${chinese.message}${chinese.mend}`).not.toMatch(/[\u4e00-\u9fff”}][,:;!?]|[,:;!?][\u4e00-\u9fff“]/);
    });

    it('has a row in the documentation', () => {
      expect(page).toMatch(new RegExp(`\\| \`${code}\` \\|`));
    });
  });
}
