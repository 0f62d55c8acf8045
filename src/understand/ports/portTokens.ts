import { type PortItem, portlessIn } from "../../workflow/values/port.ts";
import { icmpAt } from "./icmpText.ts";
import { portNames, protocolWords } from "./ports.ts";

export type Transports = readonly ("tcp" | "udp")[];

type Body =
  | { readonly type: "number"; readonly from: number; readonly to: number; readonly own: Transports }
  /** The port behind an address or a name, "10.20.3.4:502"; `host` are the words it stands behind. */
  | { readonly type: "behind"; readonly from: number; readonly own: Transports; readonly host: string }
  | { readonly type: "transport"; readonly transports: Transports }
  | { readonly type: "protocol"; readonly name: string }
  | { readonly type: "portless"; readonly items: readonly PortItem[] }
  | { readonly type: "separator"; readonly sign: "," | "/" | "and" }
  /** `port` calls the next number one, `deny` says that it is none, `filler` says nothing, `word` something else. */
  | { readonly type: "or" | "port" | "deny" | "filler" | "word" | "open" | "close" };

/** What a text about ports consists of; `start` and `end` are places in the text. */
export type PortToken = Body & { readonly start: number; readonly end: number };

const T = "(?:tcp|udp)";
const BOTH = `(?:tcp\\s?[/+&]\\s?udp|udp\\s?[/+&]\\s?tcp)`;
/** "502/tcp + udp 161": behind one port, the second transport is that of the next. */
const NO_PORT = "(?!\\s?[/:_-]?\\s?(?:ports?\\s|puertos?\\s)?\\d)";
const END = "(?![\\p{L}\\d])";
const TO = "(?:\\s?(?:-|:|\\.{2,3})\\s?|\\s(?:to|bis|a|al|hasta|thru|through|until|till)\\s)";
const ADDRESS = "(?:\\d{1,3}\\.){3}\\d{1,3}(?!\\d|\\.\\d)";
const FILLERS =
  "the|der|die|das|den|dem|el|la|los|las|un|una|ein|eine|on|auf|en|in|via|por|per|with|mit|con|for|fur|para|from|von|de|desde|protocol|protokoll|protocolo|service|dienst|servicio|traffic|number|nummer|numero|nr|only|just|nur|solo|please|bitte|also|auch|tambien|both|beide|ambos|open|allow|permit|offnen|freigeben|freischalten|abrir|permitir";
const DENIALS =
  "not|no|nicht|keine?n?|ni|sin|without|ohne|except|excepto|ausser|salvo|menos|statt|instead|never|nie|nunca|src|source|sport|quell\\p{L}*|origen";

type Read = (match: RegExpExecArray) => Body | null;
type Plain = Extract<Body, { type: "or" | "port" | "deny" | "filler" | "word" | "open" | "close" }>["type"];

const plain = (type: Plain) => (): Body => ({ type });
const separator = (sign: "," | "/" | "and") => (): Body => ({ type: "separator", sign });

/** The forms of a token, in the order in which they are tried; each begins where the token before it ended. */
const FIRST: readonly (readonly [RegExp, Read])[] = [
  [form('"[^"]*"'), plain("word")],
  [form("([a-z][a-z.+-]*://[^\\s,;:]+):(\\d+)(?!\\d)[^\\s,;]*"), ([said, , port]) => behind(port, said)],
  [form("[a-z][a-z.+-]*://[^\\s,;]+"), plain("word")],
  [
    form(`(${ADDRESS}|\\[[0-9a-f:.]+\\]):(\\d+)(?:\\s?/\\s?(${BOTH}|${T}))?${END}`),
    ([, host = "", port, said]) => behind(port, host, said),
  ],
  [form(`${ADDRESS}(?:/\\d{1,2})?`), plain("word")],
];

const AFTER_NAMES: readonly (readonly [RegExp, Read])[] = [
  [form(`(gre|esp|ah|igmp)${END}`), ([, name = ""]) => portless(name)],
  [form(BOTH + END), () => ({ type: "transport", transports: ["tcp", "udp"] })],
  [form(`(${T})(?!\\p{L})[/:_-]?`), ([, said]) => ({ type: "transport", transports: transportsIn(said) })],
  [
    form(
      "(?:(?:dst|dest|destination|ziel|destino)[\\s-]?)?(?:ports?|puertos?|portnummern?)(?!\\p{L})[\\s:#-]{0,2}(?:(?:no|nr|number|nummer|numeros?)(?!\\p{L})\\.?)?",
    ),
    plain("port"),
  ],
  [form(`(?:between|zwischen|entre)\\s(\\d+)\\s(?:and|und|y|e)\\s(\\d+)${END}`), ([, from, to]) => number(from, to)],
  [
    form(
      `(?:(?:from|von|de|desde)\\s)?(\\d+)(?:${TO}(\\d+))?(?:\\s?[/:]\\s?(${BOTH}${NO_PORT}|${T})|(${T}))?(?![\\p{L}\\d]|[.:-]\\d|\\.\\p{L})`,
    ),
    ([, from, to, apart, joined]) => number(from, to, apart ?? joined),
  ],
  [form("([a-z][\\p{L}\\d_-]*[\\d.][\\p{L}\\d_.-]*):(\\d+)(?!\\d)"), ([, host = "", port]) => behind(port, host)],
  [form(`(?:${DENIALS})${END}`), plain("deny")],
  [form(`(?:and|und|y|e|sowie|plus)${END}|[&+]`), separator("and")],
  [form(`(?:or|oder|o|u)${END}`), plain("or")],
  [form("[,;|\\n]"), separator(",")],
  [form("/"), separator("/")],
  [form("[([{]"), plain("open")],
  [form("[)\\]}]"), plain("close")],
  // "Over 1024" is not 1024, and nor is "modbus over 502" more than 502: only what surely says nothing is passed over.
  [form(`(?:${FILLERS})${END}|(?:over|uber)${END}(?!\\s?\\d)|[.:=?!]+(?!\\d)|[:=]|-(?!\\d)`), plain("filler")],
  [form("[\\p{L}\\d][\\p{L}\\p{M}\\d_.'-]*|."), plain("word")],
];

function form(source: string): RegExp {
  return new RegExp(source, "suy");
}

/** The tokens of a folded text, without the spaces between them. */
export function portTokens(folded: string): readonly PortToken[] {
  const tokens: PortToken[] = [];
  for (let at = 0; at < folded.length; ) {
    const token = /[^\S\n]/.test(folded.charAt(at)) ? null : tokenAt(folded, at);
    if (token !== null) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

/** The token that begins at a place of a folded text; null where none does. */
export function tokenAt(folded: string, start: number): PortToken | null {
  return formAt(FIRST, folded, start) ?? namedAt(folded, start) ?? formAt(AFTER_NAMES, folded, start);
}

function formAt(forms: readonly (readonly [RegExp, Read])[], folded: string, start: number): PortToken | null {
  for (const [pattern, read] of forms) {
    pattern.lastIndex = start;
    const match = pattern.exec(folded);
    const body = match === null ? null : read(match);
    if (match !== null && body !== null) return { ...body, start, end: start + match[0].length };
  }
  return null;
}

/** ICMP, or the longest name of a protocol that stands there as a word of its own: not "s7" in "s7-1500". */
function namedAt(folded: string, start: number): PortToken | null {
  const icmp = icmpAt(folded, start);
  if (icmp !== null) return { type: "portless", items: icmp.items, start, end: icmp.end };
  const name = namesFrom(folded.charAt(start)).find(
    (word) =>
      folded.startsWith(word, start) &&
      !/^(?:[\p{L}\d]|[-.]\d)/u.test(folded.slice(start + word.length, start + word.length + 2)),
  );
  return name === undefined ? null : { type: "protocol", name, start, end: start + name.length };
}

let names: ReadonlyMap<string, readonly string[]> | undefined;

/** The names that begin with a sign, longest first. Sorted on first use, since nothing may run on import. */
function namesFrom(first: string): readonly string[] {
  names ??= namesByFirst();
  return names.get(first) ?? [];
}

function namesByFirst(): ReadonlyMap<string, readonly string[]> {
  // Where ports are written, "60870" is one, though people call a protocol by it elsewhere.
  const all = [...protocolWords(), ...portNames()]
    .filter((name) => !/^\d+$/.test(name))
    .sort((a, b) => b.length - a.length);
  const firsts = new Set(all.map((name) => name.charAt(0)));
  return new Map([...firsts].map((first) => [first, all.filter((name) => name.startsWith(first))]));
}

function number(from: string | undefined, to = from, own = ""): Body {
  return { type: "number", from: Number(from), to: Number(to), own: transportsIn(own) };
}

function behind(port: string | undefined, host: string, own = ""): Body {
  return { type: "behind", from: Number(port), host, own: transportsIn(own) };
}

function portless(name: string): Body | null {
  const protocol = portlessIn(name);
  return protocol === null ? null : { type: "portless", items: [{ type: "portless", protocol, icmpType: null }] };
}

function transportsIn(said = ""): Transports {
  return (["tcp", "udp"] as const).filter((each) => said.includes(each));
}
