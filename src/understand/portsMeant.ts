import { encodePorts, type PortItem } from "../workflow/values/port.ts";
import { portsNamed } from "./ports/ports.ts";
import type { PortRange, Slots } from "./reading.ts";

type Said = Pick<Slots, "ports" | "alone" | "portless">;

/**
 * What a message asks to open, as a form would read it: the ports said, the port of each protocol that was named without
 * one and has only one, and what has no port.
 */
export function portsMeant({ ports, alone, portless }: Said): readonly PortItem[] {
  const said = ports.map(portItem);
  const items = [...said, ...alone.flatMap(portOf), ...portless];
  return items.filter((item, at) => items.findIndex((each) => encoded(each) === encoded(item)) === at);
}

/** The port that somebody means who names a protocol; none where they have to choose. */
function portOf(protocol: string): readonly PortItem[] {
  const [only, ...others] = portsNamed(protocol).filter(({ main }) => main);
  if (only === undefined || others.length > 0) return [];
  const { from, to, transport } = only;
  return [portItem({ from, to, transport: transport === "tcp/udp" ? null : transport })];
}

/** A port that was read, as a request carries it. */
export function portItem({ from, to, transport }: PortRange): PortItem {
  return { type: "port", from, to, transport: transport ?? "any" };
}

const encoded = (item: PortItem) => encodePorts({ items: [item], words: "" });
