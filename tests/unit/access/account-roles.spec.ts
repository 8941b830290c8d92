import { ACCOUNT_ROLES, AccountRole, MACHINE_SCOPES, permissionsOf } from '../../../src/access/account-roles';
import { ALL_PERMISSIONS, Permission } from '../../../src/access/permissions';

const READING = /^[a-z_]+\.read(_[a-z]+)?$/;
/** Answer a question and store nothing. */
const ASKING: readonly Permission[] = ['scorings.create', 'comparisons.create'];

const holders = (permission: Permission): readonly string[] =>
  (Object.keys(ACCOUNT_ROLES) as AccountRole[]).filter((role) => permissionsOf([role]).has(permission));

describe('permissions', () => {
  it('have one form of name', () => {
    for (const permission of ALL_PERMISSIONS) expect(permission).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/);
  });

  it('each belong to a role or can be given to a machine', () => {
    const machine: readonly Permission[] = MACHINE_SCOPES;
    const idle = ALL_PERMISSIONS.filter((one) => holders(one).length === 0 && !machine.includes(one));
    expect(idle).toEqual([]);
  });
});

describe('roles', () => {
  it.each(['auditor', 'enterprise'] as const)('of the kind %s change nothing', (role) => {
    const others = [...permissionsOf([role])].filter((one) => !READING.test(one) && !ASKING.includes(one));
    expect(others).toEqual([]);
  });

  it('let the auditor read everything', () => {
    const readable = ALL_PERMISSIONS.filter((permission) => READING.test(permission));
    expect([...permissionsOf(['auditor'])]).toEqual(expect.arrayContaining(readable));
  });

  it('keep the administrator away from points and rules', () => {
    const touched = new Set([...permissionsOf(['system_administrator'])].map((one) => one.split('.')[0]));
    expect([...touched].sort()).toEqual(['accounts', 'api_keys', 'metrics', 'offices']);
  });

  it('keep accounts to the administrator', () => {
    for (const permission of ['accounts.change', 'api_keys.change'] as const)
      expect(holders(permission)).toEqual(['system_administrator']);
  });

  it('keep a decision on rules to the approver, who drafts none', () => {
    for (const permission of ['rule_sets.approve', 'rule_sets.publish'] as const)
      expect(holders(permission)).toEqual(['rule_approver']);
    expect(holders('rule_sets.edit')).toEqual(['rule_author']);
  });

  it('let no person state when something became known', () => {
    expect(holders('history.state_known_at')).toEqual([]);
    expect(MACHINE_SCOPES).toContain('history.state_known_at');
  });

  it('bind town inspectors to offices and an enterprise to itself', () => {
    expect(ACCOUNT_ROLES.town_inspector.reach).toEqual(['offices']);
    expect(ACCOUNT_ROLES.enterprise.reach).toEqual(['subject']);
  });
});

describe('a machine', () => {
  it.each(['accounts.change', 'accounts.read', 'api_keys.change', 'rule_sets.approve', 'rule_sets.publish'] as const)(
    'is never given %s',
    (permission) => expect(MACHINE_SCOPES).not.toContain(permission),
  );
});
