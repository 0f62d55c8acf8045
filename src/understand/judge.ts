import type { Cue } from "./cues.ts";
import { type Kind, mayAsk } from "./gate.ts";
import { type Asked, isWorkflow, LABELS, type Label } from "./labels.ts";
import { lexiconScores } from "./lexicon.ts";
import type { Chances } from "./model.ts";
import type { Candidate } from "./reading.ts";
import type { Utterance } from "./utterance.ts";

/** What was decided about a message from its kind, its words and the model together. */
export type Judgement = {
  readonly intent: Label;
  readonly opens: boolean;
  readonly addressedIntent: Label;
  readonly candidates: readonly Candidate[];
  readonly isSure: boolean;
};

/** Up to which chance of `none` the model lets a kind of utterance ask; kinds not named never ask unaddressed. */
const MOST_NONE: Readonly<Partial<Record<Kind, number>>> = {
  request: 0.8,
  fault: 0.9,
  question: 0.6,
  unclear: 0.3,
  statement: 0.05,
  report: 0.05,
  advice: 0.05,
  plan: 0.03,
  howTo: 0.03,
};
/** How much the word table counts beside the model's logarithm of a chance. */
const LEXICON_WEIGHT = 0.25;
/** An unasked offer needs this much of what is left besides `none`, and at most so much for `none`. */
const OFFER = { share: 0.6, none: 0.35 };
/** A draft may be pre-selected from this share on. */
const SURE = 0.75;

export function judge(utterance: Utterance, cues: ReadonlySet<Cue>, kind: Kind, chances: Chances): Judgement {
  const lexicon = lexiconScores(utterance, cues);
  const ranked = rank(chances, lexicon, kind);
  const [best] = ranked;
  const none = chances.get("none") ?? 0;
  if (best === undefined)
    return { intent: "none", opens: false, addressedIntent: "none", candidates: [], isSure: false };
  const asks = none <= (MOST_NONE[kind] ?? -1);
  const agree = topOf(lexicon) === best.label;
  const offers = agree && best.score >= OFFER.share && none <= OFFER.none && mayAsk(kind);
  const nothingAsked = isNothing(kind, none, cues);
  return {
    intent: asks ? best.label : "none",
    opens: asks && offers && isWorkflow(best.label),
    addressedIntent: nothingAsked ? "none" : best.label,
    candidates: candidatesOf(ranked, nothingAsked, mayAsk(kind), cues),
    isSure: agree && best.score >= SURE && (kind === "request" || kind === "fault" || kind === "question"),
  };
}

/** The asked readings by model and word table, their shares adding up to 1, best first. */
function rank(
  chances: Chances,
  lexicon: ReadonlyMap<Asked, number>,
  kind: Kind,
): readonly { label: Asked; score: number }[] {
  const asked = LABELS.filter((label): label is Asked => label !== "none");
  const weights = asked.map((label) => ({
    label,
    weight: Math.exp(
      Math.log((chances.get(label) ?? 0) + 1e-4) + LEXICON_WEIGHT * (lexicon.get(label) ?? 0) + suits(label, kind),
    ),
  }));
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  return weights.map(({ label, weight }) => ({ label, score: weight / sum })).sort((a, b) => b.score - a.score);
}

/** A question is rather answered than opened; a fault is rather a line that stands. */
function suits(label: Asked, kind: Kind): number {
  if (kind === "question") return isWorkflow(label) ? -1 : 0;
  if (kind === "fault") return label === "line-down" ? 0.7 : 0;
  return 0;
}

function topOf(scores: ReadonlyMap<Asked, number>): Asked | null {
  let top: Asked | null = null;
  for (const [label, score] of scores)
    if (score > 0 && score > (top === null ? 0 : (scores.get(top) ?? 0))) top = label;
  return top;
}

const NOTHING_KINDS: readonly Kind[] = [
  "talk",
  "joke",
  "report",
  "announcement",
  "plan",
  "negation",
  "hypothetical",
  "quote",
];

/** Whether nothing is asked even of a bot that was spoken to: thanks, a report, a joke. */
function isNothing(kind: Kind, none: number, cues: ReadonlySet<Cue>): boolean {
  if (cues.has("onlyTalk")) return true;
  return NOTHING_KINDS.includes(kind) ? none > 0.4 : none > 0.93 && !mayAsk(kind);
}

/** Three buttons. A fault always finds "line down" among them; where perhaps nothing is asked, `none` is one. */
function candidatesOf(
  ranked: readonly { label: Asked; score: number }[],
  nothingAsked: boolean,
  asking: boolean,
  cues: ReadonlySet<Cue>,
): readonly Candidate[] {
  const top: Candidate[] = ranked.slice(0, 3);
  if (cues.has("faultNow") && !top.some(({ label }) => label === "line-down")) {
    top.splice(2, 1, ...ranked.filter(({ label }) => label === "line-down"));
  }
  if (nothingAsked) return [{ label: "none", score: 1 }, ...top.slice(0, 2)];
  return asking ? top : [...top.slice(0, 2), { label: "none", score: 0 }];
}
