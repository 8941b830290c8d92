import { Accumulation, Ladder, RuleSet } from './rule-set.types';

export const NEUTRAL_ACCUMULATION: Accumulation = {
  fullMark: 0,
  cycle: { anchor: { month: 1, day: 1 }, months: 12 },
  // Whether a case is posted is for the gates of the regime to say.
  repeat: { whileOpen: 'posted', afterPass: 'posted' },
};
const LADDER: Ladder = { rungs: [] };

/**
 * A rule set with a regime has neither accumulation nor ladder; whoever reads those of the simple form finds neutral
 * ones. They cannot be enumerated, since they are no content: what is stored, shown, hashed and compared is the document.
 */
export function withNeutralParts(document: RuleSet): RuleSet {
  if (document.regime === undefined) return document;
  const neutral = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });
  return Object.defineProperties(
    { ...document },
    { accumulation: neutral(NEUTRAL_ACCUMULATION), ladder: neutral(LADDER) },
  );
}
