import { Locale } from '../../../src/core';
import { fill, Words } from '../../../src/cli/texts';
import { AUDIT_LABELS, BREAKS } from '../../../src/cli/texts/audit.labels';
import {
  CERTIFICATE_LABELS,
  CHECK_FAULTS,
  CHECK_OUTCOMES,
  CHECKS,
  FORM_FAULTS,
} from '../../../src/cli/texts/certificate.labels';
import { LABELS } from '../../../src/cli/texts/labels';
import { STANDING_LABELS } from '../../../src/cli/texts/standing.labels';
import { OPERATORS, OUTCOMES, REASONS, STATES, STATUSES } from '../../../src/cli/texts/terms';
import { USAGE_TEXTS } from '../../../src/cli/texts/usage.texts';

const particulars = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([all]) => all).sort();
const names = (texts: Readonly<Record<Locale, string>>): boolean =>
  JSON.stringify([...new Set(particulars(texts['zh-CN']))]) === JSON.stringify([...new Set(particulars(texts.en))]);

describe('the texts of the shell', () => {
  const texts = [
    LABELS,
    STANDING_LABELS,
    AUDIT_LABELS,
    BREAKS,
    CERTIFICATE_LABELS,
    CHECKS,
    CHECK_FAULTS,
    CHECK_OUTCOMES,
    FORM_FAULTS,
    OPERATORS,
    OUTCOMES,
    REASONS,
    STATES,
    STATUSES,
  ].flatMap((group) => Object.entries<Readonly<Record<Locale, string>>>(group));

  it.each(texts)('%s names the same particulars in both languages', (_, text) => {
    expect(names(text)).toBe(true);
    expect(text.en).toMatch(/^[\n\u0020-\u007e]+$/);
    // Full-width marks only between Chinese characters.
    expect(text['zh-CN']).not.toMatch(/\p{Script=Han}[,;:!?()]/u);
  });

  it.each(Object.entries(USAGE_TEXTS))('%s says what to do in both languages', (_, text) => {
    expect(names({ 'zh-CN': text['zh-CN'].message, en: text.en.message })).toBe(true);
    expect(text['zh-CN'].mend).not.toBe('');
    expect(text.en.mend).not.toBe('');
  });
});

describe('fill', () => {
  it('fills what is given and leaves the rest', () => {
    expect(fill('{a} of {b}', { a: 2 })).toBe('2 of {b}');
  });
});

describe('Words', () => {
  it('speaks one language', () => {
    expect(new Words('zh-CN').term(OUTCOMES, 'violated')).toBe('违规');
    expect(new Words('en').say('pointsOf', { points: 3 })).toBe('3');
    expect(new Words('zh-CN').list(['a', 'b'])).toBe('a、b');
    expect(new Words('en').list([])).toBe('—');
  });
});
