import { Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { readCookie, writeCookie } from '../../common/http/cookies';
import { isHttps } from '../../config/public-url';
import { Settings } from '../../config/settings';

/** The cookie that carries the id of a session: for this service alone, out of reach for scripts and other sites. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly attributes: { readonly sameSite: 'Strict'; readonly secure: boolean };

  constructor({ publicUrl }: Settings) {
    const secure = isHttps(publicUrl);
    // The prefix makes a browser refuse such a cookie from a neighbouring host, and over plain HTTP.
    this.name = secure ? '__Host-jifen_session' : 'jifen_session';
    this.attributes = { sameSite: 'Strict', secure };
  }

  read(request: FastifyRequest): string | undefined {
    return readCookie(request, this.name);
  }

  /** Until the browser is closed at the longest; when the session ends is decided here. */
  write(reply: FastifyReply, token: string): void {
    writeCookie(reply, { name: this.name, value: token }, this.attributes);
  }

  clear(reply: FastifyReply): void {
    writeCookie(reply, { name: this.name, value: '' }, { ...this.attributes, maxAge: 0 });
  }
}
