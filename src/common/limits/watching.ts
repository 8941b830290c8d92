/** Asked every few seconds by whatever sends requests here, which must not be refused for the requests of others. */
export const HEALTH = /^\/health\//;

/** Paths that have to be answered above all when the service is at its limits. */
export const WATCHING = /^\/(health\/|metrics$)/;
