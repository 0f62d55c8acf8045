import { portsAt, type SaidPort } from "../ports/portList.ts";
import { protocolByName, protocolsOf } from "../ports/ports.ts";
import { classesOf } from "../text/wordClasses.ts";
import type { Found } from "./found.ts";

const BOTH = "(?:\\s?[/+&]\\s?|\\s(?:and|und|y|or|oder|o)\\s)";
const TRANSPORT = `tcp${BOTH}udp|udp${BOTH}tcp|tcp|udp`;
// "port 502", "ports 502 and 44818", "udp ports 161 and 162", "tcp/102", "tcp 135-139", "p 102", up to their numbers.
const CALLED = new RegExp(
  `(?<![\\p{L}\\d])(?:(${TRANSPORT})(?:[\\s-]?(?:ports?|puertos?))?|(?:ports?|puertos?|prots?|portnummern?|p))[\\s:/#-]{0,3}(?:(?:no|nr|number|nummer|numero)\\.?\\s?)?(?:(${TRANSPORT})[\\s/:]{0,2})?(?:(?:from|von|de|desde)\\s)?((?:between|zwischen|entre)\\s)?(?=\\d)`,
  "gu",
);
// "502/tcp", "161/162 udp", "502, 503 tcp": numbers that are ports by what stands behind or before them.
const NUMBER = /(?<![\p{L}\d.,:/#+-])\d{1,5}(?!\d)/gu;
const COLON_PORT = /(?<=[\d\p{L}]):(?=\d{2,5}(?![\d:]|\.\d|\s?(?:uhr|am|pm)))/gu;
const BARE_NUMBER =
  /(?<![\p{L}\d.,:/#+-])(\d{2,5})(?![\d%:]|[.,/-]\d|\p{L}|\s?(?:%|°|uhr\b|pcs|stuck|people|times|mal\b|min\b|minutes|sec|hours|stunden|horas|days|tage|dias|weeks|euro|eur\b|mbit|gb\b|mb\b|ms\b|km\b|kg\b|mm\b))/gu;
const MOST_SOCKETS = 64;
const SWITCH_TALK = /switch|(?<!\p{L})sw-?\d|patch|vlan|dose|socket|rack|uplink|trunk|mirror|span/u;
// After these words a number names something else: "line 502", "error 2041", "station 40", "vlan 135".
const NAMES_SOMETHING =
  /(?<!\p{L})(?:lines?|linie|linea|plc|sps|hmi|error|fehler|alarm|alarma|code|station|estacion|cell|cabinet|schrank|armario|hall|halle|nave|room|raum|vlan|cell|zelle|ticket|version|v|step|schritt|cpu|panel|press|presse|prensa|pump|pumpe|bomba|tank|cab|rack|slot|drive|kb|crew|year|batch|order|auftrag|charge|lote|st|nr|no|l|sw|gw|cve|windows|win|server|iso|en|iec|din|temperature|value|at|um|a las|until|till|bis|since|seit|desde|hasta|office|studio|s7|s7-|ev|pump|module|channel|kanal|canal|the|than|about|etwa|around|nearly|almost|only|next|last)\s?-?$/u;
const KINDS_OF_THINGS = ["machine", "field_device"];
/** Systems whose number is part of their name, rather than the port they listen on, as it may be with "mes 443". */
const NUMBERED_SYSTEMS = new Set(
  `terminal client pc ipc rtu dcs vm node knoten screen bildschirm router controller controlador steuerung computer rechner
  laptop notebook host workstation display monitor pantalla edge switch firewall`.split(/\s+/),
);
/** A word behind which a name begins, the name, and its number: "to kneader 102", "zur Anlage 88", "al horno 25". */
const IN_A_NAME =
  /(?<![\p{L}\d])(?:to|from|the|on|our|into|towards|and|nach|zu|zum|zur|vom|von|auf|an|der|die|das|dem|den|und|unsere[rnm]?|el|la|los|las|al|del|de|desde|hacia|en|y)\s(\p{L}{3,})[\s-]?$/u;
const WORD_BEFORE = /(?<![\p{L}\d])(\p{L}{2,})[\s-]?$/u;
/** "Mixer 102, 103 and", "PLC-20 to": the number behind goes on counting the machines before. */
const COUNTED_ON =
  /(?<![\p{L}\d])(\p{L}{2,})[\s-]?(\d{1,4})(?:\s?(?:,|and|und|y|&|\+)\s?\d{1,4}){0,6}\s?(?:,\s?(?:and|und|y)?|and|und|y|&|\+|to|bis|a|-|\/)\s?$/u;
/** A comma alone counts nothing on, unless the list comes to its "and". */
const GOES_ON = /^\d{1,4}(?:\s?,\s?\d{1,4}){0,6}\s?,?\s?(?:and|und|y|&|\+)\s?\d{1,4}(?!\d)/;
/** Machines that are counted in one breath have numbers as close as this; "PLC 12, 502" is a machine and a port. */
const COUNTED_WITHIN = 100;
const NO_NAME =
  /^(?:ports?|puertos?|portnummern?|tcp|udp|via|using|through|over|with|uber|mit|por|con|and|und|only|just|also|both|auch|nur|solo|please|bitte|number|numbers|nummer|range|rule|rules|firewall|traffic|access|connection|connections|like|including|is|are|was|be|outside|inside|following|folgende|siguientes?|open|allow|permit)$/;

/** A stretch of the text, e.g. where the name of an asset stands. */
export type Span = { readonly start: number; readonly end: number };

/** A port is 1 to 65535; anything else is left as the number it is, and so is asked about. */
export function addPorts(folded: string, found: Found, ports: readonly SaidPort[]): void {
  for (const port of ports) found.add({ type: "port", ...port, denied: isDenied(folded, port.start) });
}

/** In the order of the text, so that a list is read from its beginning: "1000/tcp + udp 1000". */
export function addNamedPorts(folded: string, found: Found, names: readonly Span[]): void {
  const called = [...folded.matchAll(CALLED)].map((match) => ({
    at: match.index,
    add: () => addCalled(folded, found, match),
  }));
  const numbers = [...folded.matchAll(NUMBER)].map(({ index: at }) => ({
    at,
    add: () => addTransported(folded, found, names, at),
  }));
  for (const { add } of [...called, ...numbers].sort((a, b) => a.at - b.at)) add();
  for (const { index } of folded.matchAll(COLON_PORT)) {
    if (!isClock(folded, index)) addBehindColon(folded, found, index);
  }
}

function addCalled(folded: string, found: Found, match: RegExpExecArray): void {
  const [text, before, inner, between = ""] = match;
  const start = match.index + text.length - between.length;
  if (found.isTaken(start)) return;
  // Of "modbus tcp and udp 161" the first belongs to the protocol.
  const isNamed =
    protocolByName(`${WORD_BEFORE.exec(folded.slice(Math.max(0, match.index - 24), match.index))?.[1]} tcp`) !== null;
  const said = inner ?? (isNamed ? before?.replace(/^tcp.*?udp$/, "udp") : before);
  const ports = portsAt(folded, start, said);
  const isPlain = said === undefined && (ports[0]?.transports ?? []).length === 0;
  if (!isPlain || !isSocket(folded, text, ports[0]?.from ?? 0)) addPorts(folded, found, ports);
}

function addTransported(folded: string, found: Found, names: readonly Span[], at: number): void {
  // A list of the most ports is no longer than this; without a transport in it, it is not for here.
  if (found.isTaken(at) || !/tcp|udp/.test(folded.slice(at, at + 400))) return;
  const ports = portsAt(folded, at);
  const last = ports.findLastIndex(({ transports }) => transports.length > 0);
  const [first] = ports;
  if (last < 0 || first === undefined || isInKnownName(at, names)) return;
  const isJoined = /^\d+\s?[/(-]?(?:tcp|udp)(?!\p{L}|\s?\d)/u.test(folded.slice(at, at + 12));
  if (!isJoined && (isNumberOfThing(folded, at, names) || isInName(folded, at, names))) return;
  addPorts(folded, found, ports);
}

/** The port behind an address, and those listed with it: "10.20.3.4:502/tcp". */
export function addPortsBehind(folded: string, found: Found, end: number): void {
  if (/^:\d{1,5}(?!\d)/.test(folded.slice(end, end + 7))) addBehindColon(folded, found, end);
}

/** The colon belongs to the port: it divides no sentences. Between two numbers it is that of a range. */
function addBehindColon(folded: string, found: Found, colon: number): void {
  const lower = /(?<![\p{L}\d.:/-])\d{2,5}$/u.exec(folded.slice(Math.max(0, colon - 6), colon))?.[0];
  const [range] = lower === undefined ? [] : portsAt(folded, colon - lower.length);
  const [first, ...others] = portsAt(folded, colon + 1);
  if (range !== undefined && range.from < range.to) addPorts(folded, found, [range]);
  else if (first !== undefined) addPorts(folded, found, [{ ...first, start: colon }, ...others]);
}

/** "Port 7 on switch 12" is a socket; so is any small number where people talk of switches and patching. */
function isSocket(folded: string, said: string, port: number): boolean {
  if (/^p[\s\d]?$/.test(said) && port < 100) return true;
  return port <= MOST_SOCKETS && SWITCH_TALK.test(folded);
}

/** "9:30" is a time, "plc12:502" a port: a colon with one or two digits on its left and two on its right. */
function isClock(folded: string, colon: number): boolean {
  return (
    /(?:^|[^\p{L}\d.])\d{1,2}$/u.test(folded.slice(Math.max(0, colon - 4), colon)) &&
    /^:[0-5]\d(?!\d)/.test(folded.slice(colon, colon + 4))
  );
}

/** "Not 502", "instead of port 80": said so that it is not meant. */
const DENIED =
  /(?:^|[^\p{L}])(?:not|nicht|kein|no|opened|already open|geoffnet|abierto|abristeis|no need for|no need of|kein bedarf an|sin|instead of|rather than|statt|except|ausser|menos|en vez de|sondern nicht)(?: the| port| ports| puerto| auf| tcp)*\s*$/u;

/** Whether the words before a place take back what stands there. */
export function isDenied(folded: string, start: number): boolean {
  return DENIED.test(folded.slice(Math.max(0, start - 30), start));
}

/** A number nobody called a port counts as one only if the table knows it and nothing says it is something else. */
export function addKnownNumbers(folded: string, found: Found, names: readonly Span[]): void {
  const free = [...folded.matchAll(BARE_NUMBER)]
    .map(({ 1: first = "", index: start }) => ({ number: Number(first), start }))
    .filter(({ start }) => !isNumberOfThing(folded, start, names));
  // "Open 502 to kneader 102": beside another port, the number behind a name is part of it.
  const unnamed = free.filter(({ start }) => !isInName(folded, start, names));
  addThose(unnamed, isTelling);
  if (!found.hasPort()) addThose(free, isTelling);
  addThose(unnamed, ({ number }) => found.hasPort() || found.hasProtocolOf(number));

  function addThose(numbers: readonly Bare[], counts: (bare: Bare) => boolean): void {
    for (const bare of numbers) if (counts(bare)) addKnown(folded, found, bare);
  }
}

type Bare = { readonly number: number; readonly start: number };

// "22" or "80" alone may be anything; beside a port, or beside "ssh", it is one.
const isTelling = ({ number }: Bare) => number >= 100;

function addKnown(folded: string, found: Found, { number, start }: Bare): void {
  if (isKnown(number) && !found.isTaken(start)) addPorts(folded, found, portsAt(folded, start));
}

export function isKnown(port: number): boolean {
  return protocolsOf(port).length > 0;
}

/** Whether a number tells one machine from others: "line 502", "Mixer 102", "Mixer 102 and 103", or a name the plant knows. */
export function isNumberOfThing(folded: string, at: number, names: readonly Span[]): boolean {
  if (isInKnownName(at, names)) return true;
  const before = folded.slice(Math.max(0, at - 60), at);
  if (NAMES_SOMETHING.test(before.slice(-14))) return true;
  if (isThing(WORD_BEFORE.exec(before)?.[1])) return true;
  const [, word, first] = COUNTED_ON.exec(before) ?? [];
  if (word === undefined || !isNameWord(word)) return false;
  if (/,\s?$/.test(before) && !GOES_ON.test(folded.slice(at, at + 40))) return false;
  const number = Number(/^\d+/.exec(folded.slice(at, at + 5)));
  return Math.abs(number - Number(first)) < COUNTED_WITHIN;
}

function isInKnownName(at: number, names: readonly Span[]): boolean {
  return names.some(({ start, end }) => start <= at && at < end);
}

/** Behind a name that the plant knows without a number, a number is none of it: "the historian 5450". */
function isInName(folded: string, at: number, names: readonly Span[]): boolean {
  const word = IN_A_NAME.exec(folded.slice(Math.max(0, at - 40), at))?.[1];
  return word !== undefined && isNameWord(word) && !names.some(({ end }) => end === at || end === at - 1);
}

function isThing(word: string | undefined): boolean {
  if (word === undefined) return false;
  return NUMBERED_SYSTEMS.has(word) || classesOf(word).some((name) => KINDS_OF_THINGS.includes(name));
}

/** Whether a word before a number can be the name of a machine, rather than what is done or how. */
export function isNameWord(word: string): boolean {
  if (NO_NAME.test(word) || protocolByName(word) !== null) return false;
  return !classesOf(word).some((name) => name.endsWith("_verb"));
}
