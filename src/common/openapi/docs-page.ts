/** Where the files of Swagger UI are served. */
export const DOCS_ASSETS = '/docs/assets/';

/** No inline script or style: a strict content security policy holds. */
export const INDEX_HTML = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>记分接口文档 · jifen API</title>
    <link rel="icon" type="image/png" href="${DOCS_ASSETS}favicon-32x32.png">
    <link rel="stylesheet" href="${DOCS_ASSETS}swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="${DOCS_ASSETS}swagger-ui-bundle.js"></script>
    <script src="/docs/init.js"></script>
  </body>
</html>
`;

export const INIT_JS = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
});
`;
