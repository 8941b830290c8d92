import { Controller, Header, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Route } from '../../common/http/route.decorator';
import { SessionCookie } from '../sessions/session-cookie';
import { OpenIdCookie } from './open-id-cookie';
import { RETURN_PATH } from './open-id-provider';
import { OpenIdSignInService, WAY_LASTS } from './open-id-sign-in.service';
import type { OpenIdBeginning, OpenIdReturn } from './schemas/open-id.schema';
import { OPEN_ID_BEGINNING, OPEN_ID_RETURN, SIGNED_IN_PAGE } from './schemas/open-id.schema';
import { signedInPage } from './signed-in-page';

const TAG = '登录 · Signing in';

/** Where somebody is taken who did not say. */
const HOME = '/docs';

/** Signing in by OpenID Connect. Browsers are sent here; both calls answer them, not programs. */
@Controller()
export class OpenIdController {
  constructor(
    private readonly signIns: OpenIdSignInService,
    private readonly cookie: OpenIdCookie,
    private readonly sessionCookie: SessionCookie,
  ) {}

  @Route({
    method: 'GET',
    path: '/sessions/open-id',
    tag: TAG,
    summary: { 'zh-CN': '以统一身份认证登录', en: 'Sign in by OpenID Connect' },
    description: {
      'zh-CN': '转往统一身份认证系统。账号须由系统管理员事先关联。',
      en: 'Sends the browser to the identity provider. An administrator has linked the account before.',
    },
    access: 'public',
    query: OPEN_ID_BEGINNING,
    responses: { 302: null },
  })
  async begin(
    @Query() { returnTo = HOME }: OpenIdBeginning,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { address, token } = await this.signIns.begin(returnTo);
    this.cookie.write(reply, token, WAY_LASTS);
    void reply.header('location', address);
  }

  @Route({
    method: 'GET',
    path: RETURN_PATH,
    tag: TAG,
    summary: { 'zh-CN': '统一身份认证的回调地址', en: 'Where the identity provider sends the browser back to' },
    access: 'public',
    query: OPEN_ID_RETURN,
    otherQuery: 'ignored',
    responses: { 200: SIGNED_IN_PAGE },
  })
  @Header('content-type', 'text/html; charset=utf-8')
  async complete(
    @Query() brought: OpenIdReturn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { session, returnTo } = await this.signIns.complete(this.cookie.read(request), brought);
    this.cookie.clear(reply);
    this.sessionCookie.write(reply, session);
    return signedInPage(returnTo);
  }
}
