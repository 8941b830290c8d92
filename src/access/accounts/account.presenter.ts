import { ReachMessage } from '../reach/reach.schema';
import { AccountMessage } from './schemas/account.schema';
import { StoredAccount } from './accounts.store';

/** An account as it is shown, and as the audit keeps it: nothing of its password but whether there is one. */
export function presentAccount(account: StoredAccount, reach: ReachMessage): AccountMessage {
  const { id, name, displayName, roles, oidcIssuer, oidcSubject, hasPassword, oneTimeUntil } = account;
  return {
    ...{ id, name, displayName, roles: [...roles], reach },
    openId: oidcIssuer === null || oidcSubject === null ? null : { issuer: oidcIssuer, subject: oidcSubject },
    password: !hasPassword ? 'none' : oneTimeUntil === null ? 'chosen' : 'one_time',
    disabled: account.disabledAt !== null,
    createdAt: account.createdAt.toISOString(),
  };
}
