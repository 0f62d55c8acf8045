import type { Tongue } from "../words/reader.ts";

/**
 * What Referee shows, as data. Every text here is plain: adapters escape it, so nothing a person typed becomes
 * a mention, a link or markup. Text past a platform's limits is cut with an ellipsis, never refused.
 */
export type Card = {
  /** Names the matter: "🔌 Open port 502 to PLC-12". */
  readonly title: string;
  /** The request's key, "HAM-142", or null for a draft or an answer. */
  readonly key: string | null;
  readonly blocks: readonly CardBlock[];
  /** In which language the frame of a platform around it speaks. Default: English. */
  readonly tongue?: Tongue;
};

export type CardBlock =
  | { readonly type: "text"; readonly text: string; readonly tone: Tone }
  | { readonly type: "standing"; readonly text: string; readonly mood: Mood }
  | CardQuote
  | { readonly type: "files"; readonly files: readonly CardFile[] }
  | CardPicture
  | { readonly type: "facts"; readonly facts: readonly Fact[] }
  | { readonly type: "steps"; readonly steps: readonly StepLine[] }
  | { readonly type: "list"; readonly title: string; readonly items: readonly ListItem[] }
  | { readonly type: "actions"; readonly actions: readonly CardAction[]; readonly more: readonly CardAction[] }
  | CardDetails;

/** What somebody wrote. `thread`: the address where it stands, where whoever reads the card can open that. */
export type CardQuote = {
  readonly type: "quote";
  readonly text: string;
  readonly by: string;
  readonly thread?: string;
};

/** A picture that Referee drew, `png` as base64. `alt` says all that it shows, and stands for it where it cannot be shown. */
export type CardPicture = {
  readonly type: "picture";
  readonly name: string;
  readonly png: string;
  readonly alt: string;
};

/** What is one tap away where a platform can unfold a card, since cards are read on a phone; elsewhere it stands below. */
export type CardDetails = { readonly type: "details"; readonly label: string; readonly blocks: readonly CardPart[] };

/** Whatever stands on a card but what is folded away. */
export type CardPart = Exclude<CardBlock, CardDetails>;

/** `lead` is what is asked, in bold; `plain` is read first, `muted` only when wanted, `warning` before pressing anything. */
export type Tone = "lead" | "plain" | "muted" | "warning";

/** Where a request stands, as a colour beside the words: `waits` for somebody, `open` is in force, `alarm` cannot wait. */
export type Mood = "waits" | "open" | "good" | "alarm" | "over";

/**
 * A picture or file that somebody sent, named where it stands. Only the name leads there, and only by the address kept for
 * it. `by`: who sent it, or null where the card says so beside it.
 */
export type CardFile = { readonly name: string; readonly link: string | null; readonly by: string | null };

export type Fact = { readonly label: string; readonly value: string };

/** One step as a line: its mark, its owner, and one sentence that is true until the next event. */
export type StepLine = {
  readonly mark: "waiting" | "open" | "held" | "done" | "refused" | "skipped";
  readonly owner: string;
  readonly says: string;
};

/** A line of a digest or an answer, with the buttons that belong to it. */
export type ListItem = { readonly text: string; readonly actions: readonly CardAction[] };

export type CardAction =
  | {
      readonly type: "press";
      readonly label: string;
      /** Made by `encodeAction`; comes back untouched, and is not trusted. */
      readonly value: string;
      readonly style: "primary" | "danger" | "plain";
    }
  | { readonly type: "link"; readonly label: string; readonly url: string };

/** Questions asked in one go: a Slack modal, a Teams task module, a dialog in the local chat. */
export type Form = {
  readonly title: string;
  readonly submit: string;
  /** Said above the questions, or "". */
  readonly intro: string;
  /** Made by `encodeForm`; comes back with the answers. */
  readonly value: string;
  readonly inputs: readonly FormInput[];
  /** As of a card. */
  readonly tongue?: Tongue;
};

/** One question. What is picked comes back under names of its own (`pickedId`), what is typed under the input's id. */
export type FormInput = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Of a question with pickers and a line, either will do: the core asks again when both are empty. */
  readonly required: boolean;
  /** What stands in the line, or which option is chosen; "" for none. */
  readonly initial: string;
  readonly kind:
    | { readonly type: "line"; readonly maxLength: number }
    | { readonly type: "text"; readonly maxLength: number }
    | { readonly type: "choice"; readonly options: readonly Option[] }
    | DateTimeKind
    | ComboboxKind
    /** Any number of options to tick. */
    | { readonly type: "checkboxes"; readonly options: readonly Option[] };
};

/** A day and a time of day to pick, on the clocks of the plant; `beside` labels the line for whoever would rather write. */
export type DateTimeKind = {
  readonly type: "dateTime";
  /** `2026-11-27`, or "" for none. */
  readonly date: string;
  /** `18:00`, or "" for none. */
  readonly time: string;
  readonly timeZone: string;
  readonly beside: string;
  readonly maxLength: number;
};

/** A list to search in; `beside` labels the line for what does not stand in it. */
export type ComboboxKind = {
  readonly type: "combobox";
  readonly options: readonly Option[];
  /** Values of the options that are chosen. */
  readonly chosen: readonly string[];
  /** Whether more than one may be. */
  readonly several: boolean;
  readonly beside: string;
  readonly maxLength: number;
};

export type Option = { readonly value: string; readonly label: string };
