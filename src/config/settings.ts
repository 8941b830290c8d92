/**
 * What the environment says, read once at start and frozen. Injected by this class; made by `readSettings`.
 * One property for each row of `SETTINGS`, where the meaning, unit and default of each stand.
 */
export abstract class Settings {
  abstract readonly host: string;
  abstract readonly port: number;
  abstract readonly publicUrl: string | undefined;
  abstract readonly trustedProxies: string | undefined;
  abstract readonly dataDir: string;
  abstract readonly signingKeyFile: string | undefined;
  abstract readonly rulesDir: string;
  abstract readonly databaseUrl: string | undefined;
  abstract readonly databaseServiceUrl: string | undefined;
  abstract readonly poolSize: number;
  abstract readonly poolTimeout: number;
  abstract readonly statementTimeout: number;
  abstract readonly queueLimit: number;
  abstract readonly rateLimit: number;
  abstract readonly addressRateLimit: number;
  abstract readonly bodyLimit: number;
  abstract readonly batchBodyLimit: number;
  abstract readonly requestTimeout: number;
  abstract readonly shutdownTimeout: number;
  abstract readonly sessionIdleTimeout: number;
  abstract readonly sessionLifetime: number;
  abstract readonly signInAttempts: number;
  abstract readonly signInLock: number;
  abstract readonly firstAdminPassword: string | undefined;
  abstract readonly oidcIssuer: string | undefined;
  abstract readonly oidcClientId: string | undefined;
  /** Also where it stands in a file. */
  abstract readonly oidcClientSecret: string | undefined;
  abstract readonly oidcClientSecretFile: string | undefined;
  abstract readonly jurisdictionTimeZone: string;
  abstract readonly approvalsNeeded: number;
  abstract readonly coverageNeeded: number;
  abstract readonly impactReport: 'required' | 'optional';
  abstract readonly logLevel: LogLevel;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];
