import type { PortEntry } from "./portEntries.ts";
import { protocolsOf } from "./ports.ts";
import type { Transports } from "./portTokens.ts";

type Port = Extract<PortEntry, { type: "port" }>;
type Said = Extract<PortEntry, { type: "transport" }>;

/**
 * Each port with the transport that was said of it: "502/tcp, 161/udp", "502 tcp and 161 udp", "udp 161 and 162",
 * "161/162 udp". A transport before several ports is meant for all of them; behind several it is, too, unless a port of
 * them is known with the other transport only.
 */
export function withTransports(entries: readonly PortEntry[]): readonly PortEntry[] {
  const line = joined(entries.filter(({ type }) => type === "port" || type === "transport"));
  const given = new Map<PortEntry, Transports>();
  for (const [at, entry] of line.entries()) if (entry.type === "port") giveOwn(line, at, entry, given);
  for (const [at, entry] of line.entries()) if (entry.type === "transport") give(line, at, entry, given);
  return entries.map((entry) => {
    const transports = given.get(entry);
    return entry.type === "port" && transports !== undefined ? { ...entry, transports } : entry;
  });
}

/** "53 tcp and udp", "tcp or udp 53": one word for both. */
function joined(entries: readonly PortEntry[]): readonly PortEntry[] {
  const line: PortEntry[] = [];
  for (const [at, entry] of entries.entries()) {
    const last = line.at(-1);
    const isOfItsOwn = isPort(entries[at + 1], "none") && isPort(entries[at - 2], "any") && last?.gap === "none";
    if (entry.type === "transport" && last?.type === "transport" && !isOfItsOwn)
      line[line.length - 1] = {
        ...last,
        end: entry.end,
        transports: [...new Set([...last.transports, ...entry.transports])],
      };
    else line.push(entry);
  }
  return line;
}

function isPort(entry: PortEntry | undefined, gap: "none" | "any"): boolean {
  return entry?.type === "port" && (gap === "any" || entry.gap === "none");
}

/** "161/162/udp": what is joined by strokes has one transport. */
function giveOwn(line: readonly PortEntry[], at: number, port: Port, given: Map<PortEntry, Transports>): void {
  if (port.transports === null) return;
  given.set(port, port.transports);
  for (let index = at; line[index]?.gap === "/"; index--) {
    const before = line[index - 1];
    if (before?.type !== "port" || before.transports !== null) return;
    given.set(before, port.transports);
  }
}

function give(line: readonly PortEntry[], at: number, said: Said, given: Map<PortEntry, Transports>): void {
  const [left, right] = [line[at - 1], line[at + 1]];
  const isBehind = left?.type === "port" && said.gap !== "list";
  const isBefore = right?.type === "port" && right.gap !== "list" && right.gap !== "or";
  const goesAhead = isBefore && (!isBehind || line[0]?.type === "transport" || given.has(left));
  if (goesAhead) giveAhead(line, at, said, given);
  else if (left?.type === "port") giveBack(line, at, left, said, given);
}

function giveAhead(
  line: readonly PortEntry[],
  at: number,
  { transports }: Said,
  given: Map<PortEntry, Transports>,
): void {
  for (let index = at + 1; index < line.length; index++) {
    const [port, next] = [line[index], line[index + 1]];
    if (port?.type !== "port") return;
    const belongsToNext =
      index > at + 1 && next?.type === "transport" && next.gap === "none" && !isPort(line[index + 2], "none");
    if (belongsToNext) return;
    if (!given.has(port)) given.set(port, transports);
  }
}

function giveBack(
  line: readonly PortEntry[],
  at: number,
  left: Port,
  { transports }: Said,
  given: Map<PortEntry, Transports>,
): void {
  // "502/tcp, udp" is 502 of both.
  given.set(left, [...new Set([...(given.get(left) ?? []), ...transports])]);
  for (let index = at - 2; index >= 0; index--) {
    const port = line[index];
    if (port?.type !== "port" || given.has(port)) return;
    if (line[index + 1]?.gap !== "/" && !fits(port, transports)) return;
    given.set(port, transports);
  }
}

function fits({ from }: Port, transports: Transports): boolean {
  const known = protocolsOf(from).map(({ transport }) => transport);
  return known.length === 0 || known.some((transport) => transports.some((each) => transport.includes(each)));
}
