import { Cycle } from './cycle';
import { Standing } from './standing.types';

/** A measure as it is kept. A withdrawn one does not use up "once per cycle". */
export interface KeptMeasure {
  readonly rung: string;
  readonly cycleFrom: Cycle['from'];
  readonly state: 'open' | 'completed' | 'withdrawn';
  readonly basisChanged: boolean;
}

/** What has to be appended so that the kept measures follow the rungs. */
export interface MeasureChanges<M extends KeptMeasure> {
  readonly create: Standing['measures'];
  readonly withdraw: readonly M[];
  /** Completed measures whose basis has fallen away: they stay, marked. */
  readonly basisChanged: readonly M[];
}

/**
 * Compares what the rungs call for in the running cycle with the measures kept of it. Does nothing when asked again.
 * Settings A10–A12 have their part in `standing.measures`; A11 decides what becomes of a measure that lost its basis.
 */
export function reconcileMeasures<M extends KeptMeasure>(
  standing: Standing,
  kept: readonly M[],
  basisAnnulled: 'withdraw' | 'keep' = 'withdraw',
): MeasureChanges<M> {
  const alive = kept.filter(({ state, cycleFrom }) => state !== 'withdrawn' && cycleFrom === standing.cycle.from);
  const due = new Set(standing.measures.map(({ rung }) => rung));
  const without = basisAnnulled === 'keep' ? [] : alive.filter(({ rung }) => !due.has(rung));
  return {
    create: standing.measures.filter(({ rung }) => !alive.some((measure) => measure.rung === rung)),
    withdraw: without.filter(({ state }) => state === 'open'),
    basisChanged: without.filter(({ state, basisChanged }) => state === 'completed' && !basisChanged),
  };
}
