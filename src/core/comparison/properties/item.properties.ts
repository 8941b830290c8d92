import { sameJson } from '../diff-trees';
import { NONE, Property, text } from './property.types';
import {
  asCitation,
  asCodeOf,
  asCondition,
  asDeadline,
  asListOf,
  asPoints,
  asRange,
  asString,
  asTerm,
  asText,
  asVariant,
} from './show';

const HAZARDS = {
  yes: text('是', 'yes'),
  no: text('否', 'no'),
  conditional: text('符合条款所列情形的', 'in the cases that the clause names'),
  other_regime: text('由其他规定判定', 'judged under another regime'),
};

/** In days after the inspection; how they are written makes no difference. */
const daysOf = (deadline: unknown): number =>
  deadline === 'at_once' ? 0 : (deadline as { readonly days: number }).days;

/** The order in which items or roles are named makes no difference. */
const sameSet = (a: unknown, b: unknown): boolean =>
  sameJson([...(a as readonly string[])].sort(), [...(b as readonly string[])].sort());

/** The properties of an item, by their path within it. A longer path is told under the first property it begins with. */
export const ITEM_PROPERTIES: Readonly<Record<string, Property>> = {
  title: { label: text('事项名称', 'Title'), concern: 'text', show: asText },
  category: { label: text('类别', 'Category'), concern: 'practice', show: asCodeOf('categories') },
  appliesWhen: {
    label: text('适用条件', 'Applies when'),
    concern: 'points',
    show: asCondition,
    absent: { text: text('任何情形均适用', 'it always applies') },
  },
  condition: { label: text('违规条件', 'Violated when'), concern: 'points', show: asCondition },
  points: { label: text('分值', 'Points'), concern: 'points', show: asPoints },
  'variants/*/text': { label: text('分值变化的说明', 'Reason of a variant'), concern: 'text', show: asText },
  'variants/*/points': { label: text('分值变化的分值', 'Points of a variant'), concern: 'points', show: asPoints },
  'variants/*/when': { label: text('分值变化的情形', 'Case of a variant'), concern: 'points', show: asCondition },
  'variants/*': { label: text('分值变化', 'Variant'), concern: 'points', show: asVariant },
  variants: { label: text('分值变化', 'Variants'), concern: 'points', show: asListOf(asVariant), absent: NONE },
  exclusiveWith: {
    label: text('互斥事项', 'Exclusive items'),
    concern: 'points',
    show: asListOf(asString),
    absent: { ...NONE, value: [] },
    same: sameSet,
  },
  'roles/responsible': { label: text('责任岗位', 'Responsible role'), concern: 'practice', show: asCodeOf('roles') },
  'roles/involved': {
    label: text('相关岗位', 'Roles involved'),
    concern: 'practice',
    show: asListOf(asCodeOf('roles')),
    absent: { ...NONE, value: [] },
    same: sameSet,
  },
  'rectification/deadline': {
    label: text('整改期限', 'Deadline'),
    concern: 'standing',
    show: asDeadline,
    same: (a, b) => daysOf(a) === daysOf(b),
  },
  'rectification/interimMeasure': {
    label: text('临时措施', 'Interim measure'),
    concern: 'practice',
    show: asText,
    absent: NONE,
  },
  'majorHazard/status': { label: text('重大事故隐患', 'Major hazard'), concern: 'practice', show: asTerm(HAZARDS) },
  'majorHazard/clause': {
    label: text('重大事故隐患条款', 'Clause on major hazards'),
    concern: 'text',
    show: asText,
    absent: NONE,
  },
  'legalBasis/*': { label: text('依据条款', 'Legal basis'), concern: 'text', show: asCitation },
  plausiblePoints: {
    label: text('分值参考范围', 'Plausible points'),
    concern: 'text',
    show: asRange,
    absent: { text: text('未说明', 'not stated') },
  },
  note: { label: text('说明', 'Note'), concern: 'text', show: asText, absent: NONE },
};
