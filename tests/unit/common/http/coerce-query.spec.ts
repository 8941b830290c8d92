import { coerceQuery } from '../../../../src/common/http/coerce-query';
import { FlatSchema } from '../../../../src/common/http/json-schema.types';

const SCHEMA: FlatSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    limit: { type: 'integer', default: 50 },
    share: { type: 'number' },
    open: { type: 'boolean' },
    office: { type: 'string' },
    states: { type: 'array', items: { type: 'string' } },
  },
};

describe('coerceQuery', () => {
  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{}, { limit: 50 }],
    [{ limit: '7' }, { limit: 7 }],
    [{ limit: '-7' }, { limit: -7 }],
    [{ limit: '07.0' }, { limit: '07.0' }],
    [{ limit: '1e3' }, { limit: '1e3' }],
    [{ limit: '' }, { limit: '' }],
    [{ limit: ' 7' }, { limit: ' 7' }],
    [{ limit: ['7', '8'] }, { limit: ['7', '8'] }],
    [{ share: '0.25' }, { limit: 50, share: 0.25 }],
    [{ share: 'Infinity' }, { limit: 50, share: 'Infinity' }],
    [{ open: 'true' }, { limit: 50, open: true }],
    [{ open: '1' }, { limit: 50, open: '1' }],
    [{ office: '12' }, { limit: 50, office: '12' }],
    [{ states: 'a' }, { limit: 50, states: ['a'] }],
    [{ states: ['a', 'b'] }, { limit: 50, states: ['a', 'b'] }],
    [{ unknown: '1' }, { limit: 50, unknown: '1' }],
  ])('turns %p into %p', (query, expected) => expect(coerceQuery(query, SCHEMA)).toEqual(expected));
});
