import { FastifyRequest } from 'fastify';
import { Principal } from './principal';

/** Finds out who a request comes from. Injected by this class. */
export abstract class Authenticator {
  /** Undefined where the request has no credential. @throws UnauthenticatedError where it has one that does not count. */
  abstract authenticate(request: FastifyRequest): Promise<Principal | undefined>;
}
