import type { Cue } from "./cues.ts";

/** What kind of utterance a message is, before what it is about. */
export type Kind =
  | "request"
  | "fault"
  | "question"
  | "report"
  | "howTo"
  | "advice"
  | "hypothetical"
  | "joke"
  | "quote"
  | "negation"
  | "announcement"
  | "plan"
  | "talk"
  | "unclear";

type Has = (...cues: readonly Cue[]) => boolean;
type Rule = { readonly kind: Kind; readonly when: (has: Has) => boolean };

const ASKS: readonly Cue[] = [
  "please",
  "asksSomeone",
  "orders",
  "needs",
  "permission",
  "possible",
  "blocked",
  "tellMe",
];
const ASKS_FIRMLY: readonly Cue[] = ["please", "asksSomeone"];

// The first rule that fits decides. What silences comes before what asks, unless the asking is plain.
const RULES: readonly Rule[] = [
  { kind: "joke", when: (has) => has("joke") },
  { kind: "talk", when: (has) => has("code") || (has("smallTalk") && !has(...ASKS_FIRMLY, "faultNow", "asksStatus")) },
  { kind: "quote", when: (has) => has("quote") && !has("please") },
  { kind: "announcement", when: (has) => has("announces") && !has("asksSomeone", "asksStatus", "asksHistory") },
  { kind: "hypothetical", when: (has) => has("hypothetical") && !has("please") },
  {
    kind: "question",
    when: (has) =>
      has("asksOwner", "asksStatus", "asksHistory") && has("question", "tellMe") && !has("howTo", "please"),
  },
  { kind: "howTo", when: (has) => has("howTo", "ability") && !has("possible", "please") },
  { kind: "negation", when: (has) => has("negated") && !(has("contrast") && has(...ASKS)) },
  { kind: "report", when: (has) => has("resolved") && !has("please", "asksSomeone") },
  { kind: "talk", when: (has) => has("offTopic") },
  { kind: "fault", when: (has) => has("faultNow") && !has("planned", "past") },
  { kind: "fault", when: (has) => has("faultNow", "blocked") && has("still") && !has("planned") },
  { kind: "request", when: (has) => has(...ASKS_FIRMLY) },
  { kind: "report", when: (has) => has("done", "decided", "handled") },
  { kind: "report", when: (has) => has("faultNow") && has("past") },
  { kind: "plan", when: (has) => has("ownPlan", "planned") },
  { kind: "advice", when: (has) => has("advice") },
  { kind: "request", when: (has) => has(...ASKS) },
  { kind: "question", when: (has) => has("asksOwner", "asksStatus", "asksHistory") },
];

/** The kind of utterance that its cues show. `unclear` is neither asking nor telling, such as "502 to plc12". */
export function kindOf(cues: ReadonlySet<Cue>): Kind {
  const has: Has = (...wanted) => wanted.some((cue) => cues.has(cue));
  return RULES.find(({ when }) => when(has))?.kind ?? "unclear";
}

const ASKING: ReadonlySet<Kind> = new Set<Kind>(["request", "fault", "question", "unclear"]);

/** Whether this kind of utterance can ask for something at all. */
export function mayAsk(kind: Kind): boolean {
  return ASKING.has(kind);
}
