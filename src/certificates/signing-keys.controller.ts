import { Controller } from '@nestjs/common';
import { Route } from '../common/http/route.decorator';
import { SIGNING_KEYS } from './schemas/signing-key.schema';
import { PublishedKey, SigningKeysService } from './signing-keys.service';

@Controller()
export class SigningKeysController {
  constructor(private readonly keys: SigningKeysService) {}

  @Route({
    method: 'GET',
    path: '/keys',
    tag: '证明 · Certificates',
    summary: { 'zh-CN': '签名公钥', en: 'The keys that sign certificates' },
    description: {
      'zh-CN': '更换密钥后，原公钥继续公布，此前的证明仍可核验。',
      en: 'Keys stay published after they were replaced, so that older certificates still verify.',
    },
    access: 'public',
    responses: { 200: SIGNING_KEYS },
  })
  async list(): Promise<{ readonly items: readonly PublishedKey[] }> {
    return { items: await this.keys.list() };
  }
}
