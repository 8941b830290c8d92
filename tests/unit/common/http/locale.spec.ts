import { localeOf } from '../../../../src/common/http/locale';

describe('localeOf', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['*', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['fr-FR', 'zh-CN'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
    ['en;q=0.5,zh;q=0.5', 'zh-CN'],
    ['fr, en;q=0.3', 'en'],
    ['en;q=0', 'zh-CN'],
    ['en;q=2', 'zh-CN'],
    ['en;q=x', 'zh-CN'],
    ['english', 'zh-CN'],
    [`en,${'x'.repeat(600)}`, 'zh-CN'],
  ])('reads %p as %s', (header, locale) => expect(localeOf(header)).toBe(locale));
});
