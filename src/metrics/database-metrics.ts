import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/pool';
import { Metrics } from './metrics';

interface JobCount {
  readonly queue: string;
  readonly state: string;
  readonly count: number;
}

/** The pool of connections, and the jobs that the database keeps, as they are when somebody asks. */
@Injectable()
export class DatabaseMetrics {
  constructor({ registry }: Metrics, dataSource: DataSource) {
    new Gauge({
      name: 'jifen_database_connections',
      help: 'Connections of this process to the database, and requests that wait for one',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        const { open, idle, waiting } = poolOf(dataSource);
        for (const [state, count] of Object.entries({ used: open - idle, idle, waiting })) this.set({ state }, count);
      },
    });
    const up = new Gauge({
      name: 'jifen_database_up',
      help: 'Whether the database answered when it was last asked for its jobs',
      registers: [registry],
    });
    new Gauge({
      name: 'jifen_jobs',
      help: 'Jobs by queue and state; none where the database does not answer',
      labelNames: ['queue', 'state'],
      registers: [registry],
      async collect() {
        this.reset();
        const jobs = await countJobs(dataSource);
        up.set(jobs === undefined ? 0 : 1);
        for (const { queue, state, count } of jobs ?? []) this.set({ queue, state }, count);
      },
    });
  }
}

/** Undefined where the database does not answer: the other figures are wanted then more than ever. */
async function countJobs(dataSource: DataSource): Promise<readonly JobCount[] | undefined> {
  try {
    return await dataSource.query<JobCount[]>(
      'SELECT name AS queue, state::text AS state, count(*) AS count FROM pgboss.job GROUP BY 1, 2',
    );
  } catch {
    return undefined;
  }
}
