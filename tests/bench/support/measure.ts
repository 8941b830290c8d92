export { seeded } from '../../../src/common/seeded';

/** One way of doing the work, timed beside the others. */
export interface Contender {
  readonly name: string;
  /** Does the work `times` times. */
  readonly run: (times: number) => Promise<void> | void;
}

export interface Timing {
  readonly name: string;
  /** Median over the rounds, in microseconds for one time. */
  readonly microseconds: number;
}

/** Times every contender in every round, in turn, so that a machine that slows down slows all of them. */
export async function measure(
  contenders: readonly Contender[],
  times: readonly number[],
  rounds = 9,
): Promise<Timing[]> {
  const samples = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [place, contender] of contenders.entries()) {
      const count = times[place] ?? 1;
      const start = process.hrtime.bigint();
      await contender.run(count);
      const elapsed = Number(process.hrtime.bigint() - start) / 1000 / count;
      if (round >= 0) samples[place]?.push(elapsed);
    }
  }
  return contenders.map(({ name }, place) => ({ name, microseconds: median(samples[place] ?? []) }));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
