import { MessageCatalogue } from '../errors/worded-problem';

/** What can be wrong with a request as such, before its content counts, and what the service says when it fails. */
export const HTTP_MESSAGES = {
  body_missing: {
    'zh-CN': { message: '缺少请求正文。', mend: '请以 application/json 提交正文。' },
    en: { message: 'The request has no body.', mend: 'Send one as application/json.' },
  },
  body_unexpected: {
    'zh-CN': { message: '本接口不接收请求正文。', mend: '请去除正文。' },
    en: { message: 'This call takes no body.', mend: 'Send the request without one.' },
  },
  body_not_json: {
    'zh-CN': { message: '请求正文不是有效的 JSON。', mend: '请核对引号、逗号和括号，并使用 UTF-8 编码。' },
    en: {
      message: 'The body is no valid JSON.',
      mend: 'Check quotation marks, commas and brackets; encode it as UTF-8.',
    },
  },
  body_too_large: {
    'zh-CN': { message: '请求正文超过上限。', mend: '请分批提交。' },
    en: { message: 'The body exceeds the limit.', mend: 'Send it in parts.' },
  },
  headers_too_large: {
    'zh-CN': { message: '请求头超过上限。', mend: '请缩减请求头。' },
    en: { message: 'The headers exceed the limit.', mend: 'Send fewer or shorter ones.' },
  },
  media_type_unsupported: {
    'zh-CN': { message: '不支持该内容类型。', mend: '请将 Content-Type 设为 application/json。' },
    en: { message: 'This type of content is not supported.', mend: 'Set Content-Type to application/json.' },
  },
  request_malformed: {
    'zh-CN': { message: '请求不符合 HTTP 规范。', mend: '请核对请求地址和请求头。' },
    en: { message: 'The request does not follow HTTP.', mend: 'Check its address and headers.' },
  },
  request_late: {
    'zh-CN': { message: '未在规定时间内收到完整请求。', mend: '请检查网络后重试。' },
    en: { message: 'The request did not arrive whole in time.', mend: 'Check the network and try again.' },
  },
  address_too_long: {
    'zh-CN': { message: '请求地址中有一段过长。', mend: '请核对地址中的编号或者代码。' },
    en: { message: 'A part of the address is too long.', mend: 'Check the ids and codes in it.' },
  },
  no_such_address: {
    'zh-CN': { message: '没有这一接口。', mend: '请核对请求方法和地址，接口目录见 /docs。' },
    en: { message: 'There is nothing at this address.', mend: 'Check method and address; /docs lists the calls.' },
  },
  method_not_supported: {
    'zh-CN': { message: '该地址不支持这一请求方法。', mend: '请求方法见 /docs。' },
    en: { message: 'This address does not take that method.', mend: '/docs lists the methods.' },
  },
  property_count_low: {
    'zh-CN': { message: '至少填写 {limit} 项。', mend: '请补充需要提交的内容。' },
    en: { message: 'At least {limit} property must be given.', mend: 'Add what is to be sent.' },
  },
  format_unmet: {
    'zh-CN': { message: '{value} 不符合格式要求。', mend: '应为：{expected}。' },
    en: { message: '{value} does not have the required format.', mend: 'Expected: {expected}.' },
  },
  cursor_unknown: {
    'zh-CN': { message: '分页标记 {value} 无效。', mend: '请使用上一页返回的 next 值，或者从首页重新查询。' },
    en: {
      message: 'The cursor {value} is not valid.',
      mend: 'Use the value of "next" from the page before, or start from the first page.',
    },
  },
  internal_error: {
    'zh-CN': {
      message: '服务发生内部错误，本次请求未完成。',
      mend: '请稍后重试；仍不成功的，请将请求编号告知系统管理员。',
    },
    en: {
      message: 'The service failed and did not complete the request.',
      mend: 'Try again later; if it fails again, give the request id to the administrator.',
    },
  },
  database_unavailable: {
    'zh-CN': { message: '数据库暂不可用，本次请求未完成。', mend: '请稍后重试。' },
    en: { message: 'The database is not available; the request was not completed.', mend: 'Try again later.' },
  },
  answer_late: {
    'zh-CN': { message: '未能在规定时间内处理完毕。', mend: '请稍后以同一 Idempotency-Key 重试。' },
    en: {
      message: 'The request could not be answered in time.',
      mend: 'Try again later, with the same Idempotency-Key.',
    },
  },
  transaction_contended: {
    'zh-CN': { message: '同时办理的请求过多，本次请求未完成。', mend: '请稍后重试。' },
    en: {
      message: 'Too many requests changed the same records at once; this one was not completed.',
      mend: 'Try again.',
    },
  },
  rate_exceeded: {
    'zh-CN': {
      message: '一分钟内的请求超过 {limit} 次。',
      mend: '请按 Retry-After 所示秒数稍后重试；大量登记请用批量接口。',
    },
    en: {
      message: 'More than {limit} requests were sent within a minute.',
      mend: 'Try again after the seconds that Retry-After names; to record many records use the batch call.',
    },
  },
  too_busy: {
    'zh-CN': { message: '同时办理的请求已达上限，本次请求未受理。', mend: '请稍后重试。' },
    en: {
      message: 'The service has as many requests as it can take; this one was not begun.',
      mend: 'Try again later.',
    },
  },
  service_stopping: {
    'zh-CN': { message: '服务正在停止。', mend: '请稍后重试。' },
    en: { message: 'The service is stopping.', mend: 'Try again later.' },
  },
  check_failed: {
    'zh-CN': { message: '就绪检查“{check}”未通过。', mend: '请稍后重试，或者查看服务日志。' },
    en: { message: 'The readiness check "{check}" failed.', mend: 'Try again later, or look into the log.' },
  },
} satisfies MessageCatalogue;
