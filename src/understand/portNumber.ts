import type { Found } from "./found.ts";
import { protocolsOf } from "./ports.ts";

const TRANSPORT = "(tcp/udp|udp/tcp|tcp|udp)";
const NUMBER = "(\\d{1,5})";
const RANGE = `${NUMBER}(?:\\s?(?:-|to|bis|a|through|until)\\s?${NUMBER})?`;
// "port 502", "ports 502 and 44818", "tcp/102", "502/tcp", "tcp 135-139", "p 102", "10.1.1.5:4840", ":502"
const NAMED_PORT = new RegExp(
  `(?<![\\p{L}\\d])(?:ports?|puertos?|prots?|portnummern?|p|${TRANSPORT})[\\s:/#-]{0,3}(?:(?:no|nr|number|nummer|numero)\\.?\\s?)?(?:${TRANSPORT}[\\s/:]{0,2})?${RANGE}(?![\\d.]\\d|\\d|\\p{L}{2})`,
  "gud",
);
const SLASHED_PORT = new RegExp(`(?<![\\d.\\p{L}])${RANGE}\\s?[/ ]?\\s?${TRANSPORT}(?![\\p{L}\\d])`, "gu");
const COLON_PORT = /(?<=[\d\p{L}]):(\d{2,5})(?![\d:.]|\s?(?:uhr|am|pm))/gu;
// "and 44818", ", 503", "+ 2222", "/ 4840" right after a port
const NEXT_PORT =
  /^\s?(?:,|and|und|y|e|\+|&|or|oder|o|\/|,\s?and|plus|as well as|sowie)\s?(\d{2,5})(?:-(\d{2,5}))?(?![\d.]\d|\d|\p{L})/u;
const BARE_NUMBER =
  /(?<![\p{L}\d.,:/#+-])(\d{2,5})(?![\d%:]|[.,/-]\d|\p{L}|\s?(?:%|°|uhr\b|pcs|stuck|people|times|mal\b|min\b|minutes|sec|hours|stunden|horas|days|tage|dias|weeks|euro|eur\b|mbit|gb\b|mb\b|ms\b|km\b|kg\b|mm\b))/gu;
const MOST_SOCKETS = 64;
const SWITCH_TALK = /switch|(?<!\p{L})sw-?\d|patch|vlan|dose|socket|rack|uplink|trunk|mirror|span/u;
// After these words a number names something else: "line 502", "error 2041", "station 40", "vlan 135".
const NAMES_SOMETHING =
  /(?<!\p{L})(?:lines?|linie|linea|plc|sps|hmi|error|fehler|alarm|alarma|code|station|estacion|cell|cabinet|schrank|armario|hall|halle|nave|room|raum|vlan|cell|zelle|ticket|version|v|step|schritt|cpu|panel|press|presse|prensa|pump|pumpe|bomba|tank|cab|rack|slot|drive|kb|crew|year|batch|order|auftrag|charge|lote|st|nr|no|l|sw|gw|cve|windows|win|server|iso|en|iec|din|temperature|value|at|um|a las|until|till|bis|since|seit|desde|hasta|office|studio|s7|s7-|ev|pump|module|channel|kanal|canal|the|than|about|etwa|around|nearly|almost|only|next|last)\s?-?$/u;

type PortSpan = {
  readonly start: number;
  readonly end: number;
  readonly first: string;
  readonly last?: string | undefined;
  readonly transport?: string | undefined;
};

/** A port is 1 to 65535; anything else is left as the number it is, and so is asked about. */
export function addPort(folded: string, found: Found, { start, end, first, last, transport }: PortSpan): boolean {
  const from = Number(first);
  const to = last === undefined ? from : Number(last);
  if (from < 1 || to > 65_535 || to < from) return false;
  const said = transport === "tcp" || transport === "udp" ? transport : null;
  return found.add({ type: "port", start, end, from, to, transport: said, denied: isDenied(folded, start) });
}

export function addNamedPorts(folded: string, found: Found): void {
  for (const match of folded.matchAll(NAMED_PORT)) {
    const [text, before, inner, first = "", last] = match;
    const start = match.indices?.[3]?.[0] ?? match.index;
    const transport = inner ?? before;
    if (transport === undefined && isSocket(folded, text, Number(first))) continue;
    addWithFollowing(folded, found, { start, end: match.index + text.length, first, last, transport });
  }
  addSlashedPorts(folded, found);
  addColonPorts(folded, found);
}

function addSlashedPorts(folded: string, found: Found): void {
  for (const match of folded.matchAll(SLASHED_PORT)) {
    const [text, first = "", last, transport] = match;
    addWithFollowing(folded, found, { start: match.index, end: match.index + text.length, first, last, transport });
  }
}

function addColonPorts(folded: string, found: Found): void {
  for (const match of folded.matchAll(COLON_PORT)) {
    const first = match[1] ?? "";
    if (isClock(folded, match.index)) continue;
    addPort(folded, found, { start: match.index, end: match.index + match[0].length, first });
  }
}

function addWithFollowing(folded: string, found: Found, span: PortSpan): void {
  if (addPort(folded, found, span)) addFollowing(folded, found, span.end);
}

/** "Port 7 on switch 12" is a socket; so is any small number where people talk of switches and patching. */
function isSocket(folded: string, said: string, port: number): boolean {
  if (/^p[\s\d]/.test(said) && port < 100) return true;
  return port <= MOST_SOCKETS && SWITCH_TALK.test(folded);
}

/** "9:30" is a time, "plc12:502" a port: a colon with one or two digits on its left and two on its right. */
function isClock(folded: string, colon: number): boolean {
  return (
    /(?:^|[^\p{L}\d.])\d{1,2}$/u.test(folded.slice(Math.max(0, colon - 4), colon)) &&
    /^:[0-5]\d(?!\d)/.test(folded.slice(colon, colon + 4))
  );
}

function addFollowing(folded: string, found: Found, from: number): void {
  let at = from;
  for (let count = 0; count < 20; count += 1) {
    const match = NEXT_PORT.exec(folded.slice(at, at + 24));
    if (match?.[1] === undefined) return;
    const end = at + match[0].length;
    const start = end - match[0].trimStart().length + match[0].trimStart().search(/\d/);
    if (!addPort(folded, found, { start, end, first: match[1], last: match[2] })) return;
    at = end;
  }
}

/** "Not 502", "instead of port 80": said so that it is not meant. */
const DENIED =
  /(?:^|[^\p{L}])(?:not|nicht|kein|no|opened|already open|geoffnet|abierto|abristeis|no need for|no need of|kein bedarf an|sin|instead of|rather than|statt|except|ausser|menos|en vez de|sondern nicht)(?: the| port| ports| puerto| auf| tcp)*\s*$/u;

/** Whether the words before a place take back what stands there. */
export function isDenied(folded: string, start: number): boolean {
  return DENIED.test(folded.slice(Math.max(0, start - 30), start));
}

/** A number nobody called a port counts as one only if the table knows it and nothing says it is something else. */
export function addKnownNumbers(folded: string, found: Found): void {
  const numbers = [...folded.matchAll(BARE_NUMBER)].map(({ 1: first = "", index: start }) => ({ first, start }));
  const free = numbers.filter(({ start }) => !NAMES_SOMETHING.test(folded.slice(Math.max(0, start - 14), start)));
  for (const { first, start } of free) {
    if (Number(first) >= LEAST_TELLING) addKnown(folded, found, start, first);
  }
  for (const { first, start } of free) {
    if (found.hasPort() || found.hasProtocolOf(Number(first))) addKnown(folded, found, start, first);
  }
}

// "22" or "80" alone may be anything; beside a port, or beside "ssh", it is one.
const LEAST_TELLING = 100;

function addKnown(folded: string, found: Found, start: number, first: string): void {
  if (protocolsOf(Number(first)).length > 0) {
    addWithFollowing(folded, found, { start, end: start + first.length, first });
  }
}
