import { AnyProblem, problemIn } from '../../common/errors/worded-problem';
import { ACCOUNT_ROLES, AccountRole } from '../account-roles';
import { Reach } from '../principal';
import { ACCOUNTS_MESSAGES } from './accounts.messages';

/** Why roles do not go together, or not with a reach; undefined where they do. */
export function rolesProblem(roles: readonly AccountRole[], reach: Reach['kind']): AnyProblem | undefined {
  for (const [place, role] of roles.entries()) {
    const { name, ...definition } = ACCOUNT_ROLES[role];
    if (roles.length > 1 && 'exclusive' in definition) {
      const at = { path: `/roles/${place}`, value: role, params: { role: name } };
      return problemIn(ACCOUNTS_MESSAGES, 'role_exclusive', at);
    }
    const kinds: readonly Reach['kind'][] = definition.reach;
    if (!kinds.includes(reach)) {
      const params = { role: name, allowed: kinds.join(', ') };
      return problemIn(ACCOUNTS_MESSAGES, 'reach_not_of_role', { path: '/reach/kind', value: reach, params });
    }
  }
  return undefined;
}
