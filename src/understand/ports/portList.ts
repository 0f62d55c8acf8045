import { isPort, LAST_PORT } from "../../workflow/values/port.ts";
import { type PortEntry, portEntries } from "./portEntries.ts";
import { type PortToken, type Transports, tokenAt } from "./portTokens.ts";
import { splitNumber } from "./splitNumber.ts";
import { withTransports } from "./transports.ts";

/** A port or a range as it stands in a text: where, which, and with which transports where those were said. */
export type SaidPort = {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly transports: Transports;
  /** One of two, of which nobody said which: "502 or 44818". */
  readonly isEither: boolean;
};

/** Behind a number: it counts or times something, and is no port. */
const UNIT =
  /^\s?(?:%|°|uhr\b|h\b|pcs|stuck|people|times|mal\b|min\b|minutes|sec|hours|stunden|horas|days|tage|dias|weeks|euro|eur\b|mbit|gb\b|mb\b|ms\b|km\b|kg\b|mm\b|am\b|pm\b)|^[\d.]\d/u;
/** Behind a number: it is a day, as in "22 until 24 December". */
const DAY =
  /^\.?\s?(?:of\s|de\s)?(?:jan|ene|feb|mar|apr|abr|mai|may|jun|jul|aug|ago|sep|o[ck]t|nov|de[cz]|dic)\p{L}{0,7}(?!\p{L})/u;
/** More in one list than anybody types. */
const MOST = 20;

/**
 * The ports that are listed from a place in a folded text on: "502 and 44818", "161/162 udp", "502/tcp, 161/udp",
 * "135-139". They are read as the same list in a form is (`readPortText`); a message has to show where it ends. Empty
 * where no port stands there.
 * @param transport said before the list, of all of it: "udp ports 161 and 162"
 */
export function portsAt(folded: string, start: number, transport = ""): readonly SaidPort[] {
  const list = new List(folded, start);
  const ahead: readonly PortEntry[] =
    transport === "" ? [] : [{ type: "transport", transports: transportsIn(transport), start: 0, end: 0, gap: "none" }];
  const text = folded.slice(start, list.end);
  const { entries } = portEntries(text);
  if (splitNumber(text, entries) !== null) return [];
  const read = withTransports([...ahead, ...entries]);
  const ports = read.filter(({ type }) => type === "port");
  return read.flatMap((entry) => {
    if (entry.type !== "port" || !isPort(entry.from) || !isPort(entry.to)) return [];
    const { from, to, transports } = entry;
    return [
      {
        start: start + entry.start,
        end: start + entry.end,
        from,
        to,
        transports: transports ?? [],
        isEither: isEither(ports, entry),
      },
    ];
  });
}

function isEither(ports: readonly PortEntry[], port: PortEntry): boolean {
  const next = ports[ports.indexOf(port) + 1];
  return next?.gap === "or" || (port.gap === "or" && ports[0] !== port);
}

function transportsIn(said: string): Transports {
  return (["tcp", "udp"] as const).filter((each) => said.includes(each));
}

/** How far a list of ports goes on from its start. */
class List {
  end: number;
  readonly #folded: string;
  #numbers = 0;
  /** What stands between what belongs to the list and the token that is looked at. */
  #between: PortToken[] = [];
  #last: PortToken | null = null;

  constructor(folded: string, start: number) {
    this.#folded = folded;
    this.end = start;
    for (let at = start; at < folded.length && this.#numbers < MOST; ) {
      const token = /\s/.test(folded.charAt(at)) ? null : tokenAt(folded, at);
      if (token !== null && !this.#take(token)) return;
      at = token?.end ?? at + 1;
    }
  }

  /** Gives false where the list has ended. */
  #take(token: PortToken): boolean {
    switch (token.type) {
      case "number":
        return this.#takeNumber(token);
      case "transport":
        return this.#takeTransport(token);
      case "separator":
      case "or":
      case "port":
      case "open":
        this.#between.push(token);
        return this.#last !== null;
      case "filler":
        // "53, both tcp and udp", "502-tcp", but not "502 for 44 machines".
        this.#between.push(token);
        return /^(?:both|beide|ambos|-)$/.test(this.#folded.slice(token.start, token.end));
      default:
        return false;
    }
  }

  #takeNumber(token: Extract<PortToken, { type: "number" }>): boolean {
    const { from, to, own, start, end } = token;
    const isNext = this.#last === null || this.#last.type === "transport" || this.#isDivided();
    if (!isNext || !isPort(from) || UNIT.test(this.#folded.slice(end, end + 12))) return this.#takeFirst(token, isNext);
    // One digit behind a comma is rather a count than a port.
    if (this.#last !== null && from < 10 && own.length === 0) return false;
    // "502 to 102" is no range, but a port and something behind it.
    if (to < from || (from < to && DAY.test(this.#folded.slice(end, end + 16)))) return this.#takeFirst(token, isNext);
    if (to > LAST_PORT) return false;
    this.#accept(token);
    this.#numbers += 1;
    return start < end;
  }

  /** Of "22 to 24 hours" the first is a port still, and the list ends with it. */
  #takeFirst({ from, to, start }: Extract<PortToken, { type: "number" }>, isNext: boolean): false {
    // "139-135" is neither a range nor two ports.
    const digits = /^\D*\d+(?=\s?[^\s\d])(?!\s?[-:])/.exec(this.#folded.slice(start, start + 40));
    const isFirst = isNext && from !== to && isPort(from) && (this.#last === null || from >= 10);
    if (isFirst && digits !== null) this.end = start + digits[0].length;
    return false;
  }

  /** Behind a comma, a transport belongs to the number after it, or says nothing of ports. */
  #takeTransport(token: PortToken): boolean {
    if (this.#last === null) return false;
    const isApart = this.#between.some((each) => each.type === "separator" || each.type === "or");
    const goesOn = /^[\s:/_-]{0,3}(?:ports?\s|puertos?\s)?\d/.test(this.#folded.slice(token.end, token.end + 12));
    if (isApart && this.#last.type !== "transport" && !this.#saidTransport() && !goesOn) return false;
    this.#accept(token);
    return true;
  }

  #accept(token: PortToken): void {
    this.end = token.end;
    this.#last = token;
    this.#between = [];
  }

  #saidTransport(): boolean {
    return this.#last?.type === "number" && this.#last.own.length > 0;
  }

  #isDivided(): boolean {
    return this.#between.some(({ type }) => type === "separator" || type === "or");
  }
}
