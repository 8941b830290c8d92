import { FACTS_AND_CONDITIONS_MESSAGES } from '../rule-set/messages/facts-and-conditions.messages';
import { MEANING_MESSAGES } from '../rule-set/messages/meaning.messages';
import { REGIME_MESSAGES } from '../rule-set/messages/regime.messages';
import { SHAPE_MESSAGES } from '../rule-set/messages/shape.messages';
import { MessageCatalogue } from './message.types';

/** What can be wrong with a rule set: its size and shape, what it means, and what this engine cannot do with it. */
export const RULE_SET_MESSAGES = {
  ...SHAPE_MESSAGES,
  ...FACTS_AND_CONDITIONS_MESSAGES,
  ...MEANING_MESSAGES,
  ...REGIME_MESSAGES,
} satisfies MessageCatalogue;
