import { showPeriods } from '../../../src/inspectors/show-periods';

describe('the days of a certificate in words', () => {
  it.each<[{ validFrom: string; validTo: string | null }[], string, string]>([
    [[], '已全部注销', 'revoked for all of its days'],
    [[{ validFrom: '2021-01-01', validTo: null }], '有效期为 2021-01-01 起', 'valid from 2021-01-01'],
    [
      [
        { validFrom: '2021-01-01', validTo: '2022-01-01' },
        { validFrom: '2023-01-01', validTo: null },
      ],
      '有效期为 2021-01-01 起至 2022-01-01 前，2023-01-01 起',
      'valid from 2021-01-01 until before 2022-01-01 and valid from 2023-01-01',
    ],
  ])('%j', (periods, chinese, english) => expect(showPeriods(periods)).toEqual({ 'zh-CN': chinese, en: english }));
});
