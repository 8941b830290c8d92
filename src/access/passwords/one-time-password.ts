import { randomInt } from 'node:crypto';

/** Without what is taken for something else when it is read aloud or off a screen: 0 o 1 l i. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password to be told to somebody and changed when it is first used: four groups of four, 79 random bits. */
export function newOneTimePassword(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
