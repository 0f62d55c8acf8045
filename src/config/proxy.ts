import { Secret } from "../secret.ts";
import type { Settings } from "./settings.ts";

/** By which proxies Referee reaches other machines, under the names that other programs read, too. */
export type ProxyConfig = {
  /** For addresses in https; may hold a password. */
  readonly https: Secret | null;
  /** For addresses in http, and in https where no other is named; may hold a password. */
  readonly http: Secret | null;
  /** The hosts that are reached directly, as NO_PROXY lists them; "" for none. */
  readonly except: string;
};

/** Null when no proxy is named. As everywhere, a name in small letters comes before the same in capitals. */
export function readProxy(settings: Settings): ProxyConfig | null {
  const https = proxyIn(settings, "https_proxy", "HTTPS_PROXY");
  const http = proxyIn(settings, "http_proxy", "HTTP_PROXY");
  const except = settings.list("no_proxy") ?? settings.list("NO_PROXY") ?? "";
  return https === null && http === null ? null : { https, http, except };
}

/** A proxy's password as it travels and as it is written, for the log to strike out. */
export function secretsOfProxy(proxy: ProxyConfig | null): readonly Secret[] {
  const addresses = [proxy?.https, proxy?.http].flatMap((each) => (each ? [new URL(each.reveal())] : []));
  return addresses.flatMap(({ username, password }) => {
    if (password === "") return [];
    const [user, word] = [decodeURIComponent(username), decodeURIComponent(password)];
    return [password, word, Buffer.from(`${user}:${word}`).toString("base64")].map((each) => new Secret(each));
  });
}

/** Which proxy, without what lets somebody use it. */
export function shownProxy(proxy: Secret): string {
  const { hostname, port, protocol } = new URL(proxy.reveal());
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}

function proxyIn(settings: Settings, ...names: readonly string[]): Secret | null {
  for (const name of names) {
    const written = settings.secret(name, mistakeIn);
    const isSound = written !== null && mistakeIn(written.reveal()) === null;
    const address = isSound ? addressIn(written.reveal()) : null;
    if (address !== null) return new Secret(address.href);
  }
  return null;
}

const ADDRESS =
  "must be an address such as http://proxy.example.com:3128, or http://user:password@proxy.example.com:3128.";

/** Never quotes the value: it may hold a password. */
function mistakeIn(text: string): string | null {
  const address = addressIn(text);
  if (address === null) return ADDRESS;
  const { protocol, username, password, pathname, search } = address;
  if (protocol !== "http:" && protocol !== "https:")
    return "must begin with http:// or https://, the way to the proxy itself. Others, such as SOCKS, are not supported.";
  if (pathname !== "/" || search !== "") return `has something behind the host and the port. It ${ADDRESS}`;
  if ((username === "") !== (password === "")) return "names a user without a password, or a password without a user.";
  return isDecodable(username) && isDecodable(password)
    ? null
    : "has a % in its user or password that must be written %25.";
}

/** As curl reads it: a host and a port alone are a proxy that is spoken to in http. */
function addressIn(text: string): URL | null {
  const address = text.includes("://") ? text : `http://${text}`;
  return URL.canParse(address) ? new URL(address) : null;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
