import { Expression, Text } from '../rule-set/rule-set.types';
import { listed, spacedWithin, Wording } from './wording';

const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english });

const NAMED = {
  min: text('{list}中的最小值', 'the least of {list}'),
  max: text('{list}中的最大值', 'the greatest of {list}'),
  ceil: text('{list}向上取整', '{list} rounded up'),
  floor: text('{list}向下取整', '{list} rounded down'),
} satisfies Readonly<Record<string, Text>>;

const GROUP = text('（{inner}）', '({inner})');

const SIGNS = { add: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' } as const;

/** How a calculated fact is derived, in the signs of arithmetic and the names of the facts. */
export function expressionWords(expression: Expression, words: Wording): string {
  if (typeof expression === 'number') return String(expression);
  if ('fact' in expression) return words.fact(expression.fact);
  const [name, operands] = Object.entries(expression)[0] as [Name, Expression | readonly Expression[]];
  const parts = (isList(operands) ? operands : [operands]).map((operand) => {
    const said = expressionWords(operand, words);
    const single = typeof operand === 'number' || 'fact' in operand;
    return single ? said : words.text(GROUP).replace('{inner}', () => said);
  });
  if (name in SIGNS) return parts.join(SIGNS[name as keyof typeof SIGNS]);
  const list = spacedWithin(listed(parts, words.locale), words.locale).trimStart();
  return words.text(NAMED[name as keyof typeof NAMED]).replace('{list}', () => list);
}

type Name = keyof typeof SIGNS | keyof typeof NAMED;

// Array.isArray does not narrow readonly arrays.
function isList(operands: Expression | readonly Expression[]): operands is readonly Expression[] {
  return Array.isArray(operands);
}
