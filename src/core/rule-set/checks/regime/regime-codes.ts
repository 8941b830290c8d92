import { pointer, Problem } from '../../../problems/problem';
import { RuleSet } from '../../rule-set.types';
import { repeated } from '../codes';

/** No two things of one list of a regime share a code; rungs and patterns are told apart across all ladders. */
export function checkRegimeCodes({ regime, items }: RuleSet): Problem[] {
  if (regime === undefined) return [];
  const at = '/regime';
  const list = (name: string, coded: readonly { readonly code: string }[] = []): Problem[] =>
    repeated(
      coded.map(({ code }) => code),
      (index) => pointer(at, ...name.split('.'), index, 'code'),
    );
  const cases = regime.items ?? [];
  const rungs = (regime.ladders ?? []).flatMap(({ rungs: own, patterns = [] }, n) => [
    ...own.map(({ code }, r) => ({ code, path: pointer(at, 'ladders', n, 'rungs', r, 'code') })),
    ...patterns.map(({ code }, p) => ({ code, path: pointer(at, 'ladders', n, 'patterns', p, 'code') })),
  ]);
  const pathOfItem = (index: number): string =>
    index < items.length ? pointer('/items', index, 'code') : pointer(at, 'items', index - items.length, 'code');
  return [
    ...['dates', 'tags', 'gates', 'multipliers', 'concurrency', 'scores', 'ladders', 'measures'].flatMap((name) =>
      list(name, regime[name as 'dates']),
    ),
    ...list('credits.kinds', regime.credits?.kinds),
    ...regime.scores.flatMap(({ bands = [] }, n) => list(`scores.${n}.bands`, bands)),
    // Items of inspections among themselves are looked at with the simple form.
    ...repeated(
      [...items, ...cases].map(({ code }) => code),
      pathOfItem,
    ).filter(({ path }) => path.startsWith(at)),
    ...repeated(
      rungs.map(({ code }) => code),
      (index) => rungs[index]?.path ?? at,
    ),
    ...(items.length + cases.length === 0 ? [{ code: 'no_items' as const, path: pointer(at, 'items') }] : []),
  ];
}
