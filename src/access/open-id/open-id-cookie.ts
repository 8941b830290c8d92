import { Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { readCookie, writeCookie } from '../../common/http/cookies';
import { isHttps } from '../../config/public-url';
import { Settings } from '../../config/settings';

/**
 * The cookie of who is on the way to the identity provider and back. It has to be sent with the return, which another
 * site asks the browser for: `Strict`, as the cookie of a session is, would hold it back, and `Lax` sends it with nothing
 * but such a going to an address.
 */
@Injectable()
export class OpenIdCookie {
  private readonly name: string;
  private readonly attributes: { readonly sameSite: 'Lax'; readonly secure: boolean };

  constructor({ publicUrl }: Settings) {
    const secure = isHttps(publicUrl);
    this.name = secure ? '__Host-jifen_open_id' : 'jifen_open_id';
    this.attributes = { sameSite: 'Lax', secure };
  }

  read(request: FastifyRequest): string | undefined {
    return readCookie(request, this.name);
  }

  write(reply: FastifyReply, token: string, maxAge: number): void {
    writeCookie(reply, { name: this.name, value: token }, { ...this.attributes, maxAge });
  }

  clear(reply: FastifyReply): void {
    writeCookie(reply, { name: this.name, value: '' }, { ...this.attributes, maxAge: 0 });
  }
}
