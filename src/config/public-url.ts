import { isIPv4 } from 'node:net';

/** Whether people reach the service over HTTPS, so that its cookies are never to travel otherwise. */
export function isHttps(publicUrl: string | undefined): boolean {
  return publicUrl?.startsWith('https://') ?? false;
}

/** Whether an address to listen on is out of reach for other machines. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
