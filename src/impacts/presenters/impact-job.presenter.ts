import { KnownAt, showInstant } from '../../core';
import { ImpactJobView } from '../impact-jobs.store';
import { ImpactJobMessage, ImpactProgressMessage } from '../schemas/impact-job.schema';

const at = (date: Date): string => showInstant(date.getTime() as KnownAt);

/** How far a job has come. */
export function presentProgress(job: ImpactJobView): ImpactProgressMessage {
  const { id, ruleSet, baseline, candidate, asOf, recordedUntil, state, subjectsDone, subjectsTotal } = job;
  return {
    ...{ id, ruleSet, baseline: { ...baseline }, candidate: { ...candidate } },
    ...{ asOf, recordedUntil: at(recordedUntil), state },
    progress: { done: subjectsDone, total: subjectsTotal, restarts: job.restarts },
    ...{ askedBy: job.askedBy, askedAt: at(job.askedAt), changedAt: at(job.changedAt) },
    reportHash: job.reportHash,
  };
}

/** A job with its report, exactly as it is stored: its hash is over these figures. */
export function presentJob(job: ImpactJobView): ImpactJobMessage {
  return { ...presentProgress(job), report: job.report };
}
