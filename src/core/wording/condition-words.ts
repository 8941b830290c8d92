import { constantsOf, otherFactOf } from '../conditions/condition-leaves';
import { Condition, Leaf, Operator, Text } from '../rule-set/rule-set.types';
import { OPERATOR_TERMS } from './terms';
import { listed, quoted, spaced, Wording } from './wording';

const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english });

const WORDS = {
  all: text('同时符合下列各项：', 'all of these hold: '),
  any: text('有下列情形之一：', 'one of these holds: '),
  and: text('，并且', ' and '),
  or: text('，或者', ' or '),
  not: text('并非（{inner}）', 'not ({inner})'),
  group: text('（{inner}）', '({inner})'),
  entry: text('（{number}）{part}', '({number}) {part}'),
  between: text('；', '; '),
  is: text('为', ' is'),
  isNot: text('不为', ' is not'),
} satisfies Readonly<Record<string, Text>>;

/** The operator that holds exactly where the other does not, once its facts are known. */
const OPPOSITES: Readonly<Record<Operator, Operator>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
};

/** A condition as an official would say it: a phrase without a full stop, numbered where it has several parts. */
export function conditionWords(condition: Condition, words: Wording): string {
  const node = simplified(condition);
  if ('fact' in node || 'not' in node) return inline(node, words);
  const [kind, parts] = partsOf(node);
  if (parts.length === 2 && parts.every((part) => 'fact' in part)) return inline(node, words);
  const entries = parts.map((part, place) =>
    words
      .text(WORDS.entry)
      .replace('{number}', String(place + 1))
      .replace('{part}', () => inline(part, words)),
  );
  return `${words.text(WORDS[kind])}${entries.join(words.text(WORDS.between))}`;
}

/** One comparison. */
export function leafWords(leaf: Leaf, words: Wording): string {
  const other = otherFactOf(leaf);
  const constants = constantsOf(leaf).map((constant) => {
    const said = words.value(leaf.fact, constant);
    return typeof constant === 'boolean' && words.locale === 'zh-CN' ? quoted(said, words.locale) : said;
  });
  const wanted = other === undefined ? listed(constants, words.locale) : words.fact(other);
  return `${words.fact(leaf.fact)}${operatorWords(leaf, words)}${spaced(wanted, words.locale)}`;
}

function operatorWords({ operator, value }: Leaf, words: Wording): string {
  // A number equals another; anything else is what it is.
  if (typeof value !== 'number' && operator === 'equal') return words.text(WORDS.is);
  if (typeof value !== 'number' && operator === 'notEqual') return words.text(WORDS.isNot);
  const term = words.text(OPERATOR_TERMS[operator]);
  return words.locale === 'en' ? ` ${term}` : term;
}

function inline(node: Condition, words: Wording): string {
  if ('fact' in node) return leafWords(node, words);
  if ('not' in node) return words.text(WORDS.not).replace('{inner}', () => inline(node.not, words));
  const [kind, parts] = partsOf(node);
  return parts
    .map((part) => {
      const inner = inline(part, words);
      return 'fact' in part || 'not' in part ? inner : words.text(WORDS.group).replace('{inner}', () => inner);
    })
    .join(words.text(kind === 'all' ? WORDS.and : WORDS.or));
}

type Group = Extract<Condition, { readonly all: unknown } | { readonly any: unknown }>;

function partsOf(node: Group): readonly ['all' | 'any', readonly Condition[]] {
  return 'all' in node ? ['all', node.all] : ['any', node.any];
}

/** Without groups of one, groups of their own kind within groups, and comparisons said to be untrue. */
function simplified(node: Condition): Condition {
  if ('fact' in node) return node;
  if ('not' in node) {
    const inner = simplified(node.not);
    if ('not' in inner) return inner.not;
    return 'fact' in inner ? { ...inner, operator: OPPOSITES[inner.operator] } : { not: inner };
  }
  const [kind, parts] = partsOf(node);
  const flat = parts.map(simplified).flatMap((part) => {
    if (kind === 'all') return 'all' in part ? part.all : [part];
    return 'any' in part ? part.any : [part];
  });
  const [only] = flat;
  if (flat.length === 1 && only !== undefined) return only;
  return kind === 'all' ? { all: flat } : { any: flat };
}
