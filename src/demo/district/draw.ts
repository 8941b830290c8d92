import { seeded } from '../../common/seeded';

/** Draws from a generator. */
export class Draw {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
  }

  /** True as often as the chance says. */
  chance(of: number): boolean {
    return this.next() < of;
  }

  /** A whole number from one to another, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** One of some, as often as its weight says. */
  weighted<T extends { readonly weight: number }>(some: readonly T[]): T | undefined {
    let left = this.next() * some.reduce((sum, { weight }) => sum + weight, 0);
    return some.find(({ weight }) => (left -= weight) < 0);
  }

  pick<T>(some: readonly [T, ...T[]]): T {
    return some[Math.floor(this.next() * some.length)] ?? some[0];
  }
}
