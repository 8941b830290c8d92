/** Shortest password that a person may choose, in characters. */
export const SHORTEST_PASSWORD = 12;

/** Fewer different characters than this are a pattern, however long. */
const FEWEST_DIFFERENT = 6;

/** What passwords are commonly made of. */
const COMMON = ['password', 'passw0rd', '12345678', '87654321', 'qwertyui', 'admin', 'jifen'];

/** Why a password is refused: the code of the problem. */
export type PasswordFault = 'password_short' | 'password_plain' | 'password_guessable';

/**
 * What is wrong with a password that a person chose; undefined for a good one. Length counts, not kinds of characters:
 * those lead to patterns and notes on monitors.
 */
export function passwordFault(password: string, accountName: string): PasswordFault | undefined {
  const normal = password.normalize('NFKC');
  const characters = [...normal];
  if (characters.length < SHORTEST_PASSWORD) return 'password_short';
  if (new Set(characters).size < FEWEST_DIFFERENT) return 'password_plain';
  const lower = normal.toLowerCase();
  const words = [accountName.toLowerCase(), ...COMMON];
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), lower);
  return [...rest].length < SHORTEST_PASSWORD / 2 ? 'password_guessable' : undefined;
}
