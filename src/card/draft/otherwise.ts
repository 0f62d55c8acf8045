import type { RequestId } from "../../request/ids.ts";
import type { Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import { button } from "../buttons/button.ts";
import type { Card } from "../card.ts";

/** What the button says to the flow: read the kept words as anything but what was answered. */
export const OTHERWISE = "otherwise";

/** Likewise: what was asked is for the owner of the thing it is about. */
export const ASK_OWNER = "owner";

/** Likewise: what was wished is for Safety to look at. */
export const ASK_SAFETY = "safety";

/**
 * An answer with a way on for whoever asked for something else.
 * @param ref where their words are kept until they press
 */
export function withOtherwise(
  card: Card,
  ref: RequestId,
  reader: Reader,
  label: "verbs.notWhatIMeant" | "verbs.isARequest" = "verbs.notWhatIMeant",
): Card {
  const otherwise = button(
    ref,
    "start",
    reader,
    { arg: OTHERWISE },
    { label: say(reader, label), style: "plain", asks: true },
  );
  return { ...card, blocks: [...card.blocks, { type: "actions", actions: [otherwise], more: [] }] };
}
