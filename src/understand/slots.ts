import { has, type Label } from "./labels.ts";
import { portsNamed, protocolsOf } from "./ports/ports.ts";
import { usualTransport } from "./ports/protocols.ts";
import type { PortRange, Slots } from "./reading.ts";
import { namesIn, type Vocabulary } from "./text/vocabulary.ts";
import { classesOf } from "./text/wordClasses.ts";
import type { Mention } from "./things/mention.ts";
import { mentionsIn } from "./things/mentions.ts";
import { namedThing } from "./things/namedThing.ts";
import { portlessIn } from "./things/portlessIn.ts";
import { purposeIn } from "./things/purpose.ts";
import { momentIn, symptomIn } from "./things/symptom.ts";
import { endsOf, portsFor } from "./things/targets.ts";
import { taskIn, visitorIn } from "./things/visit.ts";
import { findTimes } from "./time/findTimes.ts";
import { instantIn, type TimeContext } from "./time/said.ts";
import type { Cue } from "./turns/cues.ts";
import { isClosedPort } from "./utterance/closedPort.ts";
import type { Entity } from "./utterance/found.ts";
import { isDenied } from "./utterance/portNumber.ts";
import type { Utterance } from "./utterance/utterance.ts";

/** What a message is read with. */
export type SlotContext = { readonly vocabulary: Vocabulary; readonly time: TimeContext };

const GENERIC_VENDOR =
  /^(?:vendor|supplier|oem|integrator|contractor|manufacturer|technician|hersteller|lieferant|anlagenbauer|servicetechniker|dienstleister|fremdfirma|proveedor|fabricante|integrador|tecnico|maker|builder|programmer|programmierer|programador|external|partner|subcontractor|universal|wago)$/;
const READS =
  /read[- ]?only|only read|just read|reading|(?<![a-z])ro(?![a-z])|lesend|nur lesen|nur lese|leserecht|solo lectura|solo leer|readonly|to read|view[- ]?only/;
const WRITES =
  /(?<![a-z])rw(?![a-z])|read ?(?:\/|and|&|-) ?write|(?<![a-z])write|schreib|escrib|escritura|both ways|bidirectional|beide richtungen/;
const CAN_WAIT =
  /can wait|no rush|no hurry|not urgent|whenever you|eilt nicht|keine eile|hat zeit|kann warten|sin prisa|no corre prisa|no es urgente|low prio|when you have time/;
const STANDS =
  /(?:line|linie|linea|production|produktion|produccion|machine|maschine|anlage|plant|we|cell|everything)[^.!?]{0,24}(?:is |are |ist |sind |esta )?(?:standing|stands|stand|down|stopped|steht|stehen|parada|parado|stillstand|at a standstill|halted)|standstill|stillstand|wir stehen/;
const WILL_STOP =
  /(?:line|linie|linea|production|produktion|machine|we|wir)[^.!?]{0,20}(?:will stop|stops? (?:at|by|in|before|without)|going to stop|bleibt stehen|steht sonst|stehen sonst|se para)|before the line stops|or we stop|otherwise (?:we|the line) stop/;

/** The facts of a sentence that is read as `label`. */
export function slotsOf(utterance: Utterance, cues: ReadonlySet<Cue>, label: Label, context: SlotContext): Slots {
  const { text, folded, entities } = utterance;
  const read = text.slice(0, folded.length);
  const all = mentionsIn(utterance, context.vocabulary);
  // "To PLC-7, not PLC-12": what is taken back has no part in what is asked.
  const meant = all.filter(({ start }) => !isDenied(folded, start));
  const mentions = meant.length > 0 ? meant : all;
  const saidPorts = entities.flatMap((entity) => (entity.type === "port" && !entity.denied ? [entity] : []));
  const companies = namesIn(context.vocabulary.vendors, read);
  const vendor = companies[0]?.text ?? vendorIn(utterance);
  const named = namesIn(context.vocabulary.people, read);
  const isTaken = (start: number, end: number) =>
    [...entities, ...mentions, ...companies, ...named].some((other) => other.start < end && start < other.end);
  const portless = has(label, "opensPorts") ? portlessIn(utterance) : [];
  const protocols = protocolsNamed(utterance, portless);
  const clear = openedAmong(
    folded,
    label,
    saidPorts.filter(({ isEither }) => !isEither),
  );
  const ports = portsIn(has(label, "opensPorts") ? portsFor(utterance, mentions, clear) : clear, protocols);
  const otherPorts = portsIn(saidPorts, protocols).filter((port) => !ports.some((one) => isSamePort(one, port)));
  return {
    ports,
    otherPorts,
    protocol: protocolIn(protocols, ports),
    protocols,
    alone: has(label, "opensPorts") ? aloneIn(utterance, [...ports, ...otherPorts]) : [],
    portless,
    addresses: entities.flatMap((entity) => (entity.type === "address" ? [entity.value] : [])),
    ...endsOf(utterance, mentions, label),
    assets: unique(all.flatMap(({ what }) => (what.type === "asset" ? [what.id] : []))),
    lines: unique(namesIn(context.vocabulary.lines, read).map(({ id }) => id)),
    people: unique(named.map(({ id }) => id)),
    vendor,
    vendors: unique(companies.map((name) => name.text)),
    version: entities.find(({ type }) => type === "version") === undefined ? null : versionIn(utterance),
    keys: unique(entities.flatMap((entity) => (entity.type === "key" ? [entity.value] : []))),
    ...timesIn(onlyTimes(utterance, all), context.time),
    access: READS.test(folded) && !WRITES.test(folded) ? "read" : WRITES.test(folded) ? "write" : null,
    impact: impactOf(folded, cues),
    purpose: purposeIn(utterance),
    thing: namedThing(utterance, mentions),
    symptom: symptomIn(utterance),
    moment: momentIn(folded),
    visitor: visitorIn(utterance, vendor),
    task: has(label, "visits") ? taskIn(utterance, isTaken) : null,
  };
}

function timesIn(text: string, context: TimeContext): Pick<Slots, "times" | "stopsAt"> {
  const stop = WILL_STOP.test(text) ? stopIn(text) : null;
  if (stop === null) return { times: findTimes(text, context), stopsAt: null };
  const { at, from, until } = findTimes(text.slice(stop.start, stop.end), context);
  return { times: findTimes(covered(text, stop.start, stop.end), context), stopsAt: instantIn(from ?? at ?? until) };
}

/** A port that is named to be closed is not opened with the others: "close 502 and open 503". */
function openedAmong<E extends Stretch>(folded: string, label: Label, ports: readonly E[]): readonly E[] {
  if (!has(label, "opensPorts")) return ports;
  const opened = ports.filter((port) => !isClosedPort(folded, port));
  return opened.length > 0 ? opened : ports;
}

/** Each port with the transports said of it, else with the one that the protocol named beside it has there. */
function portsIn(entities: readonly Entity[], protocols: readonly string[]): readonly PortRange[] {
  const said = entities.flatMap((entity): readonly PortRange[] => {
    if (entity.type !== "port") return [];
    const { from, to } = entity;
    const transports = entity.transports.length > 0 ? entity.transports : (usualTransport(protocols, entity) ?? []);
    return (transports.length > 0 ? transports : [null]).map((transport) => ({ from, to, transport }));
  });
  // "Port 161, that is 161/udp" is one; "53/tcp and 53/udp" are two.
  return said.filter((port, i) => {
    const others = said.filter((other, at) => at !== i && isSamePort(port, other));
    if (port.transport === null && others.some(({ transport }) => transport !== null)) return false;
    return !said.slice(0, i).some((other) => isSamePort(port, other) && other.transport === port.transport);
  });
}

function isSamePort(one: PortRange, other: PortRange): boolean {
  return one.from === other.from && one.to === other.to;
}

/** "Allow pings" asks for ICMP. */
function protocolsNamed({ entities }: Utterance, portless: Slots["portless"]): readonly string[] {
  const named = entities.flatMap((entity) => (entity.type === "protocol" && !entity.denied ? [entity.key] : []));
  const isIcmp = portless.some((item) => item.type === "portless" && item.protocol.startsWith("icmp"));
  return unique(isIcmp ? [...named, "icmp"] : named);
}

/** Protocols that stand for their own port: no port is said of them, nor right beside them, as in "modbus on 5020". */
function aloneIn({ folded, entities }: Utterance, ports: readonly PortRange[]): readonly string[] {
  const keys = entities.flatMap((entity) => {
    if (entity.type !== "protocol" || entity.denied) return [];
    const isBeside = entities.some((other) => other.type === "port" && isSaidOf(folded, entity, other));
    return isBeside || ports.some((port) => portsNamed(entity.key).some((row) => overlap(row, port)))
      ? []
      : [entity.key];
  });
  return unique(keys).filter((key) => !entities.some((entity) => isDeniedName(entity, key)));
}

function overlap(one: Pick<PortRange, "from" | "to">, other: Pick<PortRange, "from" | "to">): boolean {
  return one.from <= other.to && other.from <= one.to;
}

function isDeniedName(entity: Entity, key: string): boolean {
  return entity.type === "protocol" && entity.denied && entity.key === key;
}

function isSaidOf(folded: string, protocol: Stretch, port: Stretch): boolean {
  const between =
    port.start >= protocol.end ? folded.slice(protocol.end, port.start) : folded.slice(port.end, protocol.start);
  return (port.start >= protocol.end || protocol.start >= port.end) && BESIDE.test(between);
}
type Stretch = { readonly start: number; readonly end: number };
const BESIDE =
  /^[\s(:/#-]*(?:(?:tcp|udp|over|on|at|via|uber|auf|an|por|en|using|with|mit|con|through|the|dem|den|el|ports?|puertos?|no|nr)(?!\p{L})[\s.:#(/]*)*$/u;

/** The protocol that was named; or the one behind the only port, where the table knows just one. */
function protocolIn(named: readonly string[], ports: readonly PortRange[]): string | null {
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  const [only] = ports;
  if (only === undefined || ports.length > 1 || only.from !== only.to) return null;
  const keys = unique(protocolsOf(only.from).flatMap(({ key }) => key ?? []));
  return keys.length === 1 ? (keys[0] ?? null) : null;
}

function vendorIn({ text, words }: Utterance): string | null {
  const named = words.filter(({ norm }) => classesOf(norm).includes("vendor"));
  const company = named.find(({ norm }) => !GENERIC_VENDOR.test(norm)) ?? named[0];
  return company === undefined ? null : text.slice(company.start, company.end);
}

function versionIn({ text, entities }: Utterance): string | null {
  const versions = entities.filter(({ type }) => type === "version");
  const last = versions.at(-1);
  return last === undefined ? null : text.slice(last.start, last.end);
}

function impactOf(folded: string, cues: ReadonlySet<Cue>): Slots["impact"] {
  if (CAN_WAIT.test(folded)) return "can-wait";
  if (WILL_STOP.test(folded)) return "stops";
  return cues.has("faultNow") && STANDS.test(folded) ? "standing" : null;
}

/** The text in which only times are left to be found: ports, addresses, "PLC-7" and "v2" must not pass for them. */
function onlyTimes({ folded, entities }: Utterance, mentions: readonly Mention[]): string {
  const named = mentions.filter(({ start }) => !END_OF_MONTH.test(folded.slice(0, start)));
  const others = [...entities.filter(({ type }) => type !== "clock"), ...named];
  const rest = others.reduce((text, { start, end }) => covered(text, start, end), folded);
  return rest.replace(NUMBERED, (said) => "_".repeat(said.length));
}
/** "Hasta fin de mes" is a month, also where a system is called MES. */
const END_OF_MONTH = /(?:fin|fines|final|finales) del? $/;
const NUMBERED =
  /(?<![\p{L}\d]|\d[-_])(?!(?:um|at|by|ab|bis|till|until|to|las|am|on|for|fur|in|mo|di|mi|do|fr|sa|so)\d)\p{L}{1,12}[-_]?\d{1,5}(?![\p{L}\d:.]\d)/gu;

function covered(text: string, start: number, end: number): string {
  return text.slice(0, start) + "_".repeat(end - start) + text.slice(end);
}

/** When production stops without it: "or we stop at 14:00". */
function stopIn(text: string): { readonly start: number; readonly end: number } | null {
  const match = STOPS_AT.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
const STOPS_AT =
  /(?:stops?|stop|halt|stehen|steht|para|paramos) (?:at|by|in|um|ab|a las|en|tonight|tomorrow|heute|morgen|hoy)(?: [\p{L}\d:.]{1,12}){1,3}/u;

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
