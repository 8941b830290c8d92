import { creditCodeCheckCharacter } from '../../subjects/credit-code';
import { Draw } from './draw';
import { TOWNS } from './places';
import { Care, Enterprise } from './plan.types';

/** As many as the district is reported to have. */
export const ENTERPRISES = 58;

/** The number of the enterprise whose story is told. */
export const STORY = 1;

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const TRADES = [
  { weight: 52, trade: 'machinery', words: '铸造', smelting: 0.85 },
  { weight: 22, trade: 'nonferrous', words: '有色金属', smelting: 0.9 },
  { weight: 10, trade: 'metallurgy', words: '特种合金', smelting: 1 },
  { weight: 16, trade: 'other', words: '热处理', smelting: 0.1 },
] as const;

const SIZES = [
  { weight: 25, from: 8, to: 19, furnaces: 1 },
  { weight: 45, from: 20, to: 99, furnaces: 2 },
  { weight: 25, from: 100, to: 299, furnaces: 3 },
  { weight: 5, from: 300, to: 480, furnaces: 6 },
] as const;

const CARE: readonly { readonly weight: number; readonly care: Care }[] = [
  { weight: 66, care: 'good' },
  { weight: 25, care: 'fair' },
  { weight: 9, care: 'poor' },
];

/** A fictional but valid credit code: the region 000000 is no real place. */
export function creditCode(number: number): string {
  const body = `91000000MA${String(number).padStart(7, '0')}`;
  return `${body}${creditCodeCheckCharacter(body)}`;
}

/** An enterprise that nobody can take for a real one: it is named after a pair of the sixty-year cycle. */
export function enterprise(number: number, draw: Draw): Enterprise {
  const { trade, words, smelting } = draw.weighted(TRADES) ?? TRADES[0];
  const { from, to, furnaces } = draw.weighted(SIZES) ?? SIZES[0];
  const drawn = {
    number,
    code: creditCode(number),
    name: nameOf(number, words),
    trade,
    isMetalSmelting: draw.chance(smelting),
    employees: draw.between(from, to),
    furnaces,
    care: (draw.weighted(CARE) ?? { care: 'good' as const }).care,
    office: TOWNS[number % TOWNS.length] ?? TOWNS[0],
  };
  return number === STORY ? { ...drawn, ...storyEnterprise } : drawn;
}

const storyEnterprise = {
  name: nameOf(STORY, '铸造'),
  trade: 'machinery',
  isMetalSmelting: true,
  employees: 80,
  furnaces: 2,
  care: 'good',
} as const;

function nameOf(number: number, words: string): string {
  const pair = `${STEMS.charAt((number - 1) % 10)}${BRANCHES.charAt((number - 1) % 12)}`;
  return `示例-海陵${pair}${words}有限公司（虚构）`;
}
