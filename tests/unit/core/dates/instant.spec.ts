import { civilDate } from '../../../../src/core/dates/civil-date';
import { dayOf, endOfDay, isTimeZone, KnownAt, parseKnownAt, showInstant } from '../../../../src/core/dates/instant';

const at = (iso: string): KnownAt => Date.parse(iso) as KnownAt;

describe('isTimeZone', () => {
  it.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'America/Argentina/Buenos_Aires', 'Etc/GMT+8'])(
    'knows %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each([
    'Asia/Nowhere',
    'asia/shanghai',
    'SYSTEM',
    '+08:00',
    'UTC+8',
    'Z',
    'UT',
    '',
    'Asia/',
    '../etc/passwd',
    'Asia/Shanghai ',
  ])('does not know %p', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('endOfDay', () => {
  it.each([
    ['2026-09-30', 'Asia/Shanghai', '2026-09-30T15:59:59.999Z'],
    ['2026-10-01', 'Asia/Shanghai', '2026-10-01T15:59:59.999Z'],
    ['2024-02-29', 'Asia/Shanghai', '2024-02-29T15:59:59.999Z'],
    ['1986-05-03', 'Asia/Shanghai', '1986-05-03T15:59:59.999Z'],
    ['1986-05-04', 'Asia/Shanghai', '1986-05-04T14:59:59.999Z'],
    ['2026-06-30', 'UTC', '2026-06-30T23:59:59.999Z'],
    ['2026-03-07', 'America/New_York', '2026-03-08T04:59:59.999Z'],
    ['2026-03-08', 'America/New_York', '2026-03-09T03:59:59.999Z'],
    ['2026-10-31', 'America/New_York', '2026-11-01T03:59:59.999Z'],
    ['2026-11-01', 'America/New_York', '2026-11-02T04:59:59.999Z'],
    ['2018-11-03', 'America/Sao_Paulo', '2018-11-04T02:59:59.999Z'],
  ])('of %s in %s is %s', (day, zone, end) => {
    expect(showInstant(endOfDay(civilDate(day), zone))).toBe(end);
  });

  it.each([
    ['2026-03-08', 23],
    ['2026-03-09', 24],
    ['2026-11-01', 25],
  ])('leaves %s in New York %i hours', (day, hours) => {
    const before = new Date(`${day}T12:00:00Z`);
    before.setUTCDate(before.getUTCDate() - 1);
    const yesterday = civilDate(before.toISOString().slice(0, 10));
    const zone = 'America/New_York';
    expect(endOfDay(civilDate(day), zone) - endOfDay(yesterday, zone)).toBe(hours * 3_600_000);
  });
});

describe('dayOf', () => {
  it.each([
    ['2026-09-30T15:59:59.999Z', 'Asia/Shanghai', '2026-09-30'],
    ['2026-09-30T16:00:00.000Z', 'Asia/Shanghai', '2026-10-01'],
    ['2026-03-09T03:59:59.999Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T04:00:00.000Z', 'America/New_York', '2026-03-09'],
    ['2026-12-31T23:59:59.999Z', 'UTC', '2026-12-31'],
    ['2018-11-04T03:00:00.000Z', 'America/Sao_Paulo', '2018-11-04'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayOf(at(instant), zone)).toBe(day);
  });
});

describe('parseKnownAt', () => {
  it.each([
    ['2026-03-04', '2026-03-04T15:59:59.999Z'],
    ['2026-03-04T09:00:00+08:00', '2026-03-04T01:00:00.000Z'],
    ['2026-03-04T01:00:00Z', '2026-03-04T01:00:00.000Z'],
    ['2026-03-04T01:00Z', '2026-03-04T01:00:00.000Z'],
    ['2026-03-04T00:30:00-05:30', '2026-03-04T06:00:00.000Z'],
    ['2026-03-04T01:00:00.123456789Z', '2026-03-04T01:00:00.123Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(parseKnownAt(text, 'Asia/Shanghai')).toBe(at(instant));
  });

  it.each([
    '2026-02-29',
    '2026-02-29T09:00:00Z',
    '2026-03-04T09:00:00',
    '2026-03-04 09:00:00Z',
    '2026-03-04T24:00:00Z',
    '2026-03-04T23:59:60Z',
    '2026-03-04T09:00:00+25:00',
    'yesterday',
    '',
  ])('refuses %p', (text) => {
    expect(parseKnownAt(text, 'Asia/Shanghai')).toBeUndefined();
  });
});

describe('showInstant', () => {
  it('shows the same instant that was read', () => {
    expect(showInstant(at('2026-03-04T01:02:03.004Z'))).toBe('2026-03-04T01:02:03.004Z');
  });

  it('shows whole seconds with milliseconds', () => {
    expect(showInstant(at('2026-03-04T01:02:03Z'))).toBe('2026-03-04T01:02:03.000Z');
  });
});
