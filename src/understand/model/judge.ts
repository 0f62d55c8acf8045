import { type Asked, has, isWorkflow, LABELS, type Label, labelsWith } from "../labels.ts";
import type { Candidate } from "../reading.ts";
import { MOST_READINGS } from "../shown.ts";
import { classesOf } from "../text/wordClasses.ts";
import type { Cue } from "../turns/cues.ts";
import type { Kind } from "../turns/gate.ts";
import type { Utterance } from "../utterance/utterance.ts";
import { lexiconScores } from "./lexicon.ts";
import type { Chances } from "./model.ts";

/** What was decided about a message from its kind, its words and the model together. */
export type Judgement = {
  readonly intent: Label;
  readonly opens: boolean;
  readonly addressedIntent: Label;
  readonly candidates: readonly Candidate[];
  readonly isSure: boolean;
};

type Ranked = { readonly label: Asked; readonly score: number };

/** Up to which chance of `none` the model lets a kind of utterance ask; kinds not named never ask unaddressed. */
const MOST_NONE: Readonly<Partial<Record<Kind, number>>> = {
  request: 0.8,
  fault: 0.9,
  question: 0.6,
  unclear: 0.3,
  statement: 0.03,
  report: 0.01,
  advice: 0.02,
  plan: 0.01,
  howTo: 0.02,
};
/** How much the word table counts beside the model's logarithm of a chance. */
const LEXICON_WEIGHT = 0.12;
/**
 * An unasked offer needs this much of what is left besides `none`, and at most so much for `none`: the less the kind of
 * utterance asks, the more its words must. Kinds not named are never offered anything.
 */
const OFFERS: Readonly<Partial<Record<Kind, { readonly share: number; readonly none: number }>>> = {
  request: { share: 0.78, none: 0.35 },
  fault: { share: 0.75, none: 0.1 },
  question: { share: 0.7, none: 0.1 },
  unclear: { share: 0.75, none: 0.1 },
};
/** A wish without a word that asks is short: what goes on mostly tells. */
const WISH_WORDS = 12;
const LONG_WISH = { share: 0.75, none: 0.02 };
const PLAINLY: readonly Kind[] = ["request", "fault"];
/** Where the word table speaks this clearly for the best reading, a request may seem more like talk to the model. */
const CLEAR_WORDS = { score: 2.5, none: 0.97 };
/** A draft may be pre-selected from this share on. */
const SURE = 0.75;

export function judge(utterance: Utterance, cues: ReadonlySet<Cue>, kind: Kind, chances: Chances): Judgement {
  const lexicon = wishFirst(lexiconScores(utterance, cues), cues);
  const ranked = closedFirst(rank(chances, lexicon, kind), utterance, cues);
  const none = chances.get("none") ?? 0;
  const best = ranked[0] ?? NOBODY;
  const agree = topOf(lexicon) === best.label;
  const wordScore = agree ? wordScoreOf(best, lexicon, cues) : 0;
  const asks = none <= Math.min(mostNone(kind, utterance, wordScore), limitFor(kind, utterance, wordScore));
  const isClear = agree && best.score >= SURE;
  const wished = isClear && isWishBesideMachines(best.label, kind, cues);
  const opens =
    isOffered(best, kind, none, utterance) && isWished(best.label, kind, cues, utterance) && !isPondered(kind, cues);
  const nothingAsked = !wished && isNothing(kind, none, cues) && Math.max(...lexicon.values()) < CLEAR_WORDS.score;
  return {
    intent: asks || opens ? best.label : "none",
    opens,
    addressedIntent: nothingAsked ? "none" : best.label,
    candidates: candidatesOf(ranked, nothingAsked, cues),
    isSure: wished || isAnswerable(best, kind) || (isClear && isPlain(best.label, kind, utterance, cues)),
  };
}

/**
 * "Please restart the palletizer, gripper hangs": whoever asks for a restart says of the fault why, and has not called
 * for help because a line stands.
 */
function wishFirst(lexicon: ReadonlyMap<Asked, number>, cues: ReadonlySet<Cue>): ReadonlyMap<Asked, number> {
  const restart = strongest("restarts", lexicon);
  const isWished = cues.has("offAndOn") || WISHES.some((cue) => cues.has(cue));
  if (restart < PLAIN_RESTART || !isWished || !cues.has("faultNow")) return lexicon;
  const calls = labelsWith("calls").map((label) => [label, Math.min(lexicon.get(label) ?? 0, restart - 1)] as const);
  const wishes = labelsWith("restarts").map((label) => [label, (lexicon.get(label) ?? 0) + WISHED] as const);
  return new Map([...lexicon, ...calls, ...wishes]);
}

function strongest(trait: Parameters<typeof labelsWith>[0], lexicon: ReadonlyMap<Asked, number>): number {
  return Math.max(0, ...labelsWith(trait).map((label) => lexicon.get(label) ?? 0));
}

const PLAIN_RESTART = 3;
/** As much as it takes to outweigh words of a fault, which the model knows from lines that stand. */
const WISHED = 28;

function isPlain(label: Asked, kind: Kind, utterance: Utterance, cues: ReadonlySet<Cue>): boolean {
  return SURE_KINDS.includes(kind) && !isDeviceAlone(label, utterance) && !isPondered(kind, cues);
}

/** "Should we restart the MES?" asks for advice: its author chooses whether it is a request. */
function isPondered(kind: Kind, cues: ReadonlySet<Cue>): boolean {
  return kind === "question" && cues.has("asksWhether");
}

/**
 * Whoever wants a port or a remote access closed never gets a draft that opens one. To close a port is a change of the
 * network; of a remote access, what is open now is read first, with the button that cuts it off.
 */
function closedFirst(ranked: readonly Ranked[], { words }: Utterance, cues: ReadonlySet<Cue>): readonly Ranked[] {
  const opening = ranked.filter(({ label }) => OPENING.some((trait) => has(label, trait)));
  // "Kick the vendor out" sounds like a restart.
  const isKick = ranked[0] !== undefined && has(ranked[0].label, "restarts") && !cues.has("offAndOn");
  const isPort = words.some(({ norm }) => PORTS.has(norm));
  // "Close the vpn of Siemens" is no change of the network.
  const isVisit = !isPort && isFirst(ranked, "closesPorts") && isFirst(ranked.slice(1), "visits");
  if (!cues.has("closes") || (opening[0] !== ranked[0] && !isKick && !isVisit)) return ranked;
  const others = ranked.filter((each) => !opening.includes(each));
  const first = others.filter(({ label }) => (isPort ? has(label, "closesPorts") : label === "status"));
  return [...new Set([...first, ...others.slice(0, 2), ...opening, ...others])];
}
function isFirst([first]: readonly Ranked[], trait: "closesPorts" | "visits"): boolean {
  return first !== undefined && has(first.label, trait);
}
const OPENING = ["opensPorts", "visits"] as const;
const PORTS = new Set(
  `<port> port ports puerto puertos firewall fw cortafuegos rule rules regel regeln regla reglas exception exceptions ausnahme
  excepcion freischaltung freischaltungen portfreigabe freigabe apertura pinhole`.split(/\s+/),
);

/** A wrong answer costs a glance, a wrong draft a correction: a plain question needs less to be answered. */
function isAnswerable({ label, score }: Ranked, kind: Kind): boolean {
  return kind === "question" && !isWorkflow(label) && score >= ANSWERED;
}
const ANSWERED = 0.5;

/** A scanner that is dead does not say whether a line stands: that is asked. */
function isDeviceAlone(label: Asked, { words }: Utterance): boolean {
  if (!has(label, "calls")) return false;
  const first = words.find(({ norm }) => classesOf(norm).some((name) => THINGS.includes(name)));
  return classesOf(first?.norm ?? "").includes("field_device") && !words.some(({ norm }) => STANDS.has(norm));
}

const THINGS = ["machine", "system", "field_device"];
const STANDS = new Set(
  "line lines linie linea production produktion produccion we wir everything alles todo stands standing steht stehen parada".split(
    " ",
  ),
);

function wordScoreOf({ label }: Ranked, lexicon: ReadonlyMap<Asked, number>, cues: ReadonlySet<Cue>): number {
  return (lexicon.get(label) ?? 0) + (cues.has("please") ? 1 : 0);
}

const NOBODY: Ranked = { label: "status", score: 0 };
const SURE_KINDS: readonly Kind[] = ["request", "fault", "question"];

/** Up to which chance of `none` a message still asks. Clear words count for more than the model's doubt. */
function mostNone(kind: Kind, { words }: Utterance, wordScore: number): number {
  const isClear = wordScore >= CLEAR_WORDS.score;
  if (isClear && PLAINLY.includes(kind)) return CLEAR_WORDS.none;
  if (isClear && kind === "unclear" && words.length <= TERSE_WORDS) return TERSE_NONE;
  return MOST_NONE[kind] ?? -1;
}

/**
 * Two reasons for more doubt. "502 to plc12" needs no verb to ask, but a longer sentence that neither asks nor tells
 * mostly describes. And what names nothing of a plant is mostly about lunch.
 */
function limitFor(kind: Kind, utterance: Utterance, wordScore: number): number {
  if (kind === "unclear" && (utterance.words.length > TERSE_WORDS || wordScore < CLEAR_WORDS.score))
    return DOUBTFUL_NONE;
  return namesPlantThings(utterance) ? 1 : DOUBTFUL_NONE;
}
const TERSE_WORDS = 7;
const TERSE_NONE = 0.6;
const DOUBTFUL_NONE = 0.08;

function namesPlantThings({ words, entities }: Utterance): boolean {
  return entities.some(({ type }) => type !== "clock") || words.some(({ norm }) => classesOf(norm).length > 0);
}

function isOffered({ label, score }: Ranked, kind: Kind, none: number, utterance: Utterance): boolean {
  const needs = kind === "unclear" && utterance.words.length > WISH_WORDS ? LONG_WISH : OFFERS[kind];
  if (needs === undefined || !isWorkflow(label) || !namesPlantThings(utterance)) return false;
  return score >= needs.share && none <= needs.none;
}

/**
 * "My password has expired" or "the pumps are two versions behind" says what is wrong, and among colleagues asks nobody:
 * an offer needs words that ask, but for a line that stands and for terse words that are nothing but a wish.
 */
function isWished(label: Asked, kind: Kind, cues: ReadonlySet<Cue>, { words }: Utterance): boolean {
  if (kind === "unclear" || has(label, "calls") || cues.has("offAndOn")) return true;
  return ASKING.some((cue) => cues.has(cue)) || (kind === "question" && words.some(({ norm }) => norm === "?"));
}

/** The asked readings by model and word table, their shares adding up to 1, best first. */
function rank(chances: Chances, lexicon: ReadonlyMap<Asked, number>, kind: Kind): readonly Ranked[] {
  const asked = LABELS.filter((label): label is Asked => label !== "none");
  const weights = asked.map((label) => ({
    label,
    weight: Math.exp(
      Math.log((chances.get(label) ?? 0) + 1e-4) +
        LEXICON_WEIGHT * (lexicon.get(label) ?? 0) +
        suits(label, kind, lexicon),
    ),
  }));
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  return weights.map(({ label, weight }) => ({ label, score: weight / sum })).sort((a, b) => b.score - a.score);
}

/** A question is rather answered than opened; a fault is rather a line that stands. */
function suits(label: Asked, kind: Kind, lexicon: ReadonlyMap<Asked, number>): number {
  if (kind === "question") return isWorkflow(label) ? -1 : 0;
  if (kind === "fault") return has(label, "calls") && strongest("restarts", lexicon) < 3 ? 0.7 : 0;
  return 0;
}

function topOf(scores: ReadonlyMap<Asked, number>): Asked | null {
  let top: Asked | null = null;
  for (const [label, score] of scores)
    if (score > 0 && score > (top === null ? 0 : (scores.get(top) ?? 0))) top = label;
  return top;
}

/**
 * Whether nothing is asked even of a bot that was spoken to: thanks, plain talk, a joke. A report, a plan, a quote or a
 * ban that is said to Referee mostly has a wish behind it; its author chooses.
 */
function isNothing(kind: Kind, none: number, cues: ReadonlySet<Cue>): boolean {
  if (cues.has("onlyTalk")) return true;
  if (kind === "joke") return none > PLAIN_NONE;
  return kind === "talk" && none > PLAIN_NONE && !WANTS.some((cue) => cues.has(cue));
}
/** From here on the model, too, takes talk for talk. */
const PLAIN_NONE = 0.9;

/**
 * "Please restart the coffee machine" is no talk of the plant, so nobody is offered anything for it. Said to Referee it
 * is a plain wish about something the plant file does not know, and Ops decide whose that is.
 */
function isWishBesideMachines(label: Asked, kind: Kind, cues: ReadonlySet<Cue>): boolean {
  if (kind !== "talk" || cues.has("onlyTalk") || cues.has("code")) return false;
  return isWorkflow(label) && WISHES.some((cue) => cues.has(cue));
}
const WISHES: readonly Cue[] = ["please", "asksSomeone", "wouldYou", "orders"];
const ASKING: readonly Cue[] = [...WISHES, "wouldYou", "needs", "permission", "possible", "tellMe"];
const WANTS: readonly Cue[] = [...ASKING, "blocked", "asksOwner", "asksHistory"];

/** Up to four readings. A fault finds "line down" among the first three; where nothing is asked, `none` comes first. */
function candidatesOf(ranked: readonly Ranked[], nothingAsked: boolean, cues: ReadonlySet<Cue>): readonly Candidate[] {
  const call = cues.has("faultNow") ? ranked.filter(({ label }) => has(label, "calls")) : [];
  const top = [...new Set([...ranked.slice(0, 2), ...call, ...ranked])].slice(0, MOST_READINGS);
  return nothingAsked ? [{ label: "none", score: 1 }, ...top.slice(0, MOST_READINGS - 1)] : top;
}
