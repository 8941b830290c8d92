import { Text } from '../../core';

/** How an error is logged. `error` means that a person must act. */
export type ErrorLogLevel = 'debug' | 'info' | 'warn' | 'error';

interface ErrorKind {
  readonly status: number;
  readonly logLevel: ErrorLogLevel;
  readonly title: Text;
}

/** Every kind of error that a caller can meet: its stable code, HTTP status, level and title. */
export const ERROR_KINDS = {
  invalid_request: {
    status: 400,
    logLevel: 'info',
    title: { 'zh-CN': '请求格式不符', en: 'The request is malformed' },
  },
  unauthenticated: {
    status: 401,
    logLevel: 'info',
    title: { 'zh-CN': '未认证身份', en: 'It is not known who asks' },
  },
  forbidden: { status: 403, logLevel: 'info', title: { 'zh-CN': '没有权限', en: 'Not permitted' } },
  not_found: { status: 404, logLevel: 'info', title: { 'zh-CN': '未找到', en: 'Not found' } },
  method_not_allowed: {
    status: 405,
    logLevel: 'info',
    title: { 'zh-CN': '不支持该请求方法', en: 'Method not allowed' },
  },
  request_timeout: { status: 408, logLevel: 'info', title: { 'zh-CN': '请求超时', en: 'Request time-out' } },
  conflict: {
    status: 409,
    logLevel: 'info',
    title: { 'zh-CN': '与已有记录冲突', en: 'Conflict with what is recorded' },
  },
  precondition_failed: {
    status: 412,
    logLevel: 'info',
    title: { 'zh-CN': '前提条件不成立', en: 'Precondition failed' },
  },
  body_too_large: { status: 413, logLevel: 'info', title: { 'zh-CN': '请求正文过大', en: 'Body too large' } },
  uri_too_long: { status: 414, logLevel: 'info', title: { 'zh-CN': '请求地址过长', en: 'Address too long' } },
  unsupported_media_type: {
    status: 415,
    logLevel: 'info',
    title: { 'zh-CN': '不支持的内容类型', en: 'Unsupported media type' },
  },
  unprocessable: {
    status: 422,
    logLevel: 'info',
    title: { 'zh-CN': '内容不符合要求', en: 'The content does not meet the requirements' },
  },
  precondition_required: {
    status: 428,
    logLevel: 'info',
    title: { 'zh-CN': '缺少前提条件', en: 'Precondition required' },
  },
  too_many_requests: { status: 429, logLevel: 'info', title: { 'zh-CN': '请求过于频繁', en: 'Too many requests' } },
  headers_too_large: { status: 431, logLevel: 'info', title: { 'zh-CN': '请求头过大', en: 'Headers too large' } },
  internal_error: { status: 500, logLevel: 'error', title: { 'zh-CN': '服务内部错误', en: 'Internal error' } },
  unavailable: {
    status: 503,
    logLevel: 'warn',
    title: { 'zh-CN': '服务暂不可用', en: 'Service temporarily unavailable' },
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_KINDS;
