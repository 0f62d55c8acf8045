import type { Plant } from "../../plant/plant.ts";
import type { World } from "../../request/commands.ts";
import type { RequestId } from "../../request/ids.ts";
import { missingFrom } from "../../request/rules/draft.ts";
import type { Draft, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import { typed } from "../../words/typed.ts";
import type { RequestType } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import { button, stepsWith } from "../buttons/button.ts";
import { answerButtons } from "../buttons/buttons.ts";
import type { Card, CardAction } from "../card.ts";
import { sayRequest, titleOf } from "../words.ts";
import { sendButton } from "./draftCard.ts";

/** To whoever typed below their complete draft what would change it: it does with one press, or is something new. */
export function changesDraftCard(waiting: RequestId, draft: Draft, anew: RequestId, world: World): Card {
  const { plant } = world;
  const about = { step: null, ask: 0, arg: anew };
  return asking(
    say(plant, "typed.isItForDraft"),
    say(plant, "typed.wouldChange", { draft: typed(nameOf(draft, world)) }),
    [
      button(waiting, "reply", plant, about, { label: say(plant, "typed.changeDraft") }),
      button(anew, "start", plant, {}, { label: say(plant, "verbs.somethingNew"), style: "plain" }),
    ],
  );
}

/** To whoever typed below their draft what it took: where there are threads, the draft itself may be far above. */
export function tookCard(request: RequestId, draft: Draft, values: Values, world: World): Card {
  const { plant } = world;
  const type = typeOf(draft, world);
  const name = nameOf({ ...draft, values }, world);
  const missing = type === undefined ? [] : missingFrom(values, type).map(({ label }) => label);
  const text =
    missing.length === 0
      ? say(plant, "typed.taken", { draft: typed(name) })
      : say(plant, "typed.stillNeeds", { draft: typed(name), what: sayList(missing, plant) });
  return asking(name, text, buttonsOf(request, type, missing.length > 0, plant));
}

/** To whoever typed below what waits for them something that means nothing to it; null where nothing can be offered. */
export function waitsCard(request: RequestId, state: Draft | Open, world: World): Card | null {
  return state.status === "draft" ? draftWaits(request, state, world) : questionsWait(request, state, world);
}

function draftWaits(request: RequestId, draft: Draft, world: World): Card | null {
  const { plant } = world;
  const type = typeOf(draft, world);
  if (type === undefined) return null;
  const text = say(plant, "typed.changedNothing", { draft: typed(nameOf(draft, world)) });
  const isMissing = missingFrom(draft.values, type).length > 0;
  return asking(say(plant, "typed.draftWaits"), text, buttonsOf(request, type, isMissing, plant));
}

/** Words alone do not tell which of several questions they answer. */
function questionsWait(request: RequestId, state: Open, { plant }: World): Card | null {
  const asked = stepsWith(state, "asked");
  if (asked.length < 2) return null;
  const name = sayRequest(state, plant);
  const text = say(plant, "typed.severalQuestions", { name, count: asked.length });
  return { ...asking(name, text, answerButtons(request, state, plant)), key: state.key };
}

function buttonsOf(
  request: RequestId,
  type: RequestType | undefined,
  isMissing: boolean,
  plant: Plant,
): readonly CardAction[] {
  if (type === undefined) return [];
  if (isMissing) return [button(request, "fill", plant, {}, { label: say(plant, "verbs.fillIn"), style: "primary" })];
  return [sendButton(request, type, plant), button(request, "fill", plant)];
}

function asking(title: string, text: string, actions: readonly CardAction[]): Card {
  const buttons = actions.length === 0 ? [] : [{ type: "actions", actions, more: [] } as const];
  return { title, key: null, blocks: [{ type: "text", text, tone: "plain" }, ...buttons] };
}

function typeOf({ reading }: Draft, { types }: World): RequestType | undefined {
  return reading.type === null ? undefined : types.get(reading.type);
}

function nameOf(draft: Draft, world: World): string {
  const type = typeOf(draft, world);
  return type === undefined ? draft.asked.text : titleOf(type, draft.values, world.plant, draft.at);
}
