import { Injectable } from '@nestjs/common';
import { argon2id, hash, verify } from 'argon2';
import { UnavailableError } from '../../common/errors/unavailable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { ACCESS_MESSAGES } from '../access.messages';

/** argon2id with the memory (KiB) and passes that OWASP asks for at least. */
const COST = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes made at the same time, and most that wait: whoever signs in a thousand times at once gets no more of the machine. */
const AT_ONCE = 2;
const MOST_WAITING = 40;

/** Of a password that nobody has: to check against where there is no account takes as long as where there is one. */
const NOBODYS = '$argon2id$v=19$m=19456,p=1,t=2$Jw5a4922hRYKRmR5KBcNQw$zmVIdRrXuyXmZA6m5ZfZJ6UvimOH11ytl6LvwoE4h6A';

/** Turns passwords into what is stored of them, and holds one to the other. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normal(password), COST));
  }

  /** @param stored undefined where there is no password to hold it to; the answer is no, after the same time. */
  async matches(stored: string | undefined, password: string): Promise<boolean> {
    const isRight = await this.inTurn(() => verify(stored ?? NOBODYS, normal(password)));
    return isRight && stored !== undefined;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MOST_WAITING) {
        throw new UnavailableError(problemIn(ACCESS_MESSAGES, 'sign_ins_crowded'), { retryAfter: 5 });
      }
      // Whoever ends hands the turn over, so that nobody who comes later takes it.
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}

/** What looks the same is the same, from whichever keyboard. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
