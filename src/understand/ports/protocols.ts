import { type Saying, say, saying } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { PortEntries, PortEntry, Span } from "./portEntries.ts";
import { type NamedPort, portsNamed, protocolByName } from "./ports.ts";
import type { Transports } from "./portTokens.ts";

type Port = Extract<PortEntry, { type: "port" }>;
type Protocol = Extract<PortEntry, { type: "protocol" }>;

type Read =
  | { readonly ok: true; readonly entries: readonly PortEntry[]; readonly words: readonly Span[] }
  | { readonly ok: false; readonly problem: Saying };

/**
 * What protocols say of ports. Beside a number, a name says which transport is usual there ("snmp 161"); alone it stands
 * for its port ("S7comm"), and is asked about where it has several.
 */
export function withProtocols({ entries, words, mentioned }: PortEntries): Read {
  const named = entries.flatMap((entry) => (entry.type === "protocol" ? [entry] : []));
  const alone = named.filter((entry) => !isBesideNumber(entry, entries));
  const unclear = alone.map(({ name }) => askWhich(name)).find((problem) => problem !== null);
  if (unclear !== undefined && unclear !== null) return { ok: false, problem: unclear };
  const read = entries.flatMap((entry) => entryOf(entry, named, alone));
  const only = read.length === 0 && new Set(mentioned).size === 1 ? mentioned[0] : undefined;
  const unused = named.filter((entry) => !alone.includes(entry) && !entries.some((each) => covers(entry.name, each)));
  const said = [...words, ...unused].sort((a, b) => a.start - b.start);
  if (only === undefined) return { ok: true, entries: read, words: said };
  const problem = askWhich(only);
  return problem === null ? { ok: true, entries: portOf(only, FIRST), words: said } : { ok: false, problem };
}

const FIRST = { start: 0, end: 0, gap: "none" } as const;

function entryOf(entry: PortEntry, named: readonly Protocol[], alone: readonly Protocol[]): readonly PortEntry[] {
  if (entry.type === "protocol") return alone.includes(entry) ? portOf(entry.name, entry) : [];
  if (entry.type !== "port") return [entry];
  const names = named.map(({ name }) => name);
  return [{ ...entry, usual: usualTransport(names, entry) }];
}

/** The transport that a port has by the first of these protocols that it is one of: "snmp 161"; null where none says. */
export function usualTransport(names: readonly string[], port: Pick<Port, "from" | "to">): Transports | null {
  const by = names.find((name) => rowsFor(name, port).length > 0);
  return by === undefined ? null : usualFor(by, port);
}

/** "modbus 5020", "502 (modbus)"; and "modbus, port 502", where the number is the protocol's own. */
function isBesideNumber(entry: Protocol, entries: readonly PortEntry[]): boolean {
  if (entries.some((each) => covers(entry.name, each))) return true;
  const others = entries.filter(({ type }) => type !== "transport");
  const at = others.indexOf(entry);
  const [before, after] = [others[at - 1], others[at + 1]];
  return (before?.type === "port" && isNear(entry)) || (after?.type === "port" && isNear(after));
}

const isNear = ({ gap }: PortEntry) => gap === "none" || gap === "/";

function covers(name: string, entry: PortEntry): boolean {
  return entry.type === "port" && rowsFor(name, entry).length > 0;
}

function rowsFor(name: string, { from, to }: Pick<Port, "from" | "to">): readonly NamedPort[] {
  return portsNamed(name).filter((row) => row.from <= to && from <= row.to);
}

function usualFor(name: string, port: Pick<Port, "from" | "to">): Transports | null {
  const [first, ...others] = rowsFor(name, port).map(({ transport }) => transport);
  const isClear = (first === "tcp" || first === "udp") && others.every((each) => each === first);
  return isClear ? [first] : null;
}

function portOf(name: string, { start, end, gap }: Pick<PortEntry, "start" | "end" | "gap">): readonly Port[] {
  const [row] = portsNamed(name).filter(({ main }) => main);
  if (row === undefined) return [];
  const { from, to, transport } = row;
  const usual = transport === "tcp/udp" ? null : [transport];
  return [{ type: "port", from, to, start, end, gap, transports: null, usual }];
}

/** What to ask where a name has several ports, or no port that the tables know; null where it is clear. */
function askWhich(name: string): Saying | null {
  const called = protocolByName(name)?.name ?? name.toUpperCase();
  const rows = portsNamed(name).filter(({ main }) => main);
  const ports = [...new Set(rows.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)))];
  if (ports.length === 1) return null;
  if (ports.length === 0) return saying("values.portOf", { name: called });
  return (reader) => say(reader, "values.portsOf", { name: called, ports: sayList(ports, reader) });
}
