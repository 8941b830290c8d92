import { setTimeout as sleep } from 'node:timers/promises';
import { ImpactJobView } from './impact-jobs.store';

/** Milliseconds between two looks at a job. */
const LOOK_EVERY = 500;

/** Milliseconds after which a browser whose stream has ended asks again. */
const RETRY = 1000;

interface Watch {
  readonly look: () => Promise<ImpactJobView>;
  readonly show: (job: ImpactJobView) => unknown;
  /** Longest that the stream goes on, in milliseconds. */
  readonly longest: number;
  readonly isStopping: () => boolean;
}

/**
 * Server-sent events: `progress` whenever the job has come further, and one named by its state once it has ended. The
 * stream of a job that goes on ends in time all the same; whoever listens asks again, as browsers do by themselves.
 */
export async function* impactEvents({ look, show, longest, isStopping }: Watch): AsyncGenerator<string> {
  const until = performance.now() + longest;
  let last = '';
  yield `retry: ${RETRY}\n\n`;
  for (;;) {
    const job = await look();
    const { state } = job;
    const ended = state !== 'queued' && state !== 'running';
    const data = JSON.stringify(show(job));
    if (data !== last) yield `event: ${ended ? state : 'progress'}\ndata: ${data}\n\n`;
    last = data;
    if (ended || isStopping() || performance.now() + LOOK_EVERY > until) return;
    await sleep(LOOK_EVERY);
  }
}
