import { isIPv4, isIPv6 } from "node:net";
import type { Found } from "./found.ts";
import { addPortsBehind } from "./portNumber.ts";

const OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`;
// "10.20.3.10-10.20.3.20", "10.20.3.10 bis 10.20.3.20", "10.20.3.10-20". A "to" between two leads from one to the other.
const RANGE = new RegExp(
  `(?<![\\d.])(${IPV4})\\s?(?:-|\\.\\.|bis|through)\\s?(?:(${IPV4})|(${OCTET}))(?![\\d/]|\\.\\d)`,
  "g",
);
const ADDRESS = new RegExp(`(?<![\\d.])${IPV4}(?:/(?:3[0-2]|[12]?\\d)(?!\\d))?(?![\\d]|\\.\\d)`, "g");
const SHORT_NET = new RegExp(`(?<![\\d.])${OCTET}(?:\\.${OCTET}){1,2}/(?:3[0-2]|[12]?\\d)(?![\\d.])`, "g");
const IPV6 = /(?<![\p{L}\d:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:\/\d{1,3})?(?![\p{L}\d:])/gu;
// By their last part: a sentence without a space behind its full stop is no host, nor is the name of a file.
const HOST =
  /(?<![\p{L}\d@._-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:com|net|org|info|biz|int|eu|de|at|ch|es|fr|it|nl|be|pl|cz|uk|us|mx|ar|cl|io|ai|app|dev|cloud|site|tech|industries|systems|local|lan|intra|intranet|internal|corp|home|example|test|arpa)(?![\p{L}\d-]|\.\p{L})/gu;

/** Addresses, ranges and nets of them, and names of hosts; with the port that stands behind one. */
export function addAddresses(folded: string, found: Found): void {
  for (const match of folded.matchAll(RANGE)) addRange(found, match);
  for (const form of [ADDRESS, SHORT_NET]) addAll(folded, found, form);
  for (const match of folded.matchAll(IPV6)) {
    if (isIPv6(match[0].replace(/\/\d+$/, ""))) addIPv6(folded, found, match.index, match[0]);
  }
  addAll(folded, found, HOST);
}

// Three dots and numbers, of which one is too great: "256.1.1.1", "10.0.0.0/99".
const LIKE_ADDRESS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,3})?(?![\d]|\.\d)/g;

/** What a text writes as an address and none is, each once. */
export function notAddressesIn(text: string): readonly string[] {
  const said = (text.match(LIKE_ADDRESS) ?? []).filter((like) => {
    const [address = "", mask = "0"] = like.split("/");
    return !isIPv4(address) || Number(mask) > 32;
  });
  return [...new Set(said)];
}

function addAll(folded: string, found: Found, form: RegExp): void {
  for (const match of folded.matchAll(form)) add(folded, found, match.index, match[0]);
}

function add(folded: string, found: Found, start: number, value: string): void {
  const end = start + value.length;
  if (found.add({ type: "address", start, end, value })) addPortsBehind(folded, found, end);
}

/** In brackets a port may follow: "[fe80::1]:502". */
function addIPv6(folded: string, found: Found, start: number, value: string): void {
  const end = start + value.length;
  const isBracketed = folded.charAt(start - 1) === "[" && folded.charAt(end) === "]";
  if (!isBracketed) add(folded, found, start, value);
  else if (found.add({ type: "address", start: start - 1, end: end + 1, value }))
    addPortsBehind(folded, found, end + 1);
}

function addRange(found: Found, match: RegExpExecArray): void {
  const [text, first = "", last, lastPart] = match;
  const to = last ?? first.replace(/\d+$/, lastPart ?? "");
  if (numberOf(to) <= numberOf(first)) return;
  found.add({ type: "address", start: match.index, end: match.index + text.length, value: `${first}-${to}` });
}

function numberOf(address: string): number {
  return address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}
