import { Body, Controller, Param, Query } from '@nestjs/common';
import { decodeCursor, Page, pageOf } from '../../common/http/cursor';
import { Route } from '../../common/http/route.decorator';
import { Caller } from '../caller';
import type { Principal } from '../principal';
import { ApiKeysService } from './api-keys.service';
import type {
  ApiKeyMessage,
  ApiKeyParams,
  ApiKeysQuery,
  IssuedApiKeyMessage,
  NewApiKeyMessage,
} from './schemas/api-key.schema';
import { API_KEY_PAGE, API_KEY_PARAMS, API_KEYS_QUERY, ISSUED_API_KEY, NEW_API_KEY } from './schemas/api-key.schema';

const TAG = '接口密钥 · API keys';

/** The keys of machines. */
@Controller()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Route({
    method: 'GET',
    path: '/api-keys',
    tag: TAG,
    summary: { 'zh-CN': '接口密钥目录', en: 'List the API keys' },
    access: { permission: 'api_keys.read' },
    query: API_KEYS_QUERY,
    responses: { 200: API_KEY_PAGE },
  })
  async list(@Query() { limit, cursor }: ApiKeysQuery): Promise<Page<ApiKeyMessage>> {
    const after = cursor === undefined ? {} : { after: decodeCursor(cursor, ['instant', 'uuid'] as const) };
    const rows = await this.keys.list({ ...after, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      ({ createdAt, id }) => [createdAt, id],
      (key) => key,
    );
  }

  @Route({
    method: 'POST',
    path: '/api-keys',
    tag: TAG,
    summary: { 'zh-CN': '签发接口密钥', en: 'Issue an API key' },
    description: {
      'zh-CN': '密钥只在答复中显示这一次；使用时放在请求头 Authorization: Bearer 中。',
      en: 'The key is shown this once; it is sent as Authorization: Bearer.',
    },
    access: { permission: 'api_keys.change' },
    body: NEW_API_KEY,
    responses: { 201: ISSUED_API_KEY },
  })
  issue(@Caller() caller: Principal, @Body() body: NewApiKeyMessage): Promise<IssuedApiKeyMessage> {
    return this.keys.issue(caller, body);
  }

  @Route({
    method: 'DELETE',
    path: '/api-keys/:id',
    tag: TAG,
    summary: { 'zh-CN': '撤销接口密钥', en: 'Revoke an API key' },
    access: { permission: 'api_keys.change' },
    params: API_KEY_PARAMS,
    responses: { 204: null },
  })
  revoke(@Param() { id }: ApiKeyParams): Promise<void> {
    return this.keys.revoke(id);
  }
}
