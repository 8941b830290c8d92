import { CivilDate } from '../../core';
import { OfficeLevel } from '../../subjects/office.entity';
import { NewOffice } from '../../subjects/offices.service';

export const DISTRICT = '321202';
export const BUREAU = '321202-yjj';

/** Code, level, names. The units are named in public lists; nothing else about them is real. */
const LOCAL: readonly (readonly [code: string, level: OfficeLevel, name: string, nameEn: string])[] = [
  ['321202-jl', 'town', '九龙镇', 'Jiulong Town'],
  ['321202-sc', 'town', '苏陈镇', 'Suchen Town'],
  ['321202-gy', 'town', '罡杨镇', 'Gangyang Town'],
  ['321202-hg', 'town', '华港镇', 'Huagang Town'],
  ['321202-cd', 'street', '城东街道', 'Chengdong Subdistrict'],
  ['321202-cx', 'street', '城西街道', 'Chengxi Subdistrict'],
  ['321202-cn', 'street', '城南街道', 'Chengnan Subdistrict'],
  ['321202-cb', 'street', '城北街道', 'Chengbei Subdistrict'],
  ['321202-cz', 'street', '城中街道', 'Chengzhong Subdistrict'],
  ['321202-jtl', 'street', '京泰路街道', 'Jingtailu Subdistrict'],
  ['321202-wly', 'park', '城北物流园', 'Chengbei Logistics Park'],
  ['321202-nkq', 'park', '农业开发区', 'Agricultural Development Zone'],
];

/** Those in which enterprises lie, the larger ones more often. */
export const TOWNS: readonly [string, ...string[]] = [
  '321202-jl',
  '321202-sc',
  '321202-gy',
  '321202-hg',
  '321202-cd',
  '321202-cx',
  '321202-cb',
  '321202-jtl',
  '321202-nkq',
  '321202-sc',
  '321202-jl',
  '321202-gy',
  '321202-cn',
  '321202-wly',
];

/** The tree of offices from the jurisdiction down. */
export function offices(validFrom: CivilDate): readonly NewOffice[] {
  const labelled = (name: string, nameEn: string) => ({
    name: `${name}（示例数据）`,
    nameEn: `${nameEn} (sample data)`,
  });
  return [
    { code: DISTRICT, level: 'jurisdiction', ...labelled('泰州市海陵区', 'Hailing District, Taizhou'), validFrom },
    {
      ...{ code: BUREAU, level: 'bureau', parent: DISTRICT, validFrom },
      ...labelled('海陵区应急管理局', 'Hailing District Emergency Management Bureau'),
    },
    ...LOCAL.map(([code, level, name, nameEn]): NewOffice => {
      return { code, level, parent: BUREAU, ...labelled(name, nameEn), validFrom };
    }),
  ];
}
