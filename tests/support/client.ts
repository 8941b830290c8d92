import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { API_PREFIX } from '../../src/common/http/route.types';
import { ProblemDocument } from '../../src/common/http/problem-document';
import { credentialFor, TestCaller } from './test-callers';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The parsed JSON; the text where it is none. */
  readonly body: T;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the service without a socket. A path is below /api/v1 unless it is one of the root's. */
export class Client {
  constructor(
    private readonly app: () => NestFastifyApplication,
    /** What each request is sent with, to say who asks. */
    readonly credential: () => Promise<Readonly<Record<string, string>>>,
  ) {}

  /** The same service asked as somebody else. */
  as(caller: TestCaller): Client {
    const dataSource = (): DataSource => this.app().get(DataSource);
    let credential: Promise<Readonly<Record<string, string>>> | undefined;
    return new Client(this.app, () => (credential ??= credentialFor(dataSource(), caller)));
  }

  /** The same service asked by nobody known. */
  anonymous(): Client {
    return this.with({});
  }

  /** The same service asked with such headers in every request. */
  with(headers: Readonly<Record<string, string>>): Client {
    return new Client(this.app, () => Promise.resolve(headers));
  }

  get<T = unknown>(path: string, options?: RequestOptions): Promise<Answer<T>> {
    return this.send<T>('GET', path, options);
  }

  post<T = unknown>(path: string, body?: unknown, options?: RequestOptions): Promise<Answer<T>> {
    return this.send<T>('POST', path, { ...options, body });
  }

  patch<T = unknown>(path: string, body?: unknown, options?: RequestOptions): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, { ...options, body });
  }

  /** What is answered, to the byte. */
  async text(
    path: string,
  ): Promise<{ readonly status: number; readonly text: string; readonly headers: Answer['headers'] }> {
    const {
      statusCode: status,
      payload: text,
      headers,
    } = await this.app().inject({
      url: `${API_PREFIX}${path}`,
      headers: await this.credential(),
    });
    return { status, text, headers };
  }

  /** Sends a body as it is when it is a text or bytes, as JSON otherwise. */
  async send<T = unknown>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    { body, headers = {} }: RequestOptions = {},
  ): Promise<Answer<T>> {
    const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
    const response = await this.app().inject({
      method,
      url: AT_ROOT.test(path) ? path : `${API_PREFIX}${path}`,
      headers: {
        // In a session a POST is taken as JSON only, body or not.
        ...(body === undefined && method !== 'POST' ? {} : { 'content-type': 'application/json' }),
        ...(await this.credential()),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
    });
    return { status: response.statusCode, headers: response.headers, body: read(response.payload) as T };
  }
}

const AT_ROOT = /^\/(api\/|docs|health|metrics|openapi)/;

function read(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}

/** What a refused request was told, in short: `404 not_found: no_such_subject at /path/code`. */
export function refusal({ status, body }: Answer): string {
  const { code, errors } = body as ProblemDocument;
  return `${status} ${code}: ${errors.map((error) => `${error.code} at ${error.path || '/'}`).join(', ')}`;
}
