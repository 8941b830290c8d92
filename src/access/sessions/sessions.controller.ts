import { Body, Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ForbiddenError } from '../../common/errors/forbidden.error';
import { problemIn } from '../../common/errors/worded-problem';
import { Route } from '../../common/http/route.decorator';
import { ACCESS_MESSAGES } from '../access.messages';
import { Caller } from '../caller';
import type { Principal } from '../principal';
import { MeReader } from './me.reader';
import { OwnPasswordService } from './own-password.service';
import type { MeMessage } from './schemas/me.schema';
import { ME } from './schemas/me.schema';
import type { PasswordChangeMessage, SignInMessage } from './schemas/sign-in.schema';
import { PASSWORD_CHANGE, SIGN_IN } from './schemas/sign-in.schema';
import { SessionAuthenticator } from './session-authenticator';
import { SessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';
import { SignInService } from './sign-in.service';

const TAG = '登录 · Signing in';

/** Signing in and out, and what people do about their own account. */
@Controller()
export class SessionsController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly authenticator: SessionAuthenticator,
    private readonly passwords: OwnPasswordService,
    private readonly cookie: SessionCookie,
    private readonly reader: MeReader,
  ) {}

  @Route({
    method: 'POST',
    path: '/sessions',
    tag: TAG,
    summary: { 'zh-CN': '登录', en: 'Sign in' },
    description: {
      'zh-CN': '登录后以 Cookie 维持，该 Cookie 对脚本不可见，只发往本站。',
      en: 'The session is kept by a cookie that scripts cannot read and no other site can have sent.',
    },
    access: 'public',
    body: SIGN_IN,
    responses: { 201: ME },
  })
  async signIn(
    @Body() { name, password }: SignInMessage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeMessage> {
    const token = await this.signIns.signIn(name, password);
    this.cookie.write(reply, token);
    return this.reader.read((await this.authenticator.principalOf(token)).principal);
  }

  @Route({
    method: 'DELETE',
    path: '/sessions/current',
    tag: TAG,
    summary: { 'zh-CN': '退出登录', en: 'Sign out' },
    access: 'authenticated',
    responses: { 204: null },
  })
  async signOut(
    @Caller() { id, sessionId }: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (sessionId === undefined) throw new ForbiddenError(problemIn(ACCESS_MESSAGES, 'session_needed'));
    await this.sessions.end({ id: sessionId, accountId: id }, 'signed_out');
    this.cookie.clear(reply);
  }

  @Route({
    method: 'GET',
    path: '/me',
    tag: TAG,
    summary: { 'zh-CN': '当前身份及其权限', en: 'Who the request comes from, and what they may' },
    access: 'authenticated',
    responses: { 200: ME },
  })
  me(@Caller() caller: Principal): Promise<MeMessage> {
    return this.reader.read(caller);
  }

  @Route({
    method: 'POST',
    path: '/me/password',
    tag: TAG,
    summary: { 'zh-CN': '修改口令', en: 'Change one’s own password' },
    description: {
      'zh-CN': '其他登录随即失效。',
      en: 'All other sessions are over at once.',
    },
    access: 'authenticated',
    body: PASSWORD_CHANGE,
    responses: { 204: null },
  })
  async changePassword(
    @Caller() caller: Principal,
    @Body() { current, new: next }: PasswordChangeMessage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookie.write(reply, await this.passwords.change(caller, current, next));
  }
}
