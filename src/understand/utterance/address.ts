import { isIPv4, isIPv6 } from "node:net";
import { ADDRESS_FORM, readAddress } from "../../workflow/values/address.ts";
import type { Found } from "./found.ts";
import { addPortsBehind } from "./portNumber.ts";

const OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`;
/** In a sentence, it leads from one address to the other; in a form, where only one end is asked for, it is a range. */
const FROM_TO = /\s(?:to|a|hasta)\s/;
const ADDRESS = new RegExp(`(?<![\\d.])${IPV4}(?:/(?:3[0-2]|[12]?\\d)(?!\\d))?(?![\\d]|\\.\\d)`, "g");
const SHORT_NET = new RegExp(`(?<![\\d.])${OCTET}(?:\\.${OCTET}){1,2}/(?:3[0-2]|[12]?\\d)(?![\\d.])`, "g");
const IPV6 = /(?<![\p{L}\d:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:\/\d{1,3})?(?![\p{L}\d:])/gu;
// By their last part: a sentence without a space behind its full stop is no host, nor is the name of a file.
const HOST =
  /(?<![\p{L}\d@._-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:com|net|org|info|biz|int|eu|de|at|ch|es|fr|it|nl|be|pl|cz|uk|us|mx|ar|cl|io|ai|app|dev|cloud|site|tech|industries|systems|local|lan|intra|intranet|internal|corp|home|example|test|arpa)(?![\p{L}\d-]|\.\p{L})/gu;

/** Addresses, ranges and nets of them, and names of hosts; with the port that stands behind one. */
export function addAddresses(folded: string, found: Found): void {
  for (const match of folded.matchAll(ADDRESS_FORM)) addWhole(folded, found, match);
  for (const form of [ADDRESS, SHORT_NET]) addAll(folded, found, form);
  for (const match of folded.matchAll(IPV6)) {
    if (isIPv6(match[0].replace(/\/\d+$/, ""))) add(folded, found, match.index, match[0]);
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

/** As a form reads it: an address, a range, a network with its length or its mask. */
function addWhole(folded: string, found: Found, { 0: said, index }: RegExpExecArray): void {
  const read = readAddress(said);
  if (!read.ok || FROM_TO.test(said)) return;
  // In brackets a port may follow: "[fe80::1]:502".
  const end = index + said.length + (folded.charAt(index + said.length) === "]" ? 1 : 0);
  if (found.add({ type: "address", start: index, end, value: read.address })) addPortsBehind(folded, found, end);
}
