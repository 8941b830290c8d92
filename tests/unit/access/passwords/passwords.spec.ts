import { Passwords } from '../../../../src/access/passwords/passwords';

// Passwords take their time, and the machine may be busy.
jest.setTimeout(60_000);

const passwords = new Passwords();

describe('a stored password', () => {
  it('is an argon2id hash with a salt of its own', async () => {
    const [one, other] = [await passwords.hash('correct horse'), await passwords.hash('correct horse')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,(t=2,p=1|p=1,t=2)\$/);
    expect(other).not.toBe(one);
  });

  it('is matched by the same password only', async () => {
    const stored = await passwords.hash('correct horse');
    expect(await passwords.matches(stored, 'correct horse')).toBe(true);
    expect(await passwords.matches(stored, 'Correct horse')).toBe(false);
    expect(await passwords.matches(stored, '')).toBe(false);
  });

  it('is matched by what looks the same', async () => {
    const stored = await passwords.hash('Ａbc é 12345');
    expect(await passwords.matches(stored, 'Abc e\u0301 12345')).toBe(true);
  });
});

describe('no stored password', () => {
  it('is matched by none, after the same work', async () => {
    const stored = await passwords.hash('correct horse');
    const time = async (hash: string | undefined): Promise<number> => {
      const started = process.hrtime.bigint();
      expect(await passwords.matches(hash, 'a wrong one')).toBe(false);
      return Number(process.hrtime.bigint() - started);
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 9; round += 1) {
      known.push(await time(stored));
      unknown.push(await time(undefined));
    }
    const middle = (all: number[]): number => [...all].sort((a, b) => a - b)[4] ?? 0;
    // Without the work it would be a thousandth; the machine may be busy.
    expect(middle(unknown) / middle(known)).toBeGreaterThan(0.3);
    expect(middle(unknown) / middle(known)).toBeLessThan(3);
  });
});

describe('many at once', () => {
  it('are worked off two at a time, and refused beyond those that may wait', async () => {
    const crowded = new Passwords();
    const all = await Promise.allSettled(Array.from({ length: 45 }, () => crowded.matches(undefined, 'x')));
    const refused = all.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused).toHaveLength(3);
    expect(refused[0]?.reason).toMatchObject({ code: 'unavailable', retryAfter: 5 });
    expect(await crowded.matches(undefined, 'x')).toBe(false);
  });
});
