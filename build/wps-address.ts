import { Failure } from '../src/model/failure';

/**
 * The address of the folder the add-in will stand in, as WPS wants it: with a slash at the end,
 * because WPS adds `ribbon.xml` to it without one.
 * @throws Failure `wps-base-missing`, `wps-base-invalid`, `wps-base-protocol`, `wps-base-extra`
 */
export function wpsAddress(base: string | undefined): string {
  const text = (base ?? '').trim();
  if (text === '') throw new Failure('wps-base-missing');
  const address = parsed(text);
  if (!address) throw new Failure('wps-base-invalid', { base: text });
  if (address.protocol !== 'http:' && address.protocol !== 'https:') {
    throw new Failure('wps-base-protocol', { base: text });
  }
  const last = address.pathname.split('/').at(-1) ?? '';
  const extra = [address.search, address.hash, address.username, address.password].join('');
  if (extra !== '' || /\.(html?|xml)$/i.test(last)) {
    throw new Failure('wps-base-extra', { base: text });
  }
  return address.href.endsWith('/') ? address.href : `${address.href}/`;
}

function parsed(text: string): URL | null {
  // `new URL` would read "http:intranet/x" and "http:///x" as addresses too.
  if (/^[a-z]+:/i.test(text) && !/^[a-z]+:\/\/[^/\s]/i.test(text)) return null;
  try {
    return /\s/.test(text) ? null : new URL(text);
  } catch {
    return null;
  }
}
