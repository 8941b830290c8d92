import { ConflictError } from '../../common/errors/conflict.error';
import { problemIn } from '../../common/errors/worded-problem';
import { LIFE_MESSAGES, STATE_NAMES } from './life.messages';
import { LifeAct, LifeState, statesFor, stepTo } from './life-of-a-version';

/**
 * The state that an act leads to.
 * @param refused that it cannot be done for another reason
 * @throws ConflictError where it cannot be done in this state
 */
export function requireStep(state: LifeState, act: LifeAct, refused = false): LifeState {
  const to = stepTo(state, act);
  if (to !== undefined && !refused) return to;
  const names = statesFor(act).map((one) => STATE_NAMES[one]);
  const allowed = { 'zh-CN': names.map((name) => name['zh-CN']).join('、'), en: names.map(({ en }) => en).join(', ') };
  const code = refused ? 'draft_reviewed' : 'state_forbids';
  throw new ConflictError(problemIn(LIFE_MESSAGES, code, { params: { state: STATE_NAMES[state], allowed } }));
}
