import type { PortItem } from "../../workflow/values/port.ts";
import { type PortToken, portTokens, type Transports } from "./portTokens.ts";

/** What stands between something said of ports and what was said before it. */
export type Gap = "none" | "/" | "list" | "or";

/** Something said of ports. `usual` is the transport of the protocol that a port was named by. */
export type PortEntry = { readonly start: number; readonly end: number; readonly gap: Gap } & (
  | {
      readonly type: "port";
      readonly from: number;
      readonly to: number;
      readonly transports: Transports | null;
      readonly usual: Transports | null;
    }
  | { readonly type: "transport"; readonly transports: Transports }
  | { readonly type: "protocol"; readonly name: string }
  | { readonly type: "portless"; readonly items: readonly PortItem[] }
);

export type Span = { readonly start: number; readonly end: number };

/** What a text says of ports, in its order, and which of its words say something else. */
export type PortEntries = {
  readonly entries: readonly PortEntry[];
  readonly words: readonly Span[];
  /** Protocols named among those words: "the new laptop, modbus". */
  readonly mentioned: readonly string[];
};

/** Whether a number standing alone would be a port here, and whether what follows is denied. */
type Mode = { readonly inPorts: boolean; readonly denied: boolean };

export function portEntries(folded: string): PortEntries {
  const reading = new Reading();
  for (const token of portTokens(folded)) reading.take(token);
  return reading;
}

class Reading implements PortEntries {
  readonly entries: PortEntry[] = [];
  readonly words: Span[] = [];
  readonly mentioned: string[] = [];
  #mode: Mode = { inPorts: true, denied: false };
  readonly #outer: Mode[] = [];
  #gap: Gap = "none";
  /** A word said that the next number is a port. */
  #called = false;
  /** Words are being said; what belongs to them is added. */
  #speaking = false;
  /** Where little words began that belong to what follows. */
  #fillersFrom: number | null = null;

  take(token: PortToken): void {
    const fillersFrom = this.#fillersFrom;
    this.#fillersFrom = token.type === "filler" ? (fillersFrom ?? token.start) : null;
    if (!this.#takeSign(token) && !this.#takePort(token)) this.#say(token, fillersFrom ?? token.start);
    if (token.type !== "filler" && token.type !== "transport")
      this.#called = token.type === "port" && !this.#mode.denied;
  }

  /** Signs and little words say nothing by themselves. Gives false for all else. */
  #takeSign(token: PortToken): boolean {
    switch (token.type) {
      case "separator":
        return this.#separate(token.sign);
      case "open":
        this.#outer.push(this.#mode);
        this.#speaking = false;
        return true;
      case "close":
        this.#mode = this.#outer.pop() ?? this.#mode;
        this.#speaking = false;
        return true;
      case "or":
        this.#gap = "or";
        return true;
      case "port":
        if (this.#gap === "list" && !this.#mode.denied) this.#speaking = false;
        return !this.#speaking;
      case "filler":
        return !this.#speaking;
      default:
        return false;
    }
  }

  /** A comma ends what is denied; a stroke beside another separator adds nothing to it. */
  #separate(sign: "," | "/" | "and"): true {
    if (sign !== "/") this.#gap = "list";
    else if (this.#gap === "none") this.#gap = "/";
    if (sign === ",") this.#mode = { ...this.#mode, denied: false };
    return true;
  }

  #takePort(token: PortToken): boolean {
    const { inPorts, denied } = this.#mode;
    if (denied) return false;
    switch (token.type) {
      case "number":
        return (inPorts || this.#called || token.own.length > 0) && this.#addPort(token, token.own);
      case "behind":
        this.words.push({ start: token.start, end: token.start + token.host.length });
        return this.#addPort({ ...token, to: token.from }, token.own);
      case "transport":
      case "portless":
        return this.#add({ ...token, gap: this.#gap });
      case "protocol":
        if (!inPorts) this.mentioned.push(token.name);
        return inPorts && this.#add({ ...token, gap: this.#gap });
      default:
        return false;
    }
  }

  #addPort({ from, to, start, end }: Span & { from: number; to: number }, own: Transports): boolean {
    const transports = own.length === 0 ? null : own;
    return this.#add({ type: "port", from, to, start, end, transports, usual: null, gap: this.#gap });
  }

  #add(entry: PortEntry): boolean {
    this.entries.push(entry);
    this.#gap = "none";
    this.#speaking = false;
    this.#mode = { inPorts: true, denied: false };
    return true;
  }

  #say({ type, start, end }: PortToken, from: number): void {
    const last = this.words.at(-1);
    if (this.#speaking && last !== undefined) this.words[this.words.length - 1] = { start: last.start, end };
    else this.words.push({ start: Math.min(start, from), end });
    this.#speaking = true;
    this.#mode = { inPorts: false, denied: this.#mode.denied || type === "deny" };
  }
}
