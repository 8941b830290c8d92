import { RuleSet, Text } from '../../src/core/rule-set/rule-set.types';

export const aText = (en: string): Text => ({ 'zh-CN': `中文：${en}`, en });

/** A small valid rule set with two items, every kind of fact but two, and scenarios that hold. */
export function aRuleSet(overrides: Partial<RuleSet> = {}): RuleSet {
  // Through JSON: no part may be shared with another, as in a document that was read.
  return JSON.parse(JSON.stringify({ ...SMALL, ...overrides })) as RuleSet;
}

const legalBasis = [{ source: 'notice', article: aText('Article 5'), certainty: 'seen' as const }];

const SMALL: RuleSet = {
  formatVersion: 1,
  id: 'small-furnaces',
  version: '1.0.0',
  status: 'example',
  title: aText('Points of small furnaces'),
  sector: { code: 'furnaces', text: aText('Furnaces') },
  jurisdiction: { code: '000000', text: aText('Nowhere') },
  timeZone: 'Asia/Shanghai',
  sources: [{ code: 'notice', title: aText('Notice 1'), inForceFrom: '2025-01-01', inForceTo: '2030-01-01' }],
  legalBasis,
  categories: [{ code: 'equipment', text: aText('Equipment') }],
  roles: [
    { code: 'manager', text: aText('Manager') },
    { code: 'electrician', text: aText('Electrician') },
  ],
  authorities: [
    { code: 'town', text: aText('Town'), level: 'local_office' },
    { code: 'district', text: aText('District'), level: 'jurisdiction' },
  ],
  facts: [
    { path: 'furnaces.total', type: 'integer', text: aText('Furnaces'), min: 0, max: 100, suppliedBy: 'inspector' },
    { path: 'furnaces.idle', type: 'integer', text: aText('Furnaces idle'), min: 0, suppliedBy: 'inspector' },
    {
      path: 'furnaces.busy',
      type: 'integer',
      text: aText('Furnaces in use'),
      suppliedBy: 'calculation',
      expression: { subtract: [{ fact: 'furnaces.total' }, { fact: 'furnaces.idle' }] },
    },
    {
      path: 'alarm.kind',
      type: 'enum',
      text: aText('Kind of alarm'),
      values: [
        { code: 'none', text: aText('None') },
        { code: 'fixed', text: aText('Fixed') },
      ],
      suppliedBy: 'inspector',
    },
    { path: 'alarm.tested', type: 'date', text: aText('Last tested on'), suppliedBy: 'inspector' },
    { path: 'site.closed', type: 'boolean', text: aText('Closed down'), suppliedBy: 'register' },
  ],
  items: [
    {
      code: 'A1',
      title: aText('Too many furnaces in use'),
      category: 'equipment',
      appliesWhen: { fact: 'site.closed', operator: 'equal', value: false },
      condition: { fact: 'furnaces.busy', operator: 'greaterThan', value: 2 },
      points: 3,
      variants: [{ points: 6, when: { not: { fact: 'furnaces.busy', operator: 'lessThanInclusive', value: 5 } } }],
      roles: { responsible: 'manager', involved: ['electrician'] },
      rectification: { deadline: { days: 15 } },
      majorHazard: { status: 'no' },
      legalBasis,
      plausiblePoints: { min: 2, max: 4 },
    },
    {
      code: 'A2',
      title: aText('No alarm, or not tested'),
      category: 'equipment',
      condition: {
        any: [
          { fact: 'alarm.kind', operator: 'in', value: ['none'] },
          { fact: 'alarm.tested', operator: 'lessThan', value: '2025-01-01' },
        ],
      },
      points: 0.5,
      roles: { responsible: 'electrician' },
      rectification: { deadline: 'at_once' },
      majorHazard: { status: 'no' },
      legalBasis,
    },
  ],
  accumulation: { fullMark: 12, cycle: { anchor: { month: 10, day: 1 }, months: 12 } },
  ladder: {
    rungs: [
      { code: 'visit', points: 3, authority: 'town', measure: { code: 'visit', text: aText('More visits') } },
      { code: 'warning', points: 6, authority: 'district', measure: { code: 'warning', text: aText('Warning') } },
    ],
  },
  scenarios: {
    baseFacts: [
      {
        code: 'in-order',
        text: aText('Everything in order'),
        facts: {
          furnaces: { total: 2, idle: 0 },
          alarm: { kind: 'fixed', tested: '2026-01-05' },
          site: { closed: false },
        },
      },
    ],
    cases: [
      {
        code: 'four-furnaces',
        text: aText('Four furnaces in use'),
        facts: { base: 'in-order', set: { 'furnaces.total': 4 } },
        expect: { points: 3, items: { A1: { outcome: 'violated', points: 3 } } },
      },
      {
        code: 'one-inspection',
        text: aText('The points of one inspection count'),
        history: [
          {
            type: 'inspection',
            key: 'i1',
            inspectedOn: '2026-03-02',
            facts: { base: 'in-order', set: { 'furnaces.total': 4 } },
          },
          { type: 'rectification', finding: { inspection: 'i1', item: 'A1' }, completedOn: '2026-03-09' },
          {
            type: 're_inspection',
            key: 'r1',
            finding: { inspection: 'i1', item: 'A1' },
            inspectedOn: '2026-03-10',
            passed: true,
          },
        ],
        expect: [
          {
            asOf: '2026-03-12',
            total: 3,
            rungs: ['visit'],
            postings: [{ finding: { inspection: 'i1', item: 'A1' }, state: 'current', points: 3 }],
          },
          { asOf: '2026-10-01', total: 0, rungs: [] },
        ],
      },
    ],
  },
};
