import { ForbiddenError } from '../common/errors/forbidden.error';
import { problemIn } from '../common/errors/worded-problem';
import { ACCESS_MESSAGES } from './access.messages';
import { Permission, PERMISSIONS } from './permissions';
import { Principal } from './principal';

/**
 * For what a route as such does not need but a part of its request does.
 * @param path the part
 * @throws ForbiddenError
 */
export function requirePermission(principal: Principal, permission: Permission, path = ''): void {
  if (principal.permissions.has(permission)) return;
  const params = { permission, words: PERMISSIONS[permission] };
  throw new ForbiddenError(problemIn(ACCESS_MESSAGES, 'permission_missing', { path, params }));
}
