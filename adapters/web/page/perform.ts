import { readButtonData } from "../../adaptive/buttonData.ts";
import type { ChatMessage } from "../entry.ts";
import type { PlantMoment, Step } from "../play/play.ts";
import type { Texts } from "../texts.ts";
import { visibleTo } from "./desk.ts";
import { answered, appears, fill, type Hands, isLabel, press, pressForForm, reply, seat, write } from "./hands.ts";
import { NO_PLANT, windUntil } from "./plantMoment.ts";
import { act, post } from "./send.ts";
import { inWords, said } from "./words.ts";
import type { World } from "./world.ts";

/**
 * Does one step of the play through the page itself, as a person would: it writes into the same box and presses the
 * same button.
 * @throws Error in words for the reader, when what the step needs does not appear
 */
export async function perform(step: Step, hands: Hands): Promise<void> {
  switch (step.do) {
    case "look":
      await seat(step, hands);
      return;
    case "say":
      return write(await seat(step, hands), inWords(step.text), hands);
    case "reply":
      return reply(await seat(step, hands), inWords(step.text), hands);
    case "press":
      return pressIn(step, hands);
    case "pressOld":
      await seat(step, hands);
      return pressOld(step, hands);
    case "wind":
      return wind(step.by, hands);
    case "kill":
      return stopHard(hands);
  }
}

async function pressIn(step: Extract<Step, { do: "press" }>, hands: Hands): Promise<void> {
  const place = await seat(step, hands);
  // What was written a moment ago changes the card that is about to be pressed.
  await answered(hands);
  if (step.form === undefined) return press(place, step.button, hands);
  await pressForForm(place, step.button, hands);
  return fill(step.form, hands);
}

async function wind(by: Extract<Step, { do: "wind" }>["by"], hands: Hands): Promise<void> {
  // Asked anew, since what the page knew may be from before the clock was wound elsewhere.
  await hands.readClock();
  const far = typeof by === "object" ? farTo(by, hands.world()) : by;
  if (far !== 0) await post("/api/wind", { by: far });
  await hands.readClock();
}

function farTo(moment: PlantMoment, { clock, directory }: World): number {
  if (clock === null) throw new Error(said("clockUnknown"));
  const now = Math.round(clock.plantTime + (performance.now() - clock.toldAt));
  const [plant] = directory.plants;
  const far = windUntil(now, plant ?? NO_PLANT, moment);
  if (far === null) throw new Error(said("noMoment"));
  return far;
}

/** Ends Referee, and waits until whoever looks after it has started it again. */
async function stopHard(hands: Hands): Promise<void> {
  const { world } = hands;
  await post("/api/kill", {});
  await appears(hands, () => (world().line === "away" ? true : null), said("lookGone"));
  await appears(hands, () => (world().line === "live" ? true : null), said("lookBack"));
}

/** Presses a button as a screen would that has not been looked at since the card last changed. */
async function pressOld(step: Extract<Step, { do: "pressOld" }>, hands: Hands): Promise<void> {
  const { world, since } = hands;
  const place = { user: step.as, conversation: step.in };
  const isOutdated = ({ number, cardBefore }: ChatMessage) =>
    number > since && oldValue(cardBefore, step.button) !== null;
  const outdated = await appears(
    hands,
    () => visibleTo(world().messages, place).findLast(isOutdated) ?? null,
    said("lookOld"),
  );
  const value = oldValue(outdated.cardBefore, step.button) ?? "";
  await act("/api/press", { id: crypto.randomUUID(), as: step.as, message: outdated.id, value });
}

/** The value of the first button in a card's JSON whose label reads so. */
function oldValue(card: unknown, label: Texts): string | null {
  if (typeof card !== "object" || card === null) return null;
  if ("title" in card && "data" in card && isLabel(String(card.title), label))
    return readButtonData(card.data)?.value ?? null;
  return Object.values(card).reduce<string | null>((found, part) => found ?? oldValue(part, label), null);
}
