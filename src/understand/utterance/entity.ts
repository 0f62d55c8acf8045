import { isCalledPort } from "../ports/calledPort.ts";
import { protocolByName, protocolWords } from "../ports/ports.ts";
import { addAddresses } from "./address.ts";
import { type Entity, Found } from "./found.ts";
import { addKnownNumbers, addNamedPorts, isDenied, type Span } from "./portNumber.ts";
import { addOpenedAlone, addOpenedLists, addPortsBeside } from "./portsAsked.ts";

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"]{1,300}/g;
const CLOCK =
  /(?<![\d.:/])(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:\s?(?:uhr|am|pm|h))?(?![\d.:])|(?<![\d.:/-])(?:[01]?\d|2[0-4])\s?(?:uhr|am|pm|a\.m\.|p\.m\.)(?![a-z\d])/g;
const ISO_TIME = /(?<!\d)\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?(?!\d)/g;
const DATE =
  /(?<![\d.])\d{1,2}\.(?:\d{1,2}\.(?:\d{2,4})?)(?![\d])|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|(?<![\d/])\d{1,2}\/\d{1,2}\/\d{2,4}(?![\d/])/g;
const VERSION = /(?<![\d.\p{L}])v?\d{1,4}\.\d{1,4}(?:\.\d{1,6}){0,2}(?![\d.]\d|\p{L}|:)/gu;
const KEY = /(?<![\p{L}\d])([a-z]{3,6})-?(\d{1,6})(?![\p{L}\d.])/gu;

/**
 * Everything with a form of its own, in order, none overlapping another. `code` is the letters of request keys; `names`
 * is where names stand that the plant knows, whose numbers are no ports.
 */
export function findEntities(folded: string, code: string, names: readonly Span[] = []): readonly Entity[] {
  const found = new Found();
  addLinks(folded, found);
  addAddresses(folded, found);
  addKeys(folded, found, code.toLowerCase());
  addPlain(folded, ISO_TIME, found, "clock");
  addNamedPorts(folded, found, names);
  addPlain(folded, DATE, found, "clock");
  addPlain(folded, CLOCK, found, "clock");
  addProtocols(folded, found);
  addPortsBeside(folded, found, names);
  addOpenedLists(folded, found, names);
  addPlain(folded, VERSION, found, "version");
  addOpenedAlone(folded, found, names);
  addKnownNumbers(folded, found, names);
  return found.inOrder();
}

function addLinks(folded: string, found: Found): void {
  for (const match of folded.matchAll(LINK)) {
    found.add({ type: "link", start: match.index, end: match.index + match[0].length });
  }
}

function addPlain(folded: string, form: RegExp, found: Found, type: "clock" | "version"): void {
  for (const match of folded.matchAll(form)) {
    found.add({ type, start: match.index, end: match.index + match[0].length });
  }
}

function addKeys(folded: string, found: Found, code: string): void {
  if (code === "") return;
  for (const match of folded.matchAll(KEY)) {
    if (match[1] !== code) continue;
    const value = `${code.toUpperCase()}-${match[2] ?? ""}`;
    found.add({ type: "key", start: match.index, end: match.index + match[0].length, value });
  }
}

function addProtocols(folded: string, found: Found): void {
  for (const word of protocolWords()) {
    let at = folded.indexOf(word);
    while (at >= 0) {
      const end = at + word.length;
      const key = protocolByName(word)?.key;
      if (key !== undefined && standsAlone(folded, at, end) && !isCalledPort(folded, at, end)) {
        found.add({ type: "protocol", start: at, end, key, denied: isDenied(folded, at) });
      }
      at = folded.indexOf(word, end);
    }
  }
}

/** Not inside a longer word, and not a model name: "s7" yes, "s7-1500" and "ads1" no. */
function standsAlone(folded: string, start: number, end: number): boolean {
  const before = folded.charAt(start - 1);
  const after = folded.slice(end, end + 2);
  return !/[\p{L}\d]/u.test(before) && !/^(?:[\p{L}\d]|-\d)/u.test(after);
}
