import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { FastifyRequest } from 'fastify';
import { Locale } from '../../core';

export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** Longest Accept-Language that is looked at; more than any browser sends. */
const MAX_LENGTH = 500;

/** The language a caller prefers among ours: Chinese unless English is weighted higher. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  if (acceptLanguage === undefined || acceptLanguage.length > MAX_LENGTH) return DEFAULT_LOCALE;
  const ranges = acceptLanguage.split(',').map((range) => readRange(range));
  const weight = (language: string): number =>
    Math.max(0, ...ranges.filter((range) => range.language === language).map((range) => range.weight));
  return weight('en') > weight('zh') ? 'en' : DEFAULT_LOCALE;
}

function readRange(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: tag.split('-')[0] ?? '', weight: weight >= 0 && weight <= 1 ? weight : 0 };
}

/** Injects the caller's language into a parameter of a controller's method. */
export const RequestLocale = createParamDecorator((_: unknown, context: ExecutionContext): Locale =>
  localeOf(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);
