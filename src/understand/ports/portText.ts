import { type Saying, say } from "../../words/say.ts";
import { sayChoice } from "../../words/sayList.ts";
import { itemProblem, PORT_PROBLEMS, type PortItem, type PortValue, sayPort } from "../../workflow/values/port.ts";
import { fold } from "../text/fold.ts";
import { type PortEntry, portEntries } from "./portEntries.ts";
import { withProtocols } from "./protocols.ts";
import { splitNumber } from "./splitNumber.ts";
import { withTransports } from "./transports.ts";

export type PortText =
  | ({ readonly ok: true } & PortValue)
  /** What to look at again, for whoever wrote it. */
  | { readonly ok: false; readonly problem: Saying };

/**
 * A text that says ports and hardly anything else, as it stands in a form: "502/tcp, 161/udp", "udp 161 and 162",
 * "1024..65535", "S7comm", "ping". Every port has the transport said of it, or that of the protocol it was named by;
 * words that say more than ports come back in `words`, as they were typed. A number is a port only where a port is said:
 * after other words ("FC 3+4") it belongs to them. What could be two things is asked.
 */
export function readPortText(raw: string): PortText {
  // Only the last pair: what stands between two is no words, though it stands behind the first sign and before the last.
  const quote = /^(.*?),?\s*“([^“”]*)”\s*$/su.exec(raw);
  const [text, quoted] = quote === null ? [raw, ""] : [quote[1] ?? "", quote[2] ?? ""];
  // Places in the folded text are places in the text, so each sign is put for one sign.
  const folded = fold(text.replace(/[…−‒―~～]/gu, "-"));
  const read = withProtocols(portEntries(folded));
  if (!read.ok) return read;
  const problem = splitNumber(folded, read.entries) ?? choiceProblem(read.entries);
  if (problem !== null) return { ok: false, problem };
  const items = distinct(withTransports(read.entries).flatMap(itemsOf));
  const wrong = items.map(itemProblem).find((each) => each !== null);
  if (wrong !== undefined && wrong !== null) return { ok: false, problem: wrong };
  if (items.length === 0) return { ok: false, problem: PORT_PROBLEMS.none };
  const words = [...read.words.map(({ start, end }) => text.slice(start, end)), quoted, text.slice(folded.length)];
  return {
    ok: true,
    items,
    words: words
      .map(tidy)
      .filter((each) => each !== "")
      .join("; "),
  };
}

function itemsOf(entry: PortEntry): readonly PortItem[] {
  if (entry.type === "portless") return entry.items;
  if (entry.type !== "port") return [];
  const { from, to } = entry;
  const transports = entry.transports ?? entry.usual ?? [];
  const said = transports.length === 0 ? (["any"] as const) : transports;
  return said.map((transport) => ({ type: "port", from, to, transport }));
}

/** Each once; a port of any transport is not said beside the same port of one. */
function distinct(items: readonly PortItem[]): readonly PortItem[] {
  const said = items.filter((item, at) => items.findIndex((each) => isSame(each, item)) === at);
  return said.filter((item) => !(isOfAny(item) && said.some((each) => !isOfAny(each) && isSameRange(each, item))));
}

const isSame = (one: PortItem, other: PortItem) => sayPort(one) === sayPort(other);
const isOfAny = (item: PortItem) => item.type === "port" && item.transport === "any";

function isSameRange(one: PortItem, other: PortItem): boolean {
  return one.type === "port" && other.type === "port" && one.from === other.from && one.to === other.to;
}

/** "502 or 44818" is one of them. */
function choiceProblem(entries: readonly PortEntry[]): Saying | null {
  const at = entries.findIndex((entry, index) => index > 0 && entry.type !== "transport" && entry.gap === "or");
  const pair = entries.slice(Math.max(0, at - 1), at + 1);
  const said = pair.flatMap(itemsOf).map(sayPort);
  if (at < 0 || said.length < 2) return null;
  return (reader) => say(reader, "values.whichOne", { choices: sayChoice(said, reader) });
}

/** Shown in curled quotes, words have none of their own: “FC 3”, 22/tcp, “x” would look as if it opened 22. */
function tidy(words: string): string {
  return words.replace(/[“”]/gu, '"').replace(/\s+/gu, " ").trim();
}
