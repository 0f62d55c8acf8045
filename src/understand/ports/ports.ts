import { PORT_ROWS, PORT_SOURCES } from "./portTable.ts";
import { type Login, type ProtocolFacts, protocolRows } from "./protocolTable.ts";

export type Transport = "tcp" | "udp" | "tcp/udp";

/** What we know of one port number, for the requester's draft and the approver's card. */
export type PortFacts = {
  /** The number asked for, 1 to 65535. */
  readonly port: number;
  readonly transport: Transport;
  /** As the table names it, e.g. "Modbus TCP". */
  readonly protocol: string;
  /** Key of the protocol's facts, or null when we know only its name. */
  readonly key: string | null;
  /** Is it a protocol of plants and machines, rather than of offices? */
  readonly isIcs: boolean;
  readonly login: Login;
  readonly write: boolean | "unknown";
  readonly program: boolean | "unknown";
  readonly safety: boolean;
  /** Who says that this protocol uses this port. */
  readonly source: string;
  /** Who says what the protocol can do; empty when we know only its name. */
  readonly factsSource: string;
  /** Where tables disagree or the number is shared; empty otherwise. */
  readonly note: string;
};

type PortRow = { readonly from: number; readonly to: number; readonly facts: Omit<PortFacts, "port"> };
type Tables = {
  readonly ports: readonly PortRow[];
  readonly byKey: ReadonlyMap<string, ProtocolFacts>;
  readonly byWord: ReadonlyMap<string, ProtocolFacts>;
  /** Those of `byWord`, the longest first. */
  readonly words: readonly string[];
  readonly byPortName: ReadonlyMap<string, readonly PortRow[]>;
};

let kept: Tables | undefined;

/** Every protocol known to use a port; several where a number is shared, none for an unknown or impossible number. */
export function protocolsOf(port: number): readonly PortFacts[] {
  return tables()
    .ports.filter(({ from, to }) => from <= port && port <= to)
    .map(({ facts }) => ({ port, ...facts }));
}

/** A protocol by what people call it: "modbus", "Modbus TCP", "opcua". Case and outer spaces do not matter. */
export function protocolByName(name: string): ProtocolFacts | null {
  const word = name.trim().toLowerCase();
  return tables().byWord.get(word) ?? tables().byKey.get(word) ?? null;
}

/** The ports a protocol is known by, in ascending order: `portsOf("opc-ua")` begins with 4840. Ranges give their first. */
export function portsOf(key: string): readonly number[] {
  return tables()
    .ports.filter(({ facts }) => facts.key === key)
    .map(({ from }) => from);
}

/**
 * The ports that a protocol or a service is known by, by any name of `protocolByName` or `portNames`. `main` are those
 * that somebody means who says no number: its own port where it has one, else all, of which they have to choose.
 */
export function portsNamed(name: string): readonly NamedPort[] {
  const { ports, byPortName } = tables();
  const key = protocolByName(name)?.key;
  if (key === undefined) return (byPortName.get(name.trim().toLowerCase()) ?? []).map((row) => namedPort(row, true));
  const main = Object.hasOwn(MAIN_PORTS, key) ? MAIN_PORTS[key] : undefined;
  return ports
    .filter(({ facts }) => facts.key === key)
    .map((row) => namedPort(row, main === undefined || row.from === main));
}

export type NamedPort = {
  readonly from: number;
  readonly to: number;
  readonly transport: Transport;
  readonly main: boolean;
};

function namedPort({ from, to, facts }: PortRow, main: boolean): NamedPort {
  return { from, to, transport: facts.transport, main };
}

/**
 * The one port that a protocol's own standard or its maker gives it, where the tables know more of them: those of other
 * products, of its encrypted form, or of what finds its devices.
 */
const MAIN_PORTS: Readonly<Record<string, number>> = {
  "opc-ua": 4840,
  "ethernet-ip": 44_818,
  ads: 48_898,
  http: 80,
  https: 443,
  smb: 445,
  mssql: 1433,
};

/** Names of ports of whose protocol nothing more is known: "kerberos", "pop3". */
export function portNames(): readonly string[] {
  return [...tables().byPortName.keys()];
}

/** All words for protocols, longest first, so that "modbus tcp" is found before "modbus". */
export function protocolWords(): readonly string[] {
  return tables().words;
}

// Read on first use, since nothing may run on import; the same tables serve the whole process.
function tables(): Tables {
  kept ??= readTables();
  return kept;
}

function readTables(): Tables {
  const protocols = protocolRows();
  const byKey = new Map(protocols.map((protocol) => [protocol.key, protocol]));
  const byWord = new Map(protocols.flatMap((protocol) => protocol.words.map((word) => [word, protocol] as const)));
  for (const protocol of protocols) byWord.set(protocol.name.toLowerCase(), protocol);
  const ports = PORT_ROWS.trim()
    .split("\n")
    .map((row) => readPortRow(row, byKey));
  const byPortName = new Map<string, readonly PortRow[]>();
  for (const row of ports.filter(isOnlyNamed))
    byPortName.set(nameOf(row), [...(byPortName.get(nameOf(row)) ?? []), row]);
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length || a.localeCompare(b, "en"));
  return { ports, byKey, byWord, words, byPortName };
}

/** A plain name, of which the table of protocols says nothing. */
function isOnlyNamed({ facts }: PortRow): boolean {
  return facts.key === null && /^[A-Za-z][A-Za-z0-9-]{2,}$/.test(facts.protocol);
}

const nameOf = ({ facts }: PortRow) => facts.protocol.toLowerCase();

function readPortRow(row: string, byKey: ReadonlyMap<string, ProtocolFacts>): PortRow {
  const [span = "", transport = "", key = "-", side = "", sources = "", protocol = "", note = ""] = row.split(" | ");
  const [from = Number.NaN, to = from] = span.split("-").map(Number);
  const known = byKey.get(key);
  const facts = {
    transport: transportOf(transport),
    protocol,
    key: known === undefined ? null : key,
    isIcs: side === "ics",
    login: known?.login ?? "unknown",
    write: known?.write ?? "unknown",
    program: known?.program ?? "unknown",
    safety: known?.safety ?? false,
    source: sources
      .split(",")
      .map((source) => PORT_SOURCES[source] ?? source)
      .join("; "),
    factsSource: known?.source ?? "",
    note,
  } as const;
  return { from, to, facts };
}

function transportOf(text: string): Transport {
  return text === "tcp" || text === "udp" ? text : "tcp/udp";
}
