/** The embedded PostgreSQL cannot do what was asked. The message is one sentence: what is wrong, where, what to do. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}

/** How every sentence ends for which an external server is the way out. */
export const USE_DATABASE_URL = 'set DATABASE_URL to a PostgreSQL server (15 or newer) instead';

/** The code of a system or PostgreSQL error (ENOENT, 57P03…), or undefined. */
export function errorCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

export function errorText(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
