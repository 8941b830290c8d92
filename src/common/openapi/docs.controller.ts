import { Controller, Header } from '@nestjs/common';
import { Route } from '../http/route.decorator';
import { INDEX_HTML, INIT_JS } from './docs-page';

const text = (contentMediaType: string, description: string) => ({ type: 'string', contentMediaType, description });

/** The document made readable. Its files are Swagger UI's own; only the page and its start are ours. */
@Controller()
export class DocsController {
  @Route({
    method: 'GET',
    path: '/docs',
    atRoot: true,
    tag: '运行 · Operations',
    summary: { 'zh-CN': '接口文档（网页）', en: 'The documentation as a page' },
    access: 'public',
    responses: { 200: text('text/html', '网页 · The page') },
  })
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return INDEX_HTML;
  }

  @Route({
    method: 'GET',
    path: '/docs/init.js',
    atRoot: true,
    tag: '运行 · Operations',
    summary: { 'zh-CN': '网页的启动脚本', en: 'The script that starts the page' },
    access: 'public',
    responses: { 200: text('text/javascript', '脚本 · The script') },
  })
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return INIT_JS;
  }
}
