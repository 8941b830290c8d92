/**
 * Goes on to an address of this service. A redirect would not do: the browser still counts it as asked for by the site of
 * the provider, and holds back the cookie of the session, which is `SameSite=Strict`. What this page asks for, we ask for.
 */
export function signedInPage(address: string): string {
  const safe = address.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<meta charset="utf-8">',
    `<meta http-equiv="refresh" content="0; url=${safe}">`,
    '<title>已登录 · Signed in</title>',
    `<p><a href="${safe}">继续 · Continue</a></p>`,
    '</html>',
    '',
  ].join('\n');
}
