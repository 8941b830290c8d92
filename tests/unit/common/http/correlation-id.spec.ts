import { IncomingMessage } from 'node:http';
import { correlationIdOf } from '../../../../src/common/http/correlation-id';

const of = (id: unknown): string => correlationIdOf({ headers: { 'x-request-id': id } } as unknown as IncomingMessage);

describe('correlationIdOf', () => {
  it.each(['abcdefgh', '0b0e6f6a-6ad0-4f0b-9a52-3a3a27d0c3a1', 'trace.1_2-3', 'x'.repeat(64)])('takes %s', (id) => {
    expect(of(id)).toBe(id);
  });

  it.each([undefined, '', 'short', 'x'.repeat(65), 'has space', 'line\nbreak', '-leading-dash', '编号编号编号编号'])(
    'makes one of its own in place of %p',
    (id) => {
      expect(of(id)).toMatch(/^[0-9a-f-]{36}$/);
      expect(of(id)).not.toBe(of(id));
    },
  );
});
