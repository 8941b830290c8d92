import { MessageCatalogue } from '../../common/errors/worded-problem';

/** What can be wrong with the rules folder beyond the content of a rule set. */
export const INSTALL_MESSAGES = {
  unreadable: {
    'zh-CN': { message: '无法读取（{detail}）。', mend: '请核对 RULES_DIR 和文件权限。' },
    en: { message: 'It cannot be read ({detail}).', mend: 'Check RULES_DIR and the rights to the file.' },
  },
  not_json: {
    'zh-CN': {
      message: '不是 UTF-8 编码的有效 JSON。',
      mend: '请核对文件内容，可使用 npm run rules -- validate 检查。',
    },
    en: {
      message: 'It is no valid JSON in UTF-8.',
      mend: 'Check the file; npm run rules -- validate finds the place.',
    },
  },
  file_misplaced: {
    'zh-CN': {
      message: '文件内容为规则集 {id} 的版本 {version}，与其位置不符。',
      mend: '规则集文件应位于 <id>/<version>.json。',
    },
    en: {
      message: 'The file holds version {version} of the rule set {id}, which its place does not say.',
      mend: 'A rule set lies at <id>/<version>.json.',
    },
  },
  in_force_missing: {
    'zh-CN': { message: '缺少 in-force.json。', mend: '请在该文件中列明各版本的生效期。' },
    en: { message: 'It has no in-force.json.', mend: 'Add one that lists the periods in force of its versions.' },
  },
  published_changed: {
    'zh-CN': {
      message: '版本 {version} 已经发布，内容不得变更：已安装的哈希值为 {installed}，文件的哈希值为 {found}。',
      mend: '请恢复原文件；需要修改规则的，以新版本号另存。',
    },
    en: {
      message:
        'Version {version} is published and its content never changes: the hash installed is {installed}, that of the file is {found}.',
      mend: 'Restore the file; to amend the rules, add a file with a new version number.',
    },
  },
} satisfies MessageCatalogue;
