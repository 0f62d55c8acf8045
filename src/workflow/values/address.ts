import { BlockList, isIP } from "node:net";
import { z } from "zod";
import { type Saying, saying } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";

/** An address, a network (`10.2.0.0/24`) or a range (`10.20.3.10-10.20.3.20`), or why it is none. */
export type AddressText =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly problem: Saying };

const V4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
const V6 = "[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,8}(?:\\.\\d{1,3}){0,3}";
const ONE = `(?:${V4}|\\[?${V6}\\]?)`;
/** The number of a network card is no address that one could allow: it is left as the words it is. */
const NO_CARD = "(?!(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}(?![\\p{L}\\d:]))";
const DASH = "\\s?(?:[-–—‑…]|\\.{2,3})\\s?|\\s(?:to|bis|a|hasta|through|thru)\\s";

/** Where addresses may stand in a text, each with its length or its end; to be read by `readAddress`. */
export const ADDRESS_FORM = new RegExp(
  `(?<![\\p{L}\\d.:_-])${NO_CARD}${ONE}(?:\\s?/\\s?(?:${V4}|\\d{1,3})|\\s255(?:\\.\\d{1,3}){3}|(?:${DASH})${ONE}|\\s?[-–]\\s?\\d{1,3})?(?![\\p{L}\\d_:%*/]|\\.[\\p{L}\\d*]|-[\\p{L}\\d])`,
  "gu",
);

/** Reads an address by itself: IPv4 and IPv6, with a length, a mask or an end. A mask becomes the length it stands for. */
export function readAddress(raw: string): AddressText {
  const text = raw.trim().replace(/[[\]]/g, "");
  const [, first = "", divider = "", second = ""] = PARTS.exec(text) ?? [];
  if (isIP(first) === 0) return no(notOne(first === "" ? text : first));
  if (second === "") return yes(first);
  return /^\s?\/|^\s$/.test(divider) ? withLength(first, second) : withEnd(first, second, divider);
}

const PARTS = new RegExp(`^(.+?)(?:(\\s?/\\s?|\\s(?=255\\.)|${DASH})(.+))?$`, "u");

function withLength(first: string, said: string): AddressText {
  const most = isIP(first) === 4 ? 32 : 128;
  const length = /^\d{1,3}$/.test(said) ? Number(said) : (lengthOf(said) ?? Number.NaN);
  if (length <= most) return yes(`${first}/${length}`);
  return no(saying("values.network", { said: typed(said), most }));
}

/** The length that a mask such as 255.255.255.0 stands for; null for what is no mask. */
function lengthOf(mask: string): number | null {
  if (isIP(mask) !== 4) return null;
  const bits = mask
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
  return /^1*0*$/.test(bits) ? bits.replaceAll("0", "").length : null;
}

function withEnd(first: string, said: string, divider: string): AddressText {
  const isShort = /^\d{1,3}$/.test(said) && isIP(first) === 4;
  const last = isShort ? first.replace(/(?<!\d)\d+$/, said) : said;
  if (isIP(last) !== isIP(first)) return no(notOne(said));
  // "10.1.0.4 to 10.2.0.9" may be the two ends of a connection; within one small network it is a range.
  if (/\p{L}/u.test(divider) && !isNear(first, last)) return no(saying("values.writeRange", { from: first, to: last }));
  return isInOrder(first, last) ? yes(`${first}-${last}`) : no(saying("values.addressOrder"));
}

function isNear(first: string, last: string): boolean {
  const network = (address: string) => address.replace(/[.:][^.:]*$/, "");
  return network(first) === network(last);
}

const OutOfOrder = z.object({ code: z.literal("ERR_INVALID_ARG_VALUE") });

/** node's own list of addresses refuses a range that ends before it begins. */
function isInOrder(first: string, last: string): boolean {
  try {
    new BlockList().addRange(first, last, isIP(first) === 4 ? "ipv4" : "ipv6");
    return true;
  } catch (caught) {
    if (OutOfOrder.safeParse(caught).success) return false;
    throw caught;
  }
}

/** The full name of a host: "mes.cloud.vendor.example". Its last part has letters, unlike a version or an address. */
export function isHost(text: string): boolean {
  return text.length <= 253 && new RegExp(`^${HOST}$`, "i").test(text);
}

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const HOST = `(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])`;
/** Where full names of hosts may stand in a text. */
export const HOST_FORM = new RegExp(`(?<![\\p{L}\\d@._/-])${HOST}(?![\\p{L}\\d@:_/-]|\\.[\\p{L}\\d])`, "giu");

/**
 * Where something stands that looks like an address or a time and is neither: "256.1.1.1", "10.0.0.0/99", "12:30". A port
 * behind an address is something else, and left as it is.
 */
export const FAILED_FORM = new RegExp(
  `(?<![\\p{L}\\d.:_-])${NO_CARD}(?:\\d{1,4}(?:\\.\\d{1,4}){3,}(?:/[\\d.]+)?(?:\\s?[-–]\\s?[\\d.]+)?|[\\da-f]{0,4}(?::[\\da-f]{0,4}){2,}(?:/\\d+)?|\\d{1,2}:\\d{2})(?![\\p{L}\\d:]|\\.\\d)`,
  "giu",
);

function notOne(said: string): Saying {
  return /^\d+(\.\d+){3}$/.test(said)
    ? saying("values.badAddress", { said: typed(said) })
    : saying("values.noAddress", { said: typed(said) });
}

const yes = (address: string): AddressText => ({ ok: true, address });
const no = (problem: Saying): AddressText => ({ ok: false, problem });
