/** How often each property is tried, in multiples of what its test says; `.ci/run` asks for more. */
const EFFORT = Number(process.env['PROPERTY_EFFORT'] ?? 1);

/** On so many cases a property is tried while people wait for it. */
export const runs = (count: number): { readonly numRuns: number } => ({ numRuns: Math.ceil(count * EFFORT) });
