import { renderTable } from '../cli/tables';
import { DemoAccount, DemoCredentials } from './demo-callers';
import { RULE_SET } from './district-creator';

/** What is told before the district is described. */
export function opening(isNew: boolean, seconds: number): string {
  const [chinese, english] = isNew
    ? [`已生成，用时 ${seconds.toFixed(1)} 秒`, `made in ${seconds.toFixed(1)} seconds`]
    : ['已存在，未作改动', 'there already, left as it is'];
  return [
    `示例辖区：${chinese}。机构名称取自公开资料，企业、人员、检查和记分均为虚构，规则集为参考草案。`,
    `Demonstration district: ${english}. The names of offices are public; enterprises, persons, inspections and points are fictional, and the rule set is a reference draft.`,
  ].join('\n');
}

/** One line to copy: it scores an inspection and stores nothing. Items whose facts are missing are not checked. */
export function curlLine(url: string, asOf: string, key: string): string {
  const body = { ruleSet: RULE_SET, asOf, facts: { furnaces: { total: 2, withLeakAlarm: 1 } } };
  const headers = `-H 'authorization: Bearer ${key}' -H 'content-type: application/json'`;
  return `curl -s ${url}/api/v1/scorings ${headers} -d '${JSON.stringify(body)}'`;
}

const ACCOUNT_COLUMNS = [{ head: '账号角色\nRole' }, { head: '账号\nAccount' }, { head: '口令\nPassword' }];

const rowOf = ({ role, name, password }: DemoAccount): string[] => [`${role['zh-CN']} ${role.en}`, name, password];

/** What is told once the service listens. */
export function closing(url: string, today: string, { accounts, key }: DemoCredentials): string {
  return [
    '',
    `服务地址 · serving at   ${url}`,
    `接口文档 · documentation   ${url}/docs`,
    '',
    '账号（每种角色一个，POST /api/v1/sessions）· accounts, one for each role:',
    renderTable(ACCOUNT_COLUMNS, accounts.map(rowOf)).trimEnd(),
    `接口密钥 · API key   ${key}`,
    '',
    '试一次计分（两台炉，一台无漏炉报警；不存储，未填的事项为“未检查”）：',
    'Score an inspection (two furnaces, one without a leak alarm; nothing is stored, what is not filled in is not checked):',
    '',
    `  ${curlLine(url, today, key)}`,
    '',
    '按 Ctrl-C 停止 · Ctrl-C stops it',
  ].join('\n');
}
