import { CreatedAdministrator } from './first-administrator';

/** What is told on the terminal, once, of an administrator that was created. */
export function tellAdministrator({ name, password }: CreatedAdministrator): string {
  if (password === undefined) {
    return [
      `已设立系统管理员 ${name}，一次性口令取自 FIRST_ADMIN_PASSWORD，首次登录须修改。`,
      `Created the system administrator ${name} with the one-time password of FIRST_ADMIN_PASSWORD, to be changed at the first sign-in.`,
    ].join('\n');
  }
  return [
    '',
    '已设立系统管理员。一次性口令只显示这一次，首次登录须修改，一周内有效：',
    'Created a system administrator. The one-time password is shown this once; it is to be changed at the first sign-in, within a week:',
    '',
    `  账号 · account    ${name}`,
    `  口令 · password   ${password}`,
    '',
  ].join('\n');
}
