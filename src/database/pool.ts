import { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** The connections of a data source at this moment. */
export interface PoolState {
  /** Open, in use or not. */
  readonly open: number;
  readonly idle: number;
  /** Requests for a connection that wait for one. */
  readonly waiting: number;
}

const EMPTY: PoolState = { open: 0, idle: 0, waiting: 0 };

export function poolOf({ driver }: DataSource): PoolState {
  // TypeORM does not say that it has one; there is none before it is connected.
  const { master } = driver as unknown as { readonly master?: Pool };
  if (master === undefined) return EMPTY;
  return { open: master.totalCount, idle: master.idleCount, waiting: master.waitingCount };
}
