import { isNativeError } from 'node:util/types';

/** Error classes (first two characters of an SQLSTATE) that tell of the server, not of the statement. */
const SERVER_CLASSES = new Set(['08', '53', '57', '58']);

/** Other states in which a server refuses for the time being: read-only because it recovers. */
const SERVER_STATES = new Set(['25006']);

/** What the operating system says of a server that is not there. */
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * pg reports the loss of a connection without any code; TypeORM, whose runner gives a connection up the moment it is lost
 * between two statements, by what it says of the next one.
 */
const LOST =
  /^(Query runner already released|Database connection provided by a query runner was already released|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout|Driver not Connected)/;

/** Failures of two transactions that could not both go on; trying again is the remedy. */
const CONTENTION = new Set(['40001', '40P01']);

/** Whether the database, not the statement, is to blame: lost, full, overloaded, too slow or starting. */
export function isDatabaseFailure(error: unknown): boolean {
  return causes(error).some(({ code, message, syscall }) => {
    if (code === undefined) return LOST.test(message ?? '');
    if (NETWORK_CODES.has(code)) return syscall === undefined || /^(connect|read|write|getaddrinfo)/.test(syscall);
    return /^[0-9A-Z]{5}$/.test(code) && (SERVER_CLASSES.has(code.slice(0, 2)) || SERVER_STATES.has(code));
  });
}

/** Whether there is no server at an address, or it does not let this login or database in. */
export function isConnectionRefused(error: unknown): boolean {
  return isDatabaseFailure(error) || causes(error).some(({ code }) => code?.startsWith('28') || code === '3D000');
}

/** Whether the transaction failed only because another ran at the same time. */
export function isContention(error: unknown): boolean {
  return causes(error).some(({ code }) => code !== undefined && CONTENTION.has(code));
}

/** The name of the constraint that a statement would have broken; undefined for any other error. */
export function brokenConstraint(error: unknown): string | undefined {
  return causes(error).find(({ code }) => code?.startsWith('23'))?.constraint;
}

interface Failure {
  readonly code?: string;
  readonly message?: string;
  readonly syscall?: string;
  readonly constraint?: string;
}

/** An error and what it was made of: TypeORM wraps that of the driver, Node joins those of several addresses. */
function causes(error: unknown): Failure[] {
  if (!isNativeError(error)) return [];
  const inner = [
    ...('driverError' in error ? [error.driverError] : []),
    ...('errors' in error && Array.isArray(error.errors) ? (error.errors as unknown[]) : []),
  ];
  return [error, ...inner.flatMap((one) => (one === error ? [] : causes(one)))];
}
