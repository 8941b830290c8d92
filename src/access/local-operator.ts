import { Injectable } from '@nestjs/common';
import { Authenticator } from './authenticator';
import { ALL_PERMISSIONS } from './permissions';
import { EVERYTHING, Principal } from './principal';

const OPERATOR: Principal = {
  kind: 'system',
  id: 'anonymous',
  name: 'anonymous',
  permissions: new Set(ALL_PERMISSIONS),
  reach: EVERYTHING,
};

/** As long as there are no accounts: the service listens on this machine only, and whoever reaches it may do everything. */
@Injectable()
export class LocalOperator extends Authenticator {
  authenticate(): Promise<Principal> {
    return Promise.resolve(OPERATOR);
  }
}
