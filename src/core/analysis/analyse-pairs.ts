import { Version } from '../comparison/version';
import { Pause } from '../comparison/pause';
import { CompiledItem } from '../rule-set/compile';
import { AnalysisFinding, RuleSetAnalysis } from './analysis.types';
import { ItemPair } from './item-pair';

/** Most tries over all pairs of one rule set: some seconds. */
const MOST_TRIES = 1_000_000;

/** What making up the domain of a pair costs beside its tries. */
const COST_OF_PAIR = 200;

/** Looks at every two items that read a base fact in common; whatever shares none cannot imply each other. */
export async function analysePairs(
  version: Version,
  items: readonly CompiledItem[],
  pause: Pause,
): Promise<Pick<RuleSetAnalysis, 'pairs' | 'findings'>> {
  const { baseFacts } = version.compiled.catalogue;
  const bases = items.map(
    ({ appliesReads, reads }) => new Set([...appliesReads, ...reads].flatMap((path) => baseFacts.get(path) ?? [])),
  );
  const pairs = items.flatMap((first, place) =>
    items.slice(place + 1).flatMap((second, after) => {
      const other = bases[place + 1 + after];
      return [...(bases[place] ?? [])].some((path) => other?.has(path)) ? [[first, second] as const] : [];
    }),
  );
  const findings: AnalysisFinding[] = [];
  let [left, searched] = [MOST_TRIES, 0];
  for (const [first, second] of pairs) {
    if (left <= 0) break;
    await pause();
    const found = new ItemPair(version, first, second).search();
    findings.push(...found.findings);
    left -= found.tried + COST_OF_PAIR;
    searched++;
  }
  return { pairs: { searched, leftOut: pairs.length - searched }, findings };
}
