import { creditCodeCheckCharacter } from '../../src/subjects/credit-code';
import { Client } from './client';

/** A fictional but valid credit code: the region 000000 is no real place. */
export function creditCode(n: number): string {
  const body = `91000000MA${String(n).padStart(7, '0')}`;
  return `${body}${creditCodeCheckCharacter(body)}`;
}

type Fields = Readonly<Record<string, unknown>>;

export const aTown = (code: string, more: Fields = {}): Fields => ({
  code,
  level: 'town',
  parent: 'bureau',
  name: `示例镇 ${code}`,
  validFrom: '2021-01-01',
  ...more,
});

export const aSubject = (n: number, more: Fields = {}): Fields => ({
  code: creditCode(n),
  name: `示例铸造厂 ${n}`,
  trade: 'machinery',
  state: 'producing',
  office: 'town-a',
  attributes: { 'enterprise.employees': 86, 'enterprise.isMetalSmelting': true },
  validFrom: '2025-10-01',
  ...more,
});

/** A jurisdiction, its bureau and the towns `town-a` and `town-b`, since 2021. */
export async function setUpOffices(client: Client): Promise<void> {
  const district = {
    code: 'district',
    level: 'jurisdiction',
    name: '示例区',
    nameEn: 'Example',
    validFrom: '2021-01-01',
  };
  const bureau = { ...district, code: 'bureau', level: 'bureau', parent: 'district', name: '示例区应急管理局' };
  for (const office of [district, bureau, aTown('town-a'), aTown('town-b')]) {
    const { status, body } = await client.post('/offices', office);
    if (status !== 201) throw new Error(JSON.stringify(body));
  }
}
