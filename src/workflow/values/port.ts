import { type Saying, saying } from "../../words/say.ts";

/** What a connection runs over: a port or range of ports of one transport, or a protocol that has no ports. */
export type PortItem =
  | { readonly type: "port"; readonly from: number; readonly to: number; readonly transport: "tcp" | "udp" | "any" }
  | { readonly type: "portless"; readonly protocol: Portless; readonly icmpType: number | null };

/** Protocols that a firewall lets through by their own name. */
export type Portless = "icmp" | "icmpv6" | "igmp" | "gre" | "esp" | "ah";

/** A value of kind port: what is opened, and the words typed with it that say more than ports ("FC 3+4"), or "". */
export type PortValue = { readonly items: readonly PortItem[]; readonly words: string };

export const LAST_PORT = 65_535;
const LAST_ICMP_TYPE = 255;

/** Whether a number can be a port at all. */
export function isPort(number: number): boolean {
  return number >= 1 && number <= LAST_PORT;
}

export const PORT_PROBLEMS = {
  none: saying("values.port"),
  bounds: saying("values.portBounds", { last: `${LAST_PORT}` }),
  order: saying("values.portOrder"),
  icmp: saying("values.icmp", { last: LAST_ICMP_TYPE }),
} as const;

const PORT = /^(\d{1,6})(?:-(\d{1,6}))?\/(tcp|udp|any)$/;
const PORTLESS = /^(?:(icmp|icmpv6)(?::(\d{1,3}))?|(igmp|gre|esp|ah))$/;
const WORDS = "text:";

/** `502/tcp, 135-139/tcp, icmp:8`, and on a line of its own `text:FC 3+4`. */
export function encodePorts({ items, words }: PortValue): string {
  return [items.map(encodeItem).join(", "), ...(words === "" ? [] : [`${WORDS}${words}`])].join("\n");
}

function encodeItem(item: PortItem): string {
  if (item.type === "port") return `${item.from === item.to ? item.from : `${item.from}-${item.to}`}/${item.transport}`;
  return item.icmpType === null ? item.protocol : `${item.protocol}:${item.icmpType}`;
}

/** Undoes `encodePorts`; null for a text that it did not write. The numbers in it may be none: `portProblem` looks. */
export function decodePorts(value: string): PortValue | null {
  const [ports = "", said = WORDS, ...others] = value.split("\n");
  if (others.length > 0 || !said.startsWith(WORDS)) return null;
  const items = ports.split(", ").map(decodeItem);
  const known = items.flatMap((item) => item ?? []);
  return known.length < items.length ? null : { items: known, words: said.slice(WORDS.length) };
}

function decodeItem(text: string): PortItem | null {
  const [, from, to = from, transport] = PORT.exec(text) ?? [];
  if (transport === "tcp" || transport === "udp" || transport === "any")
    return { type: "port", from: Number(from), to: Number(to), transport };
  const [, icmp, icmpType, other] = PORTLESS.exec(text) ?? [];
  const protocol = portlessIn(icmp ?? other ?? "");
  return protocol === null
    ? null
    : { type: "portless", protocol, icmpType: icmpType === undefined ? null : Number(icmpType) };
}

/** What is wrong with a value of kind port, for whoever gave it; null when nothing is. */
export function portProblem(value: string): Saying | null {
  const items = decodePorts(value)?.items ?? [];
  if (items.length === 0) return PORT_PROBLEMS.none;
  return items.map(itemProblem).find((problem) => problem !== null) ?? null;
}

export function itemProblem(item: PortItem): Saying | null {
  if (item.type === "portless") return (item.icmpType ?? 0) > LAST_ICMP_TYPE ? PORT_PROBLEMS.icmp : null;
  if (Math.min(item.from, item.to) < 1 || Math.max(item.from, item.to) > LAST_PORT) return PORT_PROBLEMS.bounds;
  return item.from > item.to ? PORT_PROBLEMS.order : null;
}

/** "502/tcp, 161/udp", "44818", "ICMP type 8 (echo request)", "502/tcp, “FC 3+4”": what was only typed is quoted. A form reads it back. */
export function sayPorts(value: string): string {
  const { ports, words } = portsAndWords(value);
  return words === "" ? ports : `${ports}, “${words}”`;
}

/** What is opened, in people's words, and what was only typed with it, or "". */
export function portsAndWords(value: string): { readonly ports: string; readonly words: string } {
  const read = decodePorts(value);
  return read === null ? { ports: value, words: "" } : { ports: read.items.map(sayPort).join(", "), words: read.words };
}

export function sayPort(item: PortItem): string {
  if (item.type === "port") return encodeItem(item).replace("/any", "");
  const name = PORTLESS_NAMES[item.protocol];
  if (item.icmpType === null) return name;
  const meaning = icmpMeaning(item);
  return `${name} type ${item.icmpType}${meaning === null ? "" : ` (${meaning})`}`;
}

/** What a type of ICMP says; null for one that few people name. */
export function icmpMeaning({ protocol, icmpType }: Extract<PortItem, { type: "portless" }>): string | null {
  const names = protocol === "icmpv6" ? ICMPV6_TYPES : ICMP_TYPES;
  return icmpType === null ? null : (names.get(icmpType) ?? null);
}

/** Whether a value opens this, alone or among others. */
export function opensPort(value: string | undefined, wanted: string): boolean {
  return (decodePorts(value ?? "")?.items ?? []).some((item) => encodeItem(item) === wanted);
}

/** Whether one value is the other, only told more exactly: `502/any` that turns out to be `502/tcp`. */
export function isMoreExact(before: string, now: string): boolean {
  const [known, said] = [decodePorts(before), decodePorts(now)];
  if (known === null || said === null || known.words !== said.words) return false;
  const left = known.items.map(encodeItem);
  const isKnown = said.items.map(encodeItem).every((port) => {
    const at = left.indexOf(left.includes(port) ? port : anyOf(port));
    return at >= 0 && left.splice(at, 1).length === 1;
  });
  return isKnown && left.length === 0;
}

const anyOf = (port: string) => port.replace(/\/(tcp|udp)$/, "/any");

/** A protocol without ports by its key; null for anything else. */
export function portlessIn(name: string): Portless | null {
  return PORTLESS_PROTOCOLS.find((protocol) => protocol === name) ?? null;
}

const PORTLESS_PROTOCOLS: readonly Portless[] = ["icmp", "icmpv6", "igmp", "gre", "esp", "ah"];

const PORTLESS_NAMES: Readonly<Record<Portless, string>> = {
  icmp: "ICMP",
  icmpv6: "ICMPv6",
  igmp: "IGMP",
  gre: "GRE",
  esp: "ESP",
  ah: "AH",
};

/** @source RFC 792 */
const ICMP_TYPES: ReadonlyMap<number, string> = new Map([
  [0, "echo reply"],
  [3, "destination unreachable"],
  [5, "redirect"],
  [8, "echo request"],
  [11, "time exceeded"],
  [13, "timestamp"],
]);

/** @source RFC 4443 */
const ICMPV6_TYPES: ReadonlyMap<number, string> = new Map([
  [1, "destination unreachable"],
  [2, "packet too big"],
  [3, "time exceeded"],
  [128, "echo request"],
  [129, "echo reply"],
]);
