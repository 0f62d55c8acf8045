import { type EpochMs, MINUTE_MS } from "../clock.ts";
import { madeOnce, perObject, readOnce } from "../recent.ts";
import { dangerIn } from "./danger.ts";
import { type Asked, has, isWorkflow, type Label } from "./labels.ts";
import { featuresOf } from "./model/features.ts";
import { type Judgement, judge } from "./model/judge.ts";
import { chancesOf, type Model } from "./model/model.ts";
import type { Part, Reading, Slots } from "./reading.ts";
import { reasonsFor, tellingWords } from "./reasons.ts";
import { redactSecrets } from "./secrets.ts";
import { type SlotContext, slotsOf } from "./slots.ts";
import { READ_CHARS } from "./text/fold.ts";
import { namesIn, type Vocabulary } from "./text/vocabulary.ts";
import { stretchesOf } from "./things/several.ts";
import { wantsClosed } from "./turns/closingTurns.ts";
import { type Cue, cuesIn } from "./turns/cues.ts";
import { type Kind, kindOf } from "./turns/gate.ts";
import { type Utterance, utter } from "./utterance/utterance.ts";

export type Context = {
  readonly vocabulary: Vocabulary;
  /** When the message was written, in plant time. */
  readonly now: EpochMs;
  /** Another model than the shipped one; for measuring. */
  readonly model?: Model;
};

/**
 * Reads a message: what kind of utterance it is, what it asks for, which facts it holds, and because of which words.
 * Pure and deterministic; takes any text, reads its first 2,000 characters, never throws.
 */
export function understand(text: string, context: Context): Reading {
  const kept = redactSecrets(text).text;
  const utterance = heard(kept, context);
  const whole = read(utterance, context);
  return {
    text: kept,
    ...whole,
    parts: partsOf(utterance, whole.addressedIntent, context),
    danger: dangerIn(utterance.line),
  };
}

function heard(text: string, { vocabulary }: Context): Utterance {
  return hearing(vocabulary)(text);
}

/** So many that a message is still there when its card is drawn, some milliseconds later. */
const MOST_HEARD = 100;

/** A message is heard when it comes and when its card is drawn, by the same names. */
const hearing = perObject((vocabulary: Vocabulary) =>
  readOnce((text) => {
    const read = text.slice(0, READ_CHARS);
    return utter(text, vocabulary.code, namesIn(vocabulary.assets, read), namesIn(vocabulary.vendors, read));
  }, MOST_HEARD),
);
const cuesOf = readOnce(cuesIn, MOST_HEARD);

/**
 * The facts of a text when it is taken for a certain label, whatever it was read as: somebody chose it. Null stands for
 * what it was read as.
 */
export function slotsAs(text: string, label: Label | null, context: Context): Slots {
  const utterance = heard(redactSecrets(text).text, context);
  return label === null ? read(utterance, context).slots : slotsIn(utterance, label, context);
}

/** What is said of times is read by the minute in which it was written (`frameOf`); so is all of it found again until that is over. */
function slotsIn(utterance: Utterance, label: Label, { vocabulary, now }: Context): Slots {
  const name = `${label} ${Math.floor(now / MINUTE_MS)} ${utterance.text}`;
  return slotsFound(vocabulary)(name, () =>
    slotsOf(utterance, cuesOf(utterance.line), label, slotContext({ vocabulary, now })),
  );
}
const slotsFound = perObject((_: Vocabulary) => madeOnce<Slots>(MOST_HEARD));

type One = Omit<Reading, "text" | "parts" | "danger">;

/** What a message asks for, before its facts and reasons are looked for: of most of its parts they are not needed. */
type Judged = Judgement & {
  readonly utterance: Utterance;
  readonly cues: ReadonlySet<Cue>;
  readonly kind: Kind;
  readonly features: readonly string[];
};

function judged(utterance: Utterance, context: Context): Judged {
  const cues = cuesOf(utterance.line);
  const kind = kindOf(cues);
  const features = featuresOf(utterance, cues);
  return { ...judge(utterance, cues, kind, chancesOf(features, context.model)), utterance, cues, kind, features };
}

function read(utterance: Utterance, context: Context): One {
  return told(judged(utterance, context), context);
}

function told({ utterance, cues: _, features, ...judgement }: Judged, context: Context): One {
  const { kind, addressedIntent: label } = judgement;
  const slots = slotsIn(utterance, label, context);
  const telling = tellingWords({ utterance, features, label, slots }, context.model);
  return { ...judgement, slots, telling, because: reasonsFor(telling, kind) };
}

function slotContext({ vocabulary, now }: Omit<Context, "model">): SlotContext {
  return { vocabulary, time: { plant: vocabulary, now } };
}

/** The parts of a message that each ask for something else; none when it asks for one thing, or surely for nothing. */
function partsOf(utterance: Utterance, whole: Label, context: Context): readonly Part[] {
  const stretches = stretchesOf(utterance.folded);
  if (whole === "none" || stretches.length < 2) return [];
  const said = stretches.map(({ start, end }) => {
    const text = utterance.text.slice(start, end).trim();
    return { start, end, text, judgement: judged(heard(text, context), context) };
  });
  if (!mayBeSeveral(said.map(({ judgement }) => judgement))) return [];
  const parts = said.flatMap(({ start, end, text, judgement }) => {
    const part = told(judgement, context);
    const { isSure, slots, telling } = part;
    const closes = isClosing(judgement.utterance, part);
    const intent = closes ? part.addressedIntent : part.intent;
    return isAsked(intent) && (isSure || isTerse(part) || closes)
      ? [{ start, end, text, intent, slots, telling, isSure }]
      : [];
  });
  const areSeveral = new Set(parts.map(({ intent }) => intent)).size > 1 && parts.some(({ isSure }) => isSure);
  return areSeveral ? parts.map(({ isSure: _, ...part }) => part) : [];
}

/** Whether several things may be asked for, before it is found out which facts each has: mostly one wish has several clauses. */
function mayBeSeveral(parts: readonly Judged[]): boolean {
  const asked = parts.flatMap(({ intent, addressedIntent, cues }) =>
    (cues.has("closes") ? [intent, addressedIntent] : [intent]).filter(isAsked),
  );
  return new Set(asked).size > 1 && parts.some(({ isSure }) => isSure);
}

/** Beside a wish that is sure, ports without a verb are one too: "502 and 44818 for line 7, and who owns the gateway?" */
function isTerse({ kind, intent, slots }: One): boolean {
  return kind === "unclear" && isWorkflow(intent) && slots.ports.length > 0;
}

/** "Close port 502 and open 503": beside another wish, a port or a visit that is to end is one, too. */
function isClosing({ line }: Utterance, { addressedIntent, slots }: One): boolean {
  const isNamed = has(addressedIntent, "closesPorts") ? slots.ports.length > 0 : !isWorkflow(addressedIntent);
  return isNamed && wantsClosed(` ${line}`);
}

function isAsked(label: Label): label is Asked {
  return label !== "none";
}
