import { isIP } from 'node:net';
import { isTimeZone } from '../core';
import { isLoopback } from './public-url';

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** Scheme, host and port. */
const ORIGIN = /^https?:\/\/[^\s/?#@]+$/;

/** The formats that the schemas of settings name. */
export const SETTINGS_FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  host: (text) => isIP(text) !== 0 || HOST_NAME.test(text),
  origin: (text) => ORIGIN.test(text) && URL.canParse(text),
  'address-list': (text) => text.split(',').every((part) => isNetwork(part.trim())),
  // Not parsed as a URL: the driver also takes postgres://user@/database?host=/folder, which no URL parser accepts.
  'postgres-url': (text) => /^postgres(ql)?:\/\/\S+$/.test(text),
  issuer: isIssuer,
  'time-zone': isTimeZone,
};

/** Over plain HTTP anybody on the way could say who somebody is: only on this machine nobody is on the way. */
function isIssuer(text: string): boolean {
  if (!/^https?:\/\/[^\s?#@]+$/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}

/** An address, or one with the length of its network. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}
