import { icmpMeaning, type PortItem } from "../../workflow/values/port.ts";

type Icmp = Extract<PortItem, { type: "portless" }>;
export type IcmpFound = { readonly items: readonly Icmp[]; readonly end: number };

const NAME = "(ipv6-icmp|icmp[\\s-]?v6|icmp6|icmpv4|icmp)";
const END = "(?![\\p{L}\\d])";
const ECHO = "(?:echo(?:[\\s-]?(?:requests?|anfrage|solicitud))?|ping6?)";
const MORE = "((?:\\s?(?:,|&|\\+|/|and|und|y)\\s?\\d{1,3}(?![\\d/]))*)";
/**
 * Behind one type, only numbers that hardly any port has are more of them: "icmp type 8 and 0", but "icmp 8 and 22". Behind
 * a comma stands the next of a list, as cards write it: "ICMP type 6, 1" is a type and a port.
 */
const MORE_SMALL = "((?:\\s?(?:&|\\+|/|and|und|y)\\s?1?\\d(?![\\d/]))*)";
/** "icmp type 8", "ICMP types 0 and 8", "icmp/8"; a number with a transport is a port. */
const TYPES = new RegExp(`${NAME}[\\s/:-]{0,2}(?:types|tipos|typen)[\\s:]{0,2}(\\d{1,4})${MORE}${END}`, "uy");
const TYPED = new RegExp(
  `${NAME}[\\s/:-]{0,2}(?:(?:type|typ|tipo)[\\s:]{0,2})?(\\d{1,4})${MORE_SMALL}${END}(?!\\s?[/:-]\\s?(?:tcp|udp|\\d))`,
  "uy",
);
const NAMED_ECHO = new RegExp(`${NAME}[\\s/:-]{0,2}\\(?${ECHO}${END}\\)?`, "uy");
const NAMED_REPLY = new RegExp(
  `(?:${NAME}[\\s/:-]{0,2})?\\(?echo[\\s-]?(?:reply|replies|antwort|respuesta)${END}\\)?`,
  "uy",
);
const ALONE = new RegExp(`${NAME}${END}`, "uy");
const PING = new RegExp(`(?:(ping6)|${ECHO})(?:[\\s/]{1,2}\\(?${NAME}${END}\\)?)?${END}`, "uy");

/** ICMP as people write it, if it stands at this place of a folded text: by its name, its types, or as ping. */
export function icmpAt(folded: string, at: number): IcmpFound | null {
  const reply = matchAt(NAMED_REPLY, folded, at);
  if (reply !== null) return found(reply, isV6(reply[1]) ? [129] : [0], isV6(reply[1]));
  const echo = matchAt(NAMED_ECHO, folded, at);
  if (echo !== null) return found(echo, [echoOf(isV6(echo[1]))], isV6(echo[1]));
  const typed = matchAt(TYPES, folded, at) ?? matchAt(TYPED, folded, at);
  if (typed !== null) return withMeaning(folded, found(typed, typesIn(typed), isV6(typed[1])));
  const alone = matchAt(ALONE, folded, at);
  if (alone !== null) return found(alone, [null], isV6(alone[1]));
  const ping = matchAt(PING, folded, at);
  if (ping === null) return null;
  const v6 = ping[1] !== undefined || isV6(ping[2]);
  return found(ping, [echoOf(v6)], v6);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const isV6 = (name: string | undefined) => name?.includes("6") === true;
const echoOf = (v6: boolean) => (v6 ? 128 : 8);

function typesIn([, , first, others = ""]: RegExpExecArray): readonly number[] {
  return [Number(first), ...(others.match(/\d+/g) ?? []).map(Number)];
}

function found(match: RegExpExecArray, types: readonly (number | null)[], v6: boolean): IcmpFound {
  const protocol = v6 ? "icmpv6" : "icmp";
  const items = types.map((icmpType) => ({ type: "portless", protocol, icmpType }) as const);
  return { items, end: match.index + match[0].length };
}

/** "ICMP type 8 (echo request)" says one thing twice, as cards do. */
function withMeaning(folded: string, { items, end }: IcmpFound): IcmpFound {
  const [only] = items;
  const meaning = only === undefined || items.length > 1 ? null : icmpMeaning(only);
  const said = [` (${meaning})`, ` ${meaning}`, ` (${meaning?.split(" ")[0]})`].find((form) =>
    folded.startsWith(form, end),
  );
  return meaning === null || said === undefined ? { items, end } : { items, end: end + said.length };
}
