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
  | "statement"
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
const FIRMLY: readonly Cue[] = ["please", "asksSomeone", "wouldYou"];
const QUESTIONS: readonly Cue[] = ["asksOwner", "asksStatus", "asksHistory"];

// The first rule that fits decides. What silences comes before what asks, unless the asking is plain.
const RULES: readonly Rule[] = [
  { kind: "talk", when: (has) => has("onlyTalk") || (has("code") && !has("please", "orders", "asksSomeone", "needs")) },
  { kind: "joke", when: (has) => has("joke") },
  { kind: "talk", when: (has) => has("offTopic") },
  { kind: "quote", when: isQuote },
  {
    kind: "announcement",
    when: (has) => has("announces") && !has("asksSomeone") && !(has(...QUESTIONS) && has("question")),
  },
  {
    kind: "question",
    when: (has) =>
      has("asksOwner", "asksHistory") && has("question", "tellMe") && !has("please", "hypothetical", "asksSomeone"),
  },
  { kind: "hypothetical", when: (has) => has("hypothetical") && !has("please", "possible", "asksHistory", "wouldYou") },
  { kind: "hypothetical", when: (has) => has("hedged") && !has(...ASKS, "asksHistory") },
  { kind: "howTo", when: (has) => has("howTo", "ability") && !has(...QUESTIONS, "possible", ...FIRMLY) },
  { kind: "question", when: (has) => has(...QUESTIONS) && has("question", "tellMe") && !has("please", "howTo") },
  { kind: "howTo", when: (has) => has("howTo") && !has("possible", "please") },
  {
    kind: "negation",
    when: (has) => has("forbids") && !has("blocked", "faultNow") && !(has("contrast") && has(...ASKS)),
  },
  { kind: "talk", when: (has) => has("smallTalk") && !has(...ASKS, "faultNow") },
  { kind: "report", when: (has) => has("resolved") && !(has("still") && has("faultNow")) && !has(...FIRMLY) },
  { kind: "question", when: (has) => has("asksWhether") && !has("please") },
  { kind: "request", when: (has) => has("asksSomeone", "wouldYou") && !has("still") },
  { kind: "fault", when: (has) => has("faultNow") && !has("planned", "past", "ownPlan", "advice") },
  { kind: "fault", when: (has) => has("faultNow") && has("still") && !has("planned", "advice") },
  { kind: "request", when: (has) => has(...FIRMLY) },
  { kind: "report", when: (has) => has("handled", "decided") },
  { kind: "report", when: (has) => has("done") && !has("needs", "permission", "possible") },
  { kind: "report", when: (has) => has("faultNow") && has("past") },
  { kind: "plan", when: (has) => has("ownPlan", "planned") },
  { kind: "advice", when: (has) => has("advice") && !has("possible") },
  { kind: "request", when: (has) => has(...ASKS) },
  { kind: "question", when: (has) => has(...QUESTIONS, "question") },
  { kind: "statement", when: (has) => has("states") },
];

/** Somebody else's words, unless a wish of the author's own stands beside them. */
function isQuote(has: Has): boolean {
  if (has("quoted")) return !(has("please") && has("orders"));
  return has("quote") && !has(...FIRMLY);
}

/** The kind of utterance that its cues show. `unclear` is neither asking nor telling, such as "502 to plc12". */
export function kindOf(cues: ReadonlySet<Cue>): Kind {
  const has: Has = (...wanted) => wanted.some((cue) => cues.has(cue));
  return RULES.find(({ when }) => when(has))?.kind ?? "unclear";
}
