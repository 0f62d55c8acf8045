/** What stopped a request before it left for where it was meant to go. */
export type WayOutCode = "PROXY_AWAY" | "PROXY_REFUSED" | "PROXY_BROKE_OFF" | "CERTIFICATE_UNTRUSTED";

/** A request did not get out: nothing was said, and trying again does no harm. The message is for an administrator. */
export class WayOutError extends Error {
  readonly code: WayOutCode;

  constructor(code: WayOutCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "WayOutError";
    this.code = code;
  }
}

/** The codes of errors after which nothing can have been said: the connection was never made. */
export const NOT_CONNECTED: ReadonlySet<string> = new Set([
  "PROXY_AWAY",
  "PROXY_REFUSED",
  "PROXY_BROKE_OFF",
  "CERTIFICATE_UNTRUSTED",
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Where a connection was to lead, and by which proxy, if any. */
export type Way = { readonly host: string; readonly proxy: string | null; readonly hasPassword: boolean };

/**
 * Why a connection was not made, in words that say what to do; null where the error says enough by itself.
 * @param code of the error of Node or undici
 * @param status what the proxy answered to CONNECT, or null
 */
export function explain({ host, proxy, hasPassword }: Way, code: string, status: number | null): WayOutError | null {
  if (UNTRUSTED.has(code)) return new WayOutError("CERTIFICATE_UNTRUSTED", untrusted(host, proxy, code));
  if (proxy === null) return null;
  if (status === 407) return new WayOutError("PROXY_REFUSED", wantsPassword(proxy, hasPassword));
  if (status !== null)
    return new WayOutError("PROXY_REFUSED", `the proxy ${proxy} does not let Referee reach ${host} (${status})`);
  if (AWAY.has(code)) return new WayOutError("PROXY_AWAY", `the proxy ${proxy} cannot be reached (${code})`);
  return new WayOutError("PROXY_BROKE_OFF", `the way through the proxy ${proxy} to ${host} broke off (${code})`);
}

function wantsPassword(proxy: string, hasPassword: boolean): string {
  return hasPassword
    ? `the proxy ${proxy} refuses the user or the password in HTTPS_PROXY (407)`
    : `the proxy ${proxy} wants a user and a password (407): HTTPS_PROXY=http://user:password@${proxy}`;
}

function untrusted(host: string, proxy: string | null, code: string): string {
  const whose = proxy === null ? host : `${host}, reached by the proxy ${proxy},`;
  return `the certificate of ${whose} is not trusted (${code}): name your own authority's certificates in NODE_EXTRA_CA_CERTS`;
}

/** @source https://nodejs.org/api/tls.html#x509-certificate-error-codes, from memory, and seen with Node 20.20 on 2026-11-29 */
const UNTRUSTED = new Set([
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_UNTRUSTED",
]);

/** Behind a proxy that answers, a host that cannot be reached is an answer of the proxy's; these are the proxy itself. */
const AWAY = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
]);
