import { CompiledRuleSet, InspectionScore, ItemScore, scoreInspection } from '../../core';
import { about } from '../errors';
import { explainScore } from '../explain';
import { readFactsFile } from '../load';
import { loadRuleSet } from '../load-rules';
import { Answer, FINE, noticesOf, Settings, toJson } from '../output';
import { renderTable } from '../tables';
import { Words } from '../texts';
import { OUTCOMES } from '../texts/terms';

export interface ScoreOptions {
  readonly ruleSet: string;
  readonly facts: string;
  readonly explain?: boolean;
}

/** `score`: scores one inspection. */
export async function score(options: ScoreOptions, { words, json }: Settings): Promise<Answer> {
  const compiled = await loadRuleSet(options.ruleSet);
  const facts = readFactsFile(options.facts);
  const scored = await about(options.facts, () => scoreInspection(compiled, facts));
  if (json) return { stdout: toJson(scored), exitCode: FINE };
  const explained = options.explain === true ? `\n${explainScore(compiled, scored, words)}` : '';
  const stdout = `${noticesOf([compiled.ruleSet], words)}${forPeople(compiled, scored, words)}${explained}`;
  return { stdout, exitCode: FINE };
}

function forPeople({ ruleSet, identity }: CompiledRuleSet, scored: InspectionScore, words: Words): string {
  const table = renderTable(
    [
      { head: words.say('code') },
      { head: words.say('title'), most: 54 },
      { head: words.say('outcome') },
      { head: words.say('points'), align: 'right' },
      { head: words.say('remark'), most: 36 },
    ],
    scored.items.map((item, place) => [
      item.item,
      words.text(ruleSet.items[place]?.title),
      words.term(OUTCOMES, item.outcome),
      String(item.points),
      remark(item, words),
    ]),
  );
  const { min, max } = scored.pointsRange;
  const count = scored.items.filter(({ outcome }) => outcome === 'not_checked').length;
  return [
    `${words.text(ruleSet.title)}  ${identity.id} ${identity.version}`,
    table.trimEnd(),
    words.say('inspectionPoints', { points: scored.points }),
    scored.complete ? words.say('complete') : words.say('incomplete', { count, min, max }),
    '',
  ].join('\n');
}

function remark({ replacedBy, missingFacts }: ItemScore, words: Words): string {
  if (replacedBy !== undefined) return words.say('replacedBy', { item: replacedBy });
  return missingFacts.length > 0 ? words.say('missingFacts', { facts: words.list(missingFacts) }) : '';
}
