import { protocolsOf } from "./ports.ts";

/** A port or a range as it stands in a text: where, which, and with which transport where that was said. */
export type SaidPort = {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly transport: "tcp" | "udp" | null;
};

const TRANSPORT = "tcp/udp|udp/tcp|tcp|udp";
const UNIT =
  "%|°|uhr\\b|h\\b|pcs|stuck|people|times|mal\\b|min\\b|minutes|sec|hours|stunden|horas|days|tage|dias|weeks|euro|eur\\b|mbit|gb\\b|mb\\b|ms\\b|km\\b|kg\\b|mm\\b|am\\b|pm\\b";
const ENDS = `(?![\\d.]\\d|\\d|\\p{L}{2}|\\s?(?:${UNIT}))`;
const ITEM = new RegExp(
  `(?:(${TRANSPORT})[\\s/:-]{0,2}(?:ports?[\\s/:-]{1,2}|puertos?\\s)?)?(\\d{1,5})(?:(\\s?(?:-|\\.\\.|:|to|bis|a|through|until)\\s?)(\\d{1,5}))?(?:(\\s?/\\s?|\\s?\\(?|-)(${TRANSPORT})\\)?(?![\\p{L}\\d]))?${ENDS}`,
  "uy",
);
const SEPARATOR =
  /\s?(?:,\s?(?:and|und|y|or|oder|o|plus)?|and|und|y|e|\+|&|or|oder|o|\/|plus|as well as|sowie)\s?(?:ports?\s|puertos?\s)?/uy;
/** More in one list than anybody types. */
const MOST = 20;

type Item = Omit<SaidPort, "transport"> & {
  readonly before: string | undefined;
  readonly behind: string | undefined;
  /** Whether the transport stands apart from its number: "161 udp", which may be meant of those before it too. */
  readonly apart: boolean;
  /** What divides it from the one before. */
  readonly divider: string;
};

/**
 * The ports that are listed from a place in a folded text on: "502 and 44818", "161/162 udp", "502/tcp, 161/udp",
 * "135-139". Every port has the transport that was said of it, and none that was not. Empty where no port stands there.
 * @param transport said before the list, of all of it: "udp ports 161 and 162"
 */
export function portsAt(folded: string, start: number, transport?: string): readonly SaidPort[] {
  const items = itemsAt(folded, start);
  let ahead = transport;
  const said = items.map(({ before, behind }) => {
    ahead = before ?? ahead;
    return behind ?? ahead;
  });
  shareBack(items, said);
  return items.map(({ start: from, end, ...item }, i) => ({
    start: from,
    end,
    from: item.from,
    to: item.to,
    transport: transportIn(said[i]),
  }));
}

function itemsAt(folded: string, start: number): readonly Item[] {
  const items: Item[] = [];
  let at = start;
  let divider = "";
  while (items.length < MOST) {
    const item = itemAt(folded, at, divider);
    if (item === null) return items;
    items.push(item);
    SEPARATOR.lastIndex = item.end;
    const between = SEPARATOR.exec(folded);
    if (between === null) return items;
    divider = between[0].trim();
    at = item.end + between[0].length;
  }
  return items;
}

function itemAt(folded: string, at: number, divider: string): Item | null {
  ITEM.lastIndex = at;
  const match = ITEM.exec(folded);
  if (match === null) return null;
  const [text, before, first = "", , last, joint = "", behind] = match;
  // One digit behind a comma is rather a count than a port.
  if (divider !== "" && first.length < 2 && (before ?? behind) === undefined) return null;
  const [from, to] = [Number(first), Number(last ?? first)];
  const start = at + text.indexOf(first, before?.length ?? 0);
  if (!isPort(from)) return null;
  // "502 to 102" is no range, but a port and something behind it.
  if (to < from)
    return { start, end: start + first.length, from, to: from, before, behind: undefined, apart: false, divider };
  return isPort(to)
    ? { start, end: at + text.length, from, to, before, behind, apart: !/[/-]/.test(joint), divider }
    : null;
}

function isPort(number: number): boolean {
  return number >= 1 && number <= 65_535;
}

/**
 * "161/162 udp", "ports 161 and 162 udp": said behind the last, meant of all before it. Not where one of them is known
 * with the other transport alone: then it was said of the last.
 */
function shareBack(items: readonly Item[], said: (string | undefined)[]): void {
  for (const [i, item] of items.entries()) {
    if (item.behind === undefined) continue;
    let first = i;
    while (first > 0 && said[first - 1] === undefined && (item.apart || items[first]?.divider === "/")) first -= 1;
    const shared = items.slice(first, i);
    if (shared.every(({ from }) => mayBe(from, item.behind))) said.fill(item.behind, first, i);
  }
}

function mayBe(port: number, transport: string | undefined): boolean {
  const known = protocolsOf(port);
  return known.length === 0 || known.some((each) => each.transport === transport || each.transport === "tcp/udp");
}

/** Both, or none named: whoever opens it is asked which. */
function transportIn(said: string | undefined): SaidPort["transport"] {
  return said === "tcp" || said === "udp" ? said : null;
}
