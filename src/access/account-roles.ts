import { Text } from '../core';
import { Permission } from './permissions';
import { Reach } from './principal';

/** What an account is for: its permissions, and which kinds of reach it may be given. */
interface AccountRoleDefinition {
  readonly name: Text;
  readonly permissions: readonly Permission[];
  readonly reach: readonly Reach['kind'][];
  /** Stands alone: together with another role it would no longer be what its name says. */
  readonly exclusive?: true;
}

/** To see what concerns one enterprise, its points and where they come from. */
const SEE_POINTS = [
  'rule_sets.read',
  'register.read',
  'inspections.read',
  'standings.read',
  'measures.read',
  'certificates.read',
] as const satisfies readonly Permission[];

/** To try rules out, storing nothing about an enterprise. */
const TRY_RULES = [
  'rule_sets.read',
  'scorings.create',
  'comparisons.create',
  'impacts.create',
  'what_ifs.create',
] as const satisfies readonly Permission[];

const INSPECT = [
  ...SEE_POINTS,
  'offices.read',
  'inspectors.read',
  'scorings.create',
  'inspections.create',
  'findings.rectify',
  'findings.reinspect',
  'findings.extend',
  'measures.complete',
] as const satisfies readonly Permission[];

/** The roles of accounts (账号角色). Not to be confused with `role`, a post in the enterprise. */
export const ACCOUNT_ROLES = {
  rule_author: {
    name: { 'zh-CN': '规则起草人', en: 'rule author' },
    permissions: [...TRY_RULES, 'rule_sets.read_drafts', 'rule_sets.draft', 'rule_sets.edit'],
    reach: ['everything', 'offices'],
  },
  rule_approver: {
    name: { 'zh-CN': '规则审批人', en: 'rule approver' },
    permissions: [...TRY_RULES, 'rule_sets.read_drafts', 'rule_sets.review', 'rule_sets.approve', 'rule_sets.publish'],
    reach: ['everything', 'offices'],
  },
  district_officer: {
    name: { 'zh-CN': '区级监管人员', en: 'district officer' },
    permissions: [
      ...INSPECT,
      'rule_sets.read_drafts',
      'offices.change',
      'inspectors.change',
      'register.change',
      'inspections.import',
      'findings.annul',
      'records.annul',
      'comparisons.create',
      'what_ifs.create',
    ],
    reach: ['everything', 'offices'],
  },
  town_inspector: {
    name: { 'zh-CN': '镇街检查人员', en: 'town inspector' },
    permissions: INSPECT,
    reach: ['offices'],
  },
  enterprise: {
    name: { 'zh-CN': '企业', en: 'enterprise' },
    permissions: SEE_POINTS,
    reach: ['subject'],
    exclusive: true,
  },
  auditor: {
    name: { 'zh-CN': '审计人员', en: 'auditor' },
    permissions: [
      ...SEE_POINTS,
      'rule_sets.read_drafts',
      'offices.read',
      'inspectors.read',
      'scorings.create',
      'comparisons.create',
      'audit.read',
      'metrics.read',
      'accounts.read',
      'api_keys.read',
    ],
    reach: ['everything', 'offices'],
    exclusive: true,
  },
  system_administrator: {
    name: { 'zh-CN': '系统管理员', en: 'system administrator' },
    permissions: [
      'offices.read',
      'offices.change',
      'metrics.read',
      'accounts.read',
      'accounts.change',
      'api_keys.read',
      'api_keys.change',
    ],
    reach: ['everything'],
    exclusive: true,
  },
} as const satisfies Readonly<Record<string, AccountRoleDefinition>>;

export type AccountRole = keyof typeof ACCOUNT_ROLES;

/** All that a machine may be given: neither accounts and keys, nor a decision on rules, which a person answers for. */
export const MACHINE_SCOPES = [
  ...new Set<Permission>([
    ...ACCOUNT_ROLES.district_officer.permissions,
    ...TRY_RULES,
    'rule_sets.draft',
    'rule_sets.edit',
    'history.state_known_at',
    'audit.read',
    'metrics.read',
  ]),
] as const;

/** The permissions of some roles taken together. */
export function permissionsOf(roles: readonly AccountRole[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role): readonly Permission[] => ACCOUNT_ROLES[role].permissions));
}
