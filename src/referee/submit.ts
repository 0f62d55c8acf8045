import type { Answer, Submitted } from "../adapter.ts";
import type { Verb } from "../card/action.ts";
import { decodeForm, type SentForm } from "../card/shown.ts";
import { asideFor, telltaleIn } from "../intake/aside.ts";
import { readSubmission } from "../intake/submit.ts";
import type { Whose } from "../intake/withoutSecrets.ts";
import type { RequestId } from "../request/ids.ts";
import type { Handled } from "../store/types.ts";
import { metaFor } from "./acting.ts";
import { withAside } from "./aside.ts";
import { answerFrom, NOTHING, type ReceiveOptions, worldOf } from "./receiving.ts";
import type { MakeCommand } from "./requests.ts";

/** A form sent off: it decides something, or stays open with remarks. */
export async function submit(options: ReceiveOptions, submitted: Submitted, secret: Whose | null): Promise<Answer> {
  const form = decodeForm(submitted.value);
  const { action } = form;
  const before = await options.store.recall(submitted.id, { within: action.request });
  const handled = before ?? (await submitNew(options, form, submitted, secret));
  // Also when it came before: whoever recorded it may have died since.
  if (action.verb === "rule" && handled.type === "accepted")
    await rememberRuling(options, action.request, submitted.id);
  return answerFrom(handled);
}

async function submitNew(
  options: ReceiveOptions,
  form: SentForm,
  submitted: Submitted,
  secret: Whose | null,
): Promise<Handled> {
  await options.linking.meet(submitted);
  const world = await worldOf(options, form.action.request, submitted);
  const aside = asideFor(telltaleIn(submitted.values), secret, world.plant);
  const now = await options.store.plantNow();
  const held = TALKS.has(form.action.verb)
    ? await options.quotas.holdBack({
        ...{ kind: "note", meta: metaFor(submitted, world, now), plant: world.plant },
        ...{ spot: null, act: submitted.id },
      })
    : null;
  if (held !== null)
    return options.requests.act(form.action.request, submitted.id, world, () => {
      return { type: "answer", answer: withAside({ type: "private", text: held }, aside) };
    });
  const make: MakeCommand = (state, at) => {
    const submission = readSubmission(form, submitted.values, state, metaFor(submitted, world, at, state), world);
    if (submission.type === "errors")
      return { type: "answer", answer: withAside({ type: "formErrors", errors: submission.errors }, aside) };
    return { type: "command", command: submission.command, answer: withAside(NOTHING, aside) };
  };
  return options.requests.act(form.action.request, submitted.id, world, make, aside);
}

/** Forms that say something to others and decide nothing; nobody is kept from deciding. */
const TALKS: ReadonlySet<Verb> = new Set<Verb>(["note", "answer", "change", "fill"]);

/** A ruling on assets is remembered by the plant, each once. */
async function rememberRuling(
  { requests, plants, store }: ReceiveOptions,
  request: RequestId,
  formId: string,
): Promise<void> {
  const { events, state } = await requests.load(request);
  const ruling = events.findLast((event) => event.type === "OwnerRuled");
  if (ruling?.type !== "OwnerRuled" || ruling.asset === null || state.status === "unstarted") return;
  for (const [index, asset] of [ruling.asset, ...ruling.also].entries()) {
    const commandId = index === 0 ? `${formId}:ruling` : `${formId}:ruling:${index}`;
    if ((await store.recall(commandId, {})) !== null) continue;
    await plants.rememberRuling(state.asked.plant, { ...ruling, asset }, commandId);
  }
}
