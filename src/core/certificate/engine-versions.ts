/** What scored: which engine, and which set of operators it knows. */
export interface EngineVersions {
  readonly version: string;
  readonly operators: string;
}

/**
 * The engine of this build. A change by which the same rule set and the same facts or history could come to another
 * result gets a new `version`; a new operator, or another meaning of one, a new `operators`. Certificates name both, so
 * that whoever scores again knows whether a difference can be the engine's.
 */
export const ENGINE: EngineVersions = { version: '1', operators: '1' };
