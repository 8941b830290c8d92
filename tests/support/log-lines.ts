import { DestinationStream } from 'pino';

export type LogLine = Readonly<Record<string, unknown>>;

/** A log kept in memory. */
export interface LogLines {
  readonly destination: DestinationStream;
  all(): readonly LogLine[];
  /** As it was written, to look for what must not be in it. */
  text(): string;
}

export function logLines(): LogLines {
  const lines: string[] = [];
  return {
    destination: { write: (line: string) => void lines.push(line) },
    all: () => lines.map((line) => JSON.parse(line) as LogLine),
    text: () => lines.join(''),
  };
}
