import { CASES_MESSAGES } from './cases.messages';
import { FACTS_MESSAGES } from './facts.messages';
import { HISTORY_MESSAGES } from './history.messages';
import { RULE_SET_MESSAGES } from './rule-set.messages';

/** The words of every problem the core can report, by code. `{path}`, `{value}` and named particulars are filled in. */
export const MESSAGES = { ...RULE_SET_MESSAGES, ...FACTS_MESSAGES, ...HISTORY_MESSAGES, ...CASES_MESSAGES };

export type ProblemCode = keyof typeof MESSAGES;
