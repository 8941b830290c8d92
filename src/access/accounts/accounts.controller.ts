import { Body, Controller, Param, Query } from '@nestjs/common';
import { decodeCursor, Page, pageOf } from '../../common/http/cursor';
import { Route } from '../../common/http/route.decorator';
import { OneTimePassword, OneTimePasswords } from '../passwords/one-time-passwords.service';
import { AccountsService } from './accounts.service';
import type {
  AccountChangeMessage,
  AccountMessage,
  AccountParams,
  AccountsQuery,
  NewAccountMessage,
} from './schemas/account.schema';
import {
  ACCOUNT,
  ACCOUNT_CHANGE,
  ACCOUNT_PAGE,
  ACCOUNT_PARAMS,
  ACCOUNTS_QUERY,
  NEW_ACCOUNT,
} from './schemas/account.schema';
import type {
  CreatedAccountMessage,
  NewOneTimePasswordMessage,
  OneTimePasswordMessage,
} from './schemas/one-time-password.schema';
import { CREATED_ACCOUNT, NEW_ONE_TIME_PASSWORD, ONE_TIME_PASSWORD_ANSWER } from './schemas/one-time-password.schema';

const TAG = '账号 · Accounts';

/** The accounts of people. */
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly oneTimePasswords: OneTimePasswords,
  ) {}

  @Route({
    method: 'GET',
    path: '/accounts',
    tag: TAG,
    summary: { 'zh-CN': '账号目录', en: 'List the accounts' },
    access: { permission: 'accounts.read' },
    query: ACCOUNTS_QUERY,
    responses: { 200: ACCOUNT_PAGE },
  })
  async list(@Query() { limit, cursor }: AccountsQuery): Promise<Page<AccountMessage>> {
    const after = cursor === undefined ? {} : { after: decodeCursor(cursor, ['text'] as const)[0] };
    const rows = await this.accounts.list({ ...after, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      ({ name }) => [name],
      (account) => account,
    );
  }

  @Route({
    method: 'POST',
    path: '/accounts',
    tag: TAG,
    summary: { 'zh-CN': '设立账号', en: 'Create an account' },
    description: {
      'zh-CN': '答复中的一次性口令只显示这一次，首次登录须修改。',
      en: 'The one-time password in the answer is shown this once, and has to be changed at the first sign-in.',
    },
    access: { permission: 'accounts.change' },
    body: NEW_ACCOUNT,
    responses: { 201: CREATED_ACCOUNT },
  })
  async create(@Body() body: NewAccountMessage): Promise<CreatedAccountMessage> {
    const { account, password } = await this.accounts.create(body);
    return { account, ...(password === undefined ? { oneTimePassword: null, validUntil: null } : present(password)) };
  }

  @Route({
    method: 'GET',
    path: '/accounts/:id',
    tag: TAG,
    summary: { 'zh-CN': '查看账号', en: 'An account' },
    access: { permission: 'accounts.read' },
    params: ACCOUNT_PARAMS,
    responses: { 200: ACCOUNT },
  })
  get(@Param() { id }: AccountParams): Promise<AccountMessage> {
    return this.accounts.get(id);
  }

  @Route({
    method: 'PATCH',
    path: '/accounts/:id',
    tag: TAG,
    summary: { 'zh-CN': '变更、停用或者恢复账号', en: 'Change, disable or enable an account' },
    access: { permission: 'accounts.change' },
    params: ACCOUNT_PARAMS,
    body: ACCOUNT_CHANGE,
    responses: { 200: ACCOUNT },
  })
  change(@Param() { id }: AccountParams, @Body() body: AccountChangeMessage): Promise<AccountMessage> {
    return this.accounts.change(id, body);
  }

  @Route({
    method: 'POST',
    path: '/accounts/:id/one-time-password',
    tag: TAG,
    summary: { 'zh-CN': '重置口令', en: 'Give an account a new one-time password' },
    description: {
      'zh-CN': '原口令和已有登录随即失效，账号解除锁定。',
      en: 'The former password and all sessions are over at once, and the account is unlocked.',
    },
    access: { permission: 'accounts.change' },
    params: ACCOUNT_PARAMS,
    body: NEW_ONE_TIME_PASSWORD,
    responses: { 201: ONE_TIME_PASSWORD_ANSWER },
  })
  async resetPassword(
    @Param() { id }: AccountParams,
    @Body() { validHours }: NewOneTimePasswordMessage,
  ): Promise<OneTimePasswordMessage> {
    return present(await this.oneTimePasswords.reset(id, validHours));
  }
}

function present({ text, validUntil }: OneTimePassword): OneTimePasswordMessage {
  return { oneTimePassword: text, validUntil: validUntil.toISOString() };
}
