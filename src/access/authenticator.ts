import { FastifyReply, FastifyRequest } from 'fastify';
import { Principal } from './principal';

/** Finds out who a request comes from. Injected by this class. */
export abstract class Authenticator {
  /**
   * Undefined where the request has no credential. The answer may be given another one.
   * @throws UnauthenticatedError where it has one that does not count
   */
  abstract authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Principal | undefined>;
}
