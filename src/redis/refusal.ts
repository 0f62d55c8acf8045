/** What to do where Redis, or the way to it, will not let Referee in however long it waits; null where it is only away. */
export function sayRefusal(error: Error): string | null {
  const code = "code" in error ? String(error.code) : "";
  const text = `${code} ${error.message}`;
  const found = REFUSALS.find(({ when }) => when.test(text));
  return found === undefined ? null : `${found.todo} (${error.message.trim().slice(0, 200)})`;
}

const REFUSALS: readonly { readonly when: RegExp; readonly todo: string }[] = [
  {
    when: /WRONGPASS|NOAUTH|invalid username-password|without any password configured/,
    todo: "Redis does not let Referee in. Correct the user and password in REDIS_URL, and REDIS_SENTINEL_PASSWORD where Sentinel wants one.",
  },
  {
    when: /NOPERM/,
    todo: "Redis does not let this user do what Referee does. deploy/redis/users.acl has what it needs.",
  },
  {
    when: /CERT_HAS_EXPIRED|certificate has expired/,
    todo: "The certificate of Redis has expired. Give Redis a new one.",
  },
  {
    when: /ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate/,
    todo: "The certificate of Redis is for another name than REDIS_URL has. Put one of its names there.",
  },
  {
    when: /SELF_SIGNED|self[- ]signed|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|unable to (?:verify|get)/,
    todo: "The certificate of Redis is of an authority that nobody here knows. Name that authority's file in REDIS_TLS_CA.",
  },
  {
    when: /certificate[ _]required|CERTIFICATE_REQUIRED|handshake failure/,
    todo: "Redis wants a certificate of Referee's. Name it and its key in REDIS_TLS_CERT and REDIS_TLS_KEY, or set tls-auth-clients no.",
  },
  {
    when: /unknown[ _]ca\b|UNKNOWN_CA/i,
    todo: "Redis does not know the authority of REDIS_TLS_CERT. Add it to its tls-ca-cert-file.",
  },
  {
    when: /WRONG_VERSION_NUMBER|wrong version number|PACKET_LENGTH_TOO_LONG|packet length too long/,
    todo: "Redis does not speak TLS at this port. Write redis:// for rediss://, or name its tls-port.",
  },
];
