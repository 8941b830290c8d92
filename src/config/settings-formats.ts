import { isIPv4 } from 'node:net';
import { isTimeZone } from '../core';

/** The formats that the schemas of settings name. */
export const SETTINGS_FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  loopback: (text) => text === 'localhost' || text === '::1' || (isIPv4(text) && text.startsWith('127.')),
  // Not parsed as a URL: the driver also takes postgres://user@/database?host=/folder, which no URL parser accepts.
  'postgres-url': (text) => /^postgres(ql)?:\/\/\S+$/.test(text),
  'time-zone': isTimeZone,
};
