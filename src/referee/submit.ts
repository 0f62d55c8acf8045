import type { Answer, Submitted } from "../adapter.ts";
import { INPUT } from "../card/forms/inputs.ts";
import { decodeForm, type SentForm } from "../card/forms/shown.ts";
import { readHomeAction } from "../card/home/homeAction.ts";
import { ASKED } from "../card/home/homeCard.ts";
import { formOf, VERBS } from "../card/verbs/verbs.ts";
import type { EpochMs } from "../clock.ts";
import { RefusedError } from "../errors.ts";
import { asideFor, telltaleIn } from "../intake/aside.ts";
import type { Errors } from "../intake/filled.ts";
import { refusedAt } from "../intake/refusedAt.ts";
import { readSubmission, type Submission } from "../intake/submit.ts";
import type { Whose } from "../intake/withoutSecrets.ts";
import { readerOf } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { homeMessage } from "../request/homeSpot.ts";
import type { RequestState } from "../request/state.ts";
import type { Handled } from "../store/types.ts";
import { say } from "../words/say.ts";
import { metaFor } from "./acting.ts";
import { withAside } from "./aside.ts";
import { hear } from "./hear.ts";
import { untouchable } from "./mayTouch.ts";
import { changeKind } from "./quotas.ts";
import { answerFrom, ownWorld, RECORDED, type ReceiveOptions, worldAround } from "./receiving.ts";
import type { MakeCommand } from "./requests.ts";
import { rememberRulings } from "./rulings.ts";

/** A form sent off: it decides something, or stays open with remarks. */
export async function submit(options: ReceiveOptions, submitted: Submitted, secret: Whose | null): Promise<Answer> {
  if (readHomeAction(submitted.value) !== null) return askAtHome(options, submitted, secret);
  const form = decodeForm(submitted.value);
  const { action } = form;
  const before = await options.store.recall(submitted.id, { within: action.request });
  const handled = before ?? (await submitNew(options, form, submitted, secret));
  // Also when it came before: whoever recorded it may have died since.
  if ((action.verb === "rule" || action.verb === "unrule") && handled.type === "accepted")
    await rememberRulings(options.plants, action.request, await options.requests.load(action.request));
  return answerFrom(handled);
}

/** What is asked in the form of a home is said to Referee in its author's own chat with it. */
async function askAtHome(options: ReceiveOptions, submitted: Submitted, secret: Whose | null): Promise<Answer> {
  const { id, account, name, values } = submitted;
  const text = values[ASKED] ?? "";
  if (text.trim() === "") {
    const missing = say(readerOf(await ownWorld(options, account, null)), "home.askMissing");
    return { type: "formErrors", errors: { [ASKED]: missing } };
  }
  const said = { id, account, name, text, spot: homeMessage(account), isReply: false, quoted: null, files: [] };
  return hear(options, { ...said, type: "said", via: "direct" }, { isNew: true, secret });
}

async function submitNew(
  options: ReceiveOptions,
  form: SentForm,
  submitted: Submitted,
  secret: Whose | null,
): Promise<Handled> {
  await options.linking.meet(submitted);
  const { state, now } = await options.requests.load(form.action.request);
  const world = await worldAround(options, { state }, submitted.account);
  const kept = untouchable(form.action, state, { spot: null, meta: metaFor(submitted, world, now, state) }, world);
  if (kept !== null) return options.requests.answer(form.action.request, submitted.id, world, kept);
  const aside = asideFor(telltaleIn(submitted.values), secret, readerOf(world));
  const held = await heldBack(options, form, submitted, { state, world, at: now });
  if (held !== null) return options.requests.answer(form.action.request, submitted.id, world, withAside(held, aside));
  const staysOpen = ({ errors }: Errors): Answer => withAside({ type: "formErrors", errors }, aside);
  const make: MakeCommand = (state, at) => {
    const refused = (error: RefusedError): Answer | null => {
      const errors = refusedAt(error, formOf(form.action, state, world, at), submitted.values, readerOf(world));
      return errors === null ? null : staysOpen(errors);
    };
    const submission = submissionOr(refused, () =>
      readSubmission(form, submitted.values, state, metaFor(submitted, world, at, state), world),
    );
    if (submission.type === "answer") return submission;
    if (submission.type === "errors") return { type: "answer", answer: staysOpen(submission) };
    return { type: "command", command: submission.command, answer: withAside(RECORDED, aside), refused };
  };
  return options.requests.act(form.action.request, submitted.id, world, make, aside);
}

type Sent = { readonly state: RequestState; readonly world: World; readonly at: EpochMs };

/**
 * What is said to the others, and a draft that is read as something else: as often as anybody likes, and kept for ever. Past
 * that a form stays open with what was typed, as long as it is one.
 */
async function heldBack(
  { quotas }: ReceiveOptions,
  form: SentForm,
  submitted: Submitted,
  { state, world, at }: Sent,
): Promise<Answer | null> {
  const { verb } = form.action;
  if (VERBS[verb].says === undefined && verb !== "read") return null;
  const kind = verb === "read" ? changeKind(submitted.values[INPUT.type] ?? null, world.types) : "note";
  const meta = metaFor(submitted, world, at);
  const sending = { kind, meta, plant: readerOf(world), spot: null, act: submitted.id } as const;
  const first = firstInput(form, { state, world, at });
  if (first === null) return quotas.answerHeldBack(sending);
  const held = await quotas.formHeldBack(sending);
  return held === null ? null : { type: "formErrors", errors: { [first]: held } };
}

/** Null for what is no form of this request as it is now, whatever was sent. */
function firstInput({ action }: SentForm, { state, world, at }: Sent): string | null {
  try {
    return formOf(action, state, world, at)?.inputs[0]?.id ?? null;
  } catch (error) {
    if (error instanceof RefusedError) return null;
    throw error;
  }
}

type Answered = { readonly type: "answer"; readonly answer: Answer };

/** A form whose answers make no command, or what is answered in place of that refusal. */
function submissionOr(refused: (error: RefusedError) => Answer | null, read: () => Submission): Submission | Answered {
  try {
    return read();
  } catch (error) {
    const answer = error instanceof RefusedError ? refused(error) : null;
    if (answer === null) throw error;
    return { type: "answer", answer };
  }
}
