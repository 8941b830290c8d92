import { isNativeError } from 'node:util/types';

/** An error as a log shows it. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

/** Causes of causes that are shown. */
const MAX_DEPTH = 5;

/**
 * Type, message, code and stack of an error, and of what caused it. Nothing else: errors of the database carry the
 * statement's parameters and the values of rows.
 */
export function describeError(error: unknown, depth = 1): DescribedError {
  if (!isNativeError(error)) return { type: typeof error, message: 'not an error' };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(cause === undefined || depth === MAX_DEPTH ? {} : { cause: describeError(cause, depth + 1) }),
  };
}
