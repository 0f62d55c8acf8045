import type { EpochMs } from "../clock.ts";
import type { PortItem } from "../workflow/values/port.ts";
import type { Asked, Label } from "./labels.ts";
import type { SaidTimes } from "./time/said.ts";
import type { Kind } from "./turns/gate.ts";

/** One end of a connection as it was said. */
export type Endpoint =
  | { readonly type: "asset"; readonly id: string; readonly text: string }
  | { readonly type: "address"; readonly value: string }
  /** A thing the plant file does not know, in the asker's words. */
  | { readonly type: "text"; readonly text: string };

/** A port or a range of ports, 1 to 65535; `from` and `to` are equal for one port. */
export type PortRange = { readonly from: number; readonly to: number; readonly transport: "tcp" | "udp" | null };

/** What was found in the sentence. Nothing here is guessed: a wrong value is worse than an empty field. */
export type Slots = {
  readonly ports: readonly PortRange[];
  /** Ports that were said of something else than the targets: "502 to PLC-12 and 44818 to PLC-7"; and those of "502 or 44818". */
  readonly otherPorts: readonly PortRange[];
  /** Key of the protocol (`protocolByName`): said, or the only one behind the one port said. */
  readonly protocol: string | null;
  readonly addresses: readonly string[];
  /** Keys of all protocols that were named. */
  readonly protocols: readonly string[];
  /** Those of them that were named for their own port: "open modbus". */
  readonly alone: readonly string[];
  /** What shall be opened and has no port: ICMP and its types, GRE. */
  readonly portless: readonly PortItem[];
  readonly source: Endpoint | null;
  readonly destination: Endpoint | null;
  /** Everything it comes from; the first is `source`. */
  readonly sources: readonly Endpoint[];
  /** Everything it is about: what is to be reached, or what is worked on. Empty where the words do not say which. */
  readonly targets: readonly Endpoint[];
  /** Everything that is named, known or by a name of its own, in the order of the text. */
  readonly named: readonly Endpoint[];
  /** Ids of the plant file, in the order of the text. */
  readonly assets: readonly string[];
  readonly lines: readonly string[];
  /** Ids of people of the plant file. */
  readonly people: readonly string[];
  /** The vendor's name as written; "vendor" when only that was said. */
  readonly vendor: string | null;
  /** Companies that the plant file knows as vendors, as written. */
  readonly vendors: readonly string[];
  readonly version: string | null;
  /** Keys of requests, e.g. "HAM-142". */
  readonly keys: readonly string[];
  readonly times: SaidTimes;
  /** What it is for, in the asker's words, where that was said beyond doubt: "to read the counters". */
  readonly purpose: string | null;
  /** The one thing it is about that the plant file does not know, by more than its kind: "coffee machine", "PLC-99". */
  readonly thing: string | null;
  /** When production stops without it, where that was said. */
  readonly stopsAt: EpochMs | null;
  /** What is seen of a fault, in the asker's words: "screen is frozen". */
  readonly symptom: string | null;
  /** When it shall be done, where that is no time of the clock. */
  readonly moment: "now" | "next-stop" | null;
  /** Somebody of a vendor by name, whom the plant file does not know. */
  readonly visitor: string | null;
  /** What a visitor will do, where a clause tells nothing else: "Greifer einstellen". */
  readonly task: string | null;
  readonly access: "read" | "write" | null;
  readonly impact: "standing" | "stops" | "can-wait" | null;
};

/** `emergency`: injury, fire, gas. `bypass`: a guard or interlock shall be out of the way. */
export type Danger = "emergency" | "bypass";

/** One way to read a message; scores of one message's candidates compare with each other only. */
export type Candidate = { readonly label: Label; readonly score: number };

/** A part of a message that asks for something of its own. */
export type Part = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly intent: Asked;
  readonly slots: Slots;
  readonly telling: readonly string[];
};

/** How a message was understood. */
export type Reading = {
  /** The text without what looked like a password or token. */
  readonly text: string;
  readonly kind: Kind;
  /** What is asked when nobody was addressed; `none` for talk, reports, how-to, jokes, quotes. */
  readonly intent: Label;
  /** Whether a request may be offered to the author unasked: gate, word table and model agree. */
  readonly opens: boolean;
  /** What is asked when Referee was addressed; `none` only for plain talk, jokes and thanks. */
  readonly addressedIntent: Label;
  /** At most four, best first, for the buttons of an addressed message. */
  readonly candidates: readonly Candidate[];
  /** Whether one reading may be pre-selected, as an editable draft, or a question answered at once. */
  readonly isSure: boolean;
  /** Two or more parts when the message asks for several things; otherwise empty. */
  readonly parts: readonly Part[];
  readonly slots: Slots;
  readonly danger: Danger | null;
  /** What told most in the text, at most three: "“502” (Modbus TCP)", "“open”". None only for a text of signs. */
  readonly telling: readonly string[];
  /** Why it was read so, in words: what told most, and what kind of utterance it is. Never empty. */
  readonly because: readonly string[];
};
