import { isJsonObject } from '../rule-set/json';
import { fillText } from '../wording/wording';
import { Change, SettingComparison } from './comparison.types';
import { Difference, diffTrees, inner, TOP } from './diff-trees';
import { MatchedItem } from './match-items';
import { Pause } from './pause';
import { Property, text } from './properties/property.types';
import { RUNG_PROPERTIES, SETTING_PROPERTIES } from './properties/setting.properties';
import { asWhole } from './properties/show';
import { SettingQuestions } from './setting-questions';
import { standingEffect } from './standing-effect';
import { propertyAt, tellChange, unknownProperty } from './tell-change';
import { Versions } from './version';

/** The parts of a rule set that hold settings. */
export const SETTING_PARTS = ['accumulation', 'ladder', 'inspectors', 'transition'] as const;

/** Compares the settings of two versions; what belongs to one question is told together. */
export async function compareSettings(
  versions: Versions,
  matched: readonly MatchedItem[],
  pause: Pause,
): Promise<readonly SettingComparison[]> {
  const questions = new SettingQuestions(versions, matched);
  const groups = new Map<string, Change[]>();
  for (const difference of SETTING_PARTS.flatMap((part) => differencesIn(versions, part))) {
    const path = groupOf(difference.path);
    const changes = groups.get(path) ?? [];
    groups.set(path, [...changes, tellChange(versions, difference, propertyOf(difference))]);
  }
  const compared: SettingComparison[] = [];
  for (const [path, changes] of groups) {
    const matters = changes.some(({ concern }) => concern === 'standing' || concern === 'unknown');
    const folded = path.startsWith('/accumulation') || path.startsWith('/ladder');
    const effect = matters && folded ? await standingEffect(versions, questions.about(path), pause) : null;
    compared.push({ path, changes, effect });
  }
  return compared;
}

function differencesIn({ old, new: fresh }: Versions, part: (typeof SETTING_PARTS)[number]): readonly Difference[] {
  return diffTrees(old.compiled.ruleSet[part] ?? {}, fresh.compiled.ruleSet[part] ?? {}, inner(TOP, part));
}

/** The first day and the length of a cycle are one question, and so are all rungs. */
function groupOf(path: string): string {
  return /^(\/accumulation\/cycle|\/ladder\/rungs)(?=\/|$)/.exec(path)?.[0] ?? path;
}

const RUNG = text('{code} 档的{property}', 'Rung {code}: {property}');
const WHOLE_RUNG: Property = {
  label: text('档', 'Rung'),
  concern: 'standing',
  show: (value, showing) => {
    const points = isJsonObject(value) ? String(value['points']) : '';
    return `${asWhole(value, showing)}${showing.words.text(fillText(text('（{points} 分）', ' ({points} points)'), { points }))}`;
  },
};

function propertyOf({ path, kind }: Difference): Property {
  const rung = /^\/ladder\/rungs\/([^/]+)(?:\/(.+))?$/.exec(path);
  if (rung === null) {
    if (path === '/ladder/rungs' && kind === 'reordered') return WHOLE_RUNG;
    return propertyAt(SETTING_PROPERTIES, path.slice(1)) ?? unknownProperty(path);
  }
  const [, code = '', within] = rung;
  if (within === undefined) return WHOLE_RUNG;
  const property = propertyAt(RUNG_PROPERTIES, within);
  if (property === undefined) return unknownProperty(path);
  return { ...property, label: fillText(RUNG, { code, property: property.label }) };
}
