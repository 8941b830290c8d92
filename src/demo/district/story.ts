import { civilDate, CivilDate, Text } from '../../core';
import { compliantFacts, FlatFacts } from './compliant-facts';
import { History } from './history';
import { Enterprise } from './plan.types';

const day = civilDate;

/** The quarters in which the story has inspections of its own. */
export const STORY_VISITS: readonly CivilDate[] = [day('2025-11-12'), day('2026-03-05')];

/** After this day all of the story has happened. */
export const STORY_END = day('2026-03-06');

/** One line of the story as it is told: an event, and the standing after it or as of a later day. */
export interface StoryLine {
  readonly day: CivilDate;
  /** The day at whose end it was known; absent: as known now. */
  readonly known?: CivilDate;
  readonly event: Text;
}

export const STORY_LINES: readonly StoryLine[] = [
  {
    day: day('2025-11-12'),
    event: {
      'zh-CN': '检查：2台炉中1台无漏炉报警（F09）；培训档案不全（F03）',
      en: 'Inspection: leak alarm on 1 of 2 furnaces (F09), training file incomplete (F03)',
    },
  },
  {
    day: day('2025-12-03'),
    event: { 'zh-CN': 'F03 逾期整改，复查合格', en: 'F03 put right late, passed re-inspection' },
  },
  {
    day: day('2025-12-10'),
    event: { 'zh-CN': 'F09 按期整改，复查合格', en: 'F09 put right in time, passed re-inspection' },
  },
  {
    day: day('2026-03-05'),
    event: { 'zh-CN': '检查：生产时炉下积水（F14），当日整改', en: 'Inspection: water under the furnaces (F14)' },
  },
  {
    ...{ day: day('2026-03-10'), known: day('2026-03-04') },
    event: { 'zh-CN': '按 2026-03-04 所知', en: 'As known on 2026-03-04' },
  },
  { day: day('2026-09-30'), event: { 'zh-CN': '周期最后一日', en: 'Last day of the cycle' } },
  {
    day: day('2026-10-01'),
    event: { 'zh-CN': '清零；F03 逾期，转入本周期', en: 'Cleared, but for F03, which was late and is carried over' },
  },
  { day: day('2027-09-30'), event: { 'zh-CN': '周期最后一日', en: 'Last day of the cycle' } },
  { day: day('2027-10-01'), event: { 'zh-CN': 'F03 清零', en: 'F03 is cleared' } },
];

/** Records the story: two inspections and what became of their findings. Everything else is compliant. */
export function liveStory(history: History, enterprise: Enterprise): void {
  const facts = compliantFacts(enterprise);
  const found = (changes: FlatFacts): FlatFacts => ({ ...facts, ...changes });
  const [first, second] = [day('2025-11-12'), day('2026-03-05')];
  const autumn = history.inspect(
    first,
    'routine',
    found({ 'furnaces.withLeakAlarm': 1, 'training.archiveComplete': false }),
  );
  putRight(history, { inspection: autumn, item: 'F03' }, day('2025-12-01'), day('2025-12-03'));
  putRight(history, { inspection: autumn, item: 'F09' }, day('2025-12-05'), day('2025-12-10'));
  const spring = history.inspect(second, 'routine', found({ 'site.waterZones': 1 }));
  putRight(history, { inspection: spring, item: 'F14' }, second, STORY_END);
}

function putRight(
  history: History,
  finding: { readonly inspection: string; readonly item: string },
  completedOn: CivilDate,
  inspectedOn: CivilDate,
): void {
  const key = `${finding.inspection}.${finding.item}`;
  history.add(completedOn, `${key}.done`, { type: 'rectification', finding, completedOn });
  history.add(inspectedOn, `${key}.passed`, { type: 're_inspection', finding, inspectedOn, passed: true });
}
