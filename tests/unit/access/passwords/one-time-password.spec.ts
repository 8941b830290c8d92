import { newOneTimePassword } from '../../../../src/access/passwords/one-time-password';
import { passwordFault } from '../../../../src/access/passwords/password-rules';

describe('newOneTimePassword', () => {
  const all = Array.from({ length: 500 }, newOneTimePassword);

  it('can be read aloud', () => {
    for (const password of all) expect(password).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
  });

  it('is another each time, and good enough to keep', () => {
    expect(new Set(all).size).toBe(all.length);
    for (const password of all) expect(passwordFault(password, 'admin')).toBeUndefined();
  });

  it('uses all it may', () => expect(new Set(all.join('').replaceAll('-', '')).size).toBe(31));
});
