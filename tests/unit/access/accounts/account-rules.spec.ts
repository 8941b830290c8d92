import { rolesProblem } from '../../../../src/access/accounts/account-rules';
import { AccountRole } from '../../../../src/access/account-roles';
import { Reach } from '../../../../src/access/principal';

const told = (roles: readonly AccountRole[], reach: Reach['kind']): string | undefined => {
  const problem = rolesProblem(roles, reach);
  return problem === undefined ? undefined : `${problem.code} at ${problem.path}`;
};

describe('roles and reach', () => {
  it.each<[readonly AccountRole[], Reach['kind']]>([
    [['rule_author'], 'everything'],
    [['rule_author', 'rule_approver', 'district_officer'], 'everything'],
    [['district_officer'], 'offices'],
    [['district_officer', 'town_inspector'], 'offices'],
    [['town_inspector'], 'offices'],
    [['enterprise'], 'subject'],
    [['auditor'], 'everything'],
    [['system_administrator'], 'everything'],
  ])('take %j with %s', (roles, reach) => expect(told(roles, reach)).toBeUndefined());

  it.each<[readonly AccountRole[], Reach['kind'], string]>([
    [['town_inspector'], 'everything', 'reach_not_of_role at /reach/kind'],
    [['town_inspector'], 'subject', 'reach_not_of_role at /reach/kind'],
    [['district_officer', 'town_inspector'], 'everything', 'reach_not_of_role at /reach/kind'],
    [['enterprise'], 'everything', 'reach_not_of_role at /reach/kind'],
    [['auditor'], 'subject', 'reach_not_of_role at /reach/kind'],
    [['system_administrator'], 'offices', 'reach_not_of_role at /reach/kind'],
    [['rule_author', 'auditor'], 'everything', 'role_exclusive at /roles/1'],
    [['system_administrator', 'district_officer'], 'everything', 'role_exclusive at /roles/0'],
    [['enterprise', 'town_inspector'], 'subject', 'role_exclusive at /roles/0'],
  ])('refuse %j with %s', (roles, reach, expected) => expect(told(roles, reach)).toBe(expected));
});
