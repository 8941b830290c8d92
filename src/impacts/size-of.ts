import { Attributes } from '../subjects/register-entry';

/** The fact of the register that the size of an enterprise is told by. */
const EMPLOYEES = 'enterprise.employees';

/** First of each band of people employed. For counting alike with alike only: no rule depends on them. */
const BANDS = [0, 20, 50, 100, 300, 1000];

/** The band of people employed that an enterprise belongs to, such as `20-49`; `unknown` where the register has none. */
export function sizeOf(attributes: Attributes): string {
  const employees = attributes[EMPLOYEES];
  if (typeof employees !== 'number') return 'unknown';
  const place = BANDS.findLastIndex((first) => first <= employees);
  const [first, next] = [BANDS[place] ?? 0, BANDS[place + 1]];
  return next === undefined ? `${first}+` : `${first}-${next - 1}`;
}
