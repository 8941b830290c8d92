import { LeafTrace, Trace } from './trace';

/** What became of the comparisons of a condition, from the first to the last. */
export function traceLeaves(trace: Trace): readonly LeafTrace[] {
  if ('all' in trace) return trace.all.flatMap(traceLeaves);
  if ('any' in trace) return trace.any.flatMap(traceLeaves);
  return 'not' in trace ? traceLeaves(trace.not) : [trace];
}
