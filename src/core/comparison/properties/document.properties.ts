import { NONE, Property, text } from './property.types';
import { asCitation, asJson, asNamed, asString, asTerm, asText } from './show';

const STATUSES = {
  official: text('正式文本', 'official text'),
  reference_draft: text('参考草案', 'reference draft'),
  example: text('示例', 'worked example'),
};

const LEVELS = {
  local_office: text('镇街', 'town or subdistrict'),
  bureau: text('区级机关', 'bureau'),
  jurisdiction: text('辖区', 'jurisdiction'),
};

const UNRECORDED = { text: text('未记载', 'not recorded') };

/** The head of a rule set and the lists that its items refer to, by their path in the document. */
export const DOCUMENT_PROPERTIES: Readonly<Record<string, Property>> = {
  id: { label: text('规则集标识', 'Id'), concern: 'identity', show: asString },
  version: { label: text('版本号', 'Version'), concern: 'identity', show: asString },
  formatVersion: { label: text('格式版本', 'Version of the format'), concern: 'identity', show: asString },
  status: { label: text('文本性质', 'Status of the text'), concern: 'identity', show: asTerm(STATUSES) },
  title: { label: text('名称', 'Title'), concern: 'text', show: asText },
  notice: { label: text('提示', 'Notice'), concern: 'text', show: asText, absent: NONE },
  sector: { label: text('行业领域', 'Sector'), concern: 'identity', show: asNamed },
  jurisdiction: { label: text('适用辖区', 'Jurisdiction'), concern: 'identity', show: asNamed },
  timeZone: { label: text('时区', 'Time zone'), concern: 'practice', show: asString },
  'legalBasis/*': { label: text('总依据', 'Legal basis of the whole'), concern: 'text', show: asCitation },
};

/** The properties of an entry of a list, by their path within it, for the lists that have codes. */
export const ENTRY_PROPERTIES: Readonly<Record<string, Readonly<Record<string, Property>>>> = {
  sources: {
    title: { label: text('名称', 'title'), concern: 'text', show: asText },
    url: { label: text('网址', 'address'), concern: 'text', show: asString, absent: NONE },
    inForceFrom: { label: text('施行日期', 'first day in force'), concern: 'text', show: asString, absent: UNRECORDED },
    inForceTo: { label: text('失效日期', 'day of repeal'), concern: 'text', show: asString, absent: UNRECORDED },
    read: { label: text('查阅情况', 'what was read'), concern: 'text', show: asText, absent: UNRECORDED },
  },
  categories: { text: { label: text('名称', 'name'), concern: 'text', show: asText } },
  roles: { text: { label: text('名称', 'name'), concern: 'text', show: asText } },
  authorities: {
    text: { label: text('名称', 'name'), concern: 'text', show: asText },
    level: { label: text('层级', 'level'), concern: 'practice', show: asTerm(LEVELS) },
  },
};

/** What an entry of a list is called. */
export const ENTRY_NAMES: Readonly<Record<string, Property>> = {
  sources: { label: text('文件依据', 'Source'), concern: 'text', show: asJson },
  categories: { label: text('类别', 'Category'), concern: 'practice', show: asJson },
  roles: { label: text('岗位', 'Role'), concern: 'practice', show: asJson },
  authorities: { label: text('机关', 'Authority'), concern: 'practice', show: asJson },
};
