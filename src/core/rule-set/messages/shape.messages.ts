import { MessageCatalogue } from '../../problems/message.types';

/** What can be wrong with the size and the shape of a rule set, a history or an in-force document. */
export const SHAPE_MESSAGES = {
  limit_depth: {
    'zh-CN': { message: '文件嵌套超过 {limit} 层。', mend: '请减少嵌套层数。' },
    en: { message: 'The document is nested more than {limit} levels deep.', mend: 'Nest it less deeply.' },
  },
  limit_nodes: {
    'zh-CN': { message: '文件内容超过 {limit} 项。', mend: '请删减内容，或者拆分为几个文件。' },
    en: {
      message: 'The document holds more than {limit} values.',
      mend: 'Cut it down, or split it into several documents.',
    },
  },
  limit_text_length: {
    'zh-CN': { message: '文字长度超过 {limit} 个字符，收到 {value} 个。', mend: '请缩短文字。' },
    en: { message: 'The text is longer than {limit} characters; received {value}.', mend: 'Shorten it.' },
  },
  limit_list_length: {
    'zh-CN': { message: '列表超过 {limit} 项，收到 {value} 项。', mend: '请删减列表。' },
    en: { message: 'The list has more than {limit} entries; received {value}.', mend: 'Shorten the list.' },
  },
  key_refused: {
    'zh-CN': { message: '不得使用“{property}”作为名称。', mend: '请改用其他名称。' },
    en: { message: 'The name "{property}" is not allowed anywhere.', mend: 'Use another name.' },
  },
  value_not_json: {
    'zh-CN': {
      message: '{value} 不是 JSON 能够表示的值。',
      mend: '只能使用对象、列表、文字、有限的数字、true、false 和 null。',
    },
    en: {
      message: '{value} is not a value that JSON can hold.',
      mend: 'Use only objects, lists, texts, finite numbers, true, false and null.',
    },
  },
  text_not_storable: {
    'zh-CN': { message: '文字 {value} 含有无法保存的字符（空字符或者残缺的编码）。', mend: '请删除该字符后重新输入。' },
    en: {
      message: 'The text {value} holds a character that cannot be stored (U+0000 or half of a pair).',
      mend: 'Delete that character and type the text anew.',
    },
  },
  property_missing: {
    'zh-CN': { message: '缺少必填项“{property}”。', mend: '请补充该项。' },
    en: { message: 'The property "{property}" is missing.', mend: 'Add it.' },
  },
  property_unknown: {
    'zh-CN': { message: '格式中没有“{property}”这一项，收到的值为 {value}。', mend: '请核对名称；不需要的，请删除。' },
    en: {
      message: 'The format has no property "{property}" here; received {value}.',
      mend: 'Check the spelling, or leave it out.',
    },
  },
  not_text: {
    'zh-CN': { message: '应为文字，收到的是 {value}。', mend: '请填写带引号的文字。' },
    en: { message: 'This must be a text; received {value}.', mend: 'Write a text in quotation marks.' },
  },
  not_number: {
    'zh-CN': { message: '应为数字，收到的是 {value}。', mend: '请填写数字，不加引号。' },
    en: { message: 'This must be a number; received {value}.', mend: 'Write a number without quotation marks.' },
  },
  not_integer: {
    'zh-CN': { message: '应为整数，收到的是 {value}。', mend: '请填写整数，不加引号。' },
    en: {
      message: 'This must be a whole number; received {value}.',
      mend: 'Write a whole number without quotation marks.',
    },
  },
  not_boolean: {
    'zh-CN': {
      message: '应为 true 或者 false，收到的是 {value}。',
      mend: '请填写 true（是）或者 false（否），不加引号。',
    },
    en: {
      message: 'This must be true or false; received {value}.',
      mend: 'Write true or false without quotation marks.',
    },
  },
  not_object: {
    'zh-CN': { message: '应为对象，收到的是 {value}。', mend: '请用花括号写明各项，例如 {"zh-CN":"…","en":"…"}。' },
    en: {
      message: 'This must be an object; received {value}.',
      mend: 'Write its properties in braces, such as {"zh-CN":"…","en":"…"}.',
    },
  },
  not_list: {
    'zh-CN': { message: '应为列表，收到的是 {value}。', mend: '请用方括号列出各项；只有一项的，也要加方括号。' },
    en: {
      message: 'This must be a list; received {value}.',
      mend: 'Write the entries in square brackets, even if there is only one.',
    },
  },
  not_constant: {
    'zh-CN': { message: '应为文字、数字或者 true、false，收到的是 {value}。', mend: '请改为一个常量。' },
    en: { message: 'This must be a text, a number, true or false; received {value}.', mend: 'Write one constant.' },
  },
  not_allowed: {
    'zh-CN': { message: '只能取 {allowed}，收到的是 {value}。', mend: '请改为其中之一。' },
    en: { message: 'This must be one of {allowed}; received {value}.', mend: 'Use one of them.' },
  },
  form_unknown: {
    'zh-CN': { message: '只能写成下列形式之一：{forms}；收到的是 {value}。', mend: '请改为其中一种形式。' },
    en: { message: 'This must take one of the forms {forms}; received {value}.', mend: 'Use one of these forms.' },
  },
  bad_code: {
    'zh-CN': {
      message: '代码 {value} 不合规范。',
      mend: '代码由字母、数字和“-”“_”“.”组成，以字母或者数字开头，至多 64 个字符。',
    },
    en: {
      message: '{value} is not a proper code.',
      mend: 'A code has letters, digits, "-", "_" and ".", begins with a letter or digit and has at most 64 characters.',
    },
  },
  bad_fact_path: {
    'zh-CN': {
      message: '事实名称 {value} 不合规范。',
      mend: '请用“.”连接各级名称，每级以小写字母开头，只含字母和数字，至多 6 级，例如 furnaces.total。',
    },
    en: {
      message: '{value} is not a proper path of a fact.',
      mend: 'Join names with dots; each begins with a small letter and has letters and digits only; at most 6 names, such as furnaces.total.',
    },
  },
  bad_key: {
    'zh-CN': {
      message: '记录标识 {value} 不合规范。',
      mend: '标识由字母、数字和“-”“_”“.”“:”组成，以字母或者数字开头，至多 64 个字符。',
    },
    en: {
      message: '{value} is not a proper key of a record.',
      mend: 'A key has letters, digits, "-", "_", "." and ":", begins with a letter or digit and has at most 64 characters.',
    },
  },
  bad_rule_set_id: {
    'zh-CN': {
      message: '规则集名称 {value} 不合规范。',
      mend: '名称由小写字母、数字组成，各段之间用“-”连接，例如 furnace-measures。',
    },
    en: {
      message: '{value} is not a proper id of a rule set.',
      mend: 'An id has small letters and digits, its parts joined by "-", such as furnace-measures.',
    },
  },
  bad_version: {
    'zh-CN': { message: '版本号 {value} 不合规范。', mend: '请写成“主版本.次版本.修订号”，例如 1.0.0。' },
    en: { message: '{value} is not a proper version.', mend: 'Write it as major.minor.patch, such as 1.0.0.' },
  },
  number_too_small: {
    'zh-CN': { message: '不得小于 {limit}，收到的是 {value}。', mend: '请核对数值。' },
    en: { message: 'This must not be less than {limit}; received {value}.', mend: 'Check the number.' },
  },
  number_too_large: {
    'zh-CN': { message: '不得大于 {limit}，收到的是 {value}。', mend: '请核对数值。' },
    en: { message: 'This must not be greater than {limit}; received {value}.', mend: 'Check the number.' },
  },
  text_empty: {
    'zh-CN': { message: '文字不得为空，收到的是 {value}。', mend: '请填写内容；可以不填的项，请整项删除。' },
    en: {
      message: 'The text must not be empty; received {value}.',
      mend: 'Write something; leave an optional property out altogether.',
    },
  },
  text_too_long: {
    'zh-CN': { message: '文字至多 {limit} 个字符，收到的是 {value}。', mend: '请缩短文字。' },
    en: { message: 'The text has at most {limit} characters; received {value}.', mend: 'Shorten it.' },
  },
  list_too_short: {
    'zh-CN': { message: '列表至少 {limit} 项，收到的是 {value}。', mend: '请补充；可以不填的列表，请整项删除。' },
    en: {
      message: 'The list needs at least {limit} entries; received {value}.',
      mend: 'Add to it; leave an optional list out altogether.',
    },
  },
  list_too_long: {
    'zh-CN': { message: '列表至多 {limit} 项，收到的是 {value}。', mend: '请删减列表。' },
    en: { message: 'The list has at most {limit} entries; received {value}.', mend: 'Shorten the list.' },
  },
  properties_too_many: {
    'zh-CN': { message: '至多 {limit} 项，收到的是 {value}。', mend: '请删减。' },
    en: { message: 'There are at most {limit} properties; received {value}.', mend: 'Leave some out.' },
  },
  entry_repeated: {
    'zh-CN': { message: '列表中 {value} 重复。', mend: '请只保留一个。' },
    en: { message: 'The list names {value} more than once.', mend: 'Keep one of them.' },
  },
  condition_several: {
    'zh-CN': {
      message: '同一层条件中同时出现 {keys}。',
      mend: '每层只能使用 all、any、not 中的一个；需要组合的，请分层书写。',
    },
    en: {
      message: 'One condition has {keys} side by side.',
      mend: 'Use exactly one of all, any and not at each level; nest them to combine them.',
    },
  },
  condition_empty: {
    'zh-CN': { message: '条件组为空，收到的是 {value}。', mend: '请至少列出一个条件，或者删除该条件组。' },
    en: {
      message: 'The group of conditions is empty; received {value}.',
      mend: 'List at least one condition, or remove the group.',
    },
  },
  condition_form: {
    'zh-CN': {
      message: '这不是条件，收到的是 {value}。',
      mend: '请使用 all、any、not 之一，或者写明 fact、operator、value 三项。',
    },
    en: {
      message: 'This is no condition; received {value}.',
      mend: 'Use one of all, any and not, or state fact, operator and value.',
    },
  },
  condition_key_refused: {
    'zh-CN': {
      message: '条件中不得使用“{property}”，收到的值为 {value}。',
      mend: '请删除该项；条件只能含有 all、any、not 之一，或者 fact、operator、value 三项。',
    },
    en: {
      message: 'A condition must not have "{property}" here; received {value}.',
      mend: 'Remove it; a condition has one of all, any and not, or fact, operator and value.',
    },
  },
  condition_too_deep: {
    'zh-CN': { message: '条件嵌套超过 {limit} 层。', mend: '请合并或者简化条件。' },
    en: { message: 'The condition is nested more than {limit} levels deep.', mend: 'Merge or simplify it.' },
  },
} satisfies MessageCatalogue;
