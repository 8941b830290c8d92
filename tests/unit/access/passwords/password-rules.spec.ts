import { passwordFault } from '../../../../src/access/passwords/password-rules';

const NAME = 'zhang.san';

describe('passwordFault', () => {
  it.each([
    'correct horse battery',
    '三河口的水位在涨落之间二月八',
    'aZ3-vQ9-kL2-p',
    `${NAME} rides a green tractor`,
    'password is not all of it',
  ])('takes %s', (password) => expect(passwordFault(password, NAME)).toBeUndefined());

  it.each([
    ['password_short', 'eleven char'],
    ['password_short', '三河口的水位在涨落之间'],
    // Eleven letters that each take two places in UTF-16.
    ['password_short', '𝒶𝒷𝒸𝒹ℯ𝒻ℊ𝒽𝒾𝒿𝓀'],
    ['password_plain', 'aaaaaaaaaaaaaaaaaaaa'],
    ['password_plain', 'abcabcabcabcabc'],
    ['password_guessable', 'passwordpassword'],
    ['password_guessable', 'Password12345678'],
    ['password_guessable', 'zhang.san2026'],
    ['password_guessable', 'ZHANG.SANzhang.san'],
    ['password_guessable', 'ｐａｓｓｗｏｒｄ12345678'],
  ])('says %s of %s', (fault, password) => expect(passwordFault(password, NAME)).toBe(fault));

  it('looks for the account name before the words that may be part of it', () => {
    expect(passwordFault('password-guesser-12345678', 'password-guesser')).toBe('password_guessable');
  });
});
