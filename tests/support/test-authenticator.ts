import { FastifyRequest } from 'fastify';
import { AccountRole, permissionsOf } from '../../src/access/account-roles';
import { Authenticator } from '../../src/access/authenticator';
import { ALL_PERMISSIONS, Permission } from '../../src/access/permissions';
import { EVERYTHING, Principal, Reach } from '../../src/access/principal';

/** Somebody a test asks as: with a role or with permissions of their own, and everything in reach unless it says less. */
export interface TestCaller {
  readonly role?: AccountRole;
  readonly permissions?: readonly Permission[];
  readonly reach?: Reach;
  /** Who it is, where a test tells several apart. */
  readonly id?: string;
}

/** May do everything. */
export const OPERATOR: TestCaller = { permissions: ALL_PERMISSIONS };

export function credentialOf(caller: TestCaller): Readonly<Record<string, string>> {
  return { authorization: `Test ${Buffer.from(JSON.stringify(caller)).toString('base64')}` };
}

/** Takes requests to come from whom they say: as long as there are neither accounts nor keys. */
export class TestAuthenticator extends Authenticator {
  authenticate({ headers: { authorization } }: FastifyRequest): Promise<Principal | undefined> {
    if (authorization?.startsWith('Test ') !== true) return Promise.resolve(undefined);
    const told = JSON.parse(Buffer.from(authorization.slice(5), 'base64').toString()) as TestCaller;
    const { role, permissions = [], reach = EVERYTHING, id = 'test' } = told;
    const given = role === undefined ? permissions : [...permissionsOf([role]), ...permissions];
    return Promise.resolve({ kind: 'account', id, name: id, permissions: new Set(given), reach });
  }
}
