import { z } from "zod";
import { type Said, Spot } from "../adapter.ts";
import { filesIn } from "../intake/filesIn.ts";
import { PlantCode } from "../plant/ids.ts";
import { sayAccount } from "../plant/who/who.ts";
import { Actor } from "../request/actor.ts";
import type { Meta } from "../request/commands.ts";
import { Reading } from "../request/stored/parts.ts";
import type { Json } from "../store/types.ts";
import { Values } from "../workflow/value.ts";
import { NOTHING, type ReceiveOptions, StoredAnswer } from "./receiving.ts";
import { requestIdFor } from "./requests.ts";

/**
 * What a message comes to that asks for something: the drafts it becomes, and the answer to its author. Fixed before the
 * first draft is made, so that a crash, another plant file or a later hour changes nothing about the others.
 */
export const DraftPlan = z.object({
  plant: PlantCode,
  by: Actor,
  name: z.string(),
  drafts: z.array(
    z.object({ reading: Reading.extend({ because: z.array(z.string()) }), values: Values, text: z.string() }),
  ),
  answer: StoredAnswer,
  /** Where the drafts stand, when it is not where the message does. */
  spot: Spot.optional(),
});
export type DraftPlan = z.infer<typeof DraftPlan>;

/** Makes every draft of a plan that is not there yet, each seen by its author only until it is sent. */
export async function carryOut(
  { requests, plants, changed }: Pick<ReceiveOptions, "requests" | "plants" | "changed">,
  said: Said,
  plan: Json,
): Promise<DraftPlan> {
  const { plant, by, name, drafts, answer, ...elsewhere } = DraftPlan.parse(plan);
  const world = await plants.world(plant);
  const { quoted, edition } = said;
  const spot = elsewhere.spot ?? said.spot;
  const files = filesIn(said.files);
  const sent = {
    spot,
    quoted: quoted && sayAccount(world.plant, quoted.account, quoted.name),
    files,
    ...(edition !== undefined && { edition }),
  };
  const meta: Omit<Meta, "at"> = { by, name, via: spot.adapter };
  for (const [index, draft] of drafts.entries()) {
    // Its author has changed the message meanwhile: what it asks for now is drafted from that.
    if (index > 0 && (await changed.isOutdated(said))) break;
    await requests.act(requestIdFor(said.id, index), `${said.id}#${index}`, world, (_, at) => ({
      type: "command",
      command: { ...meta, at, ...draft, type: "start", ...sent },
      answer: NOTHING,
    }));
  }
  return { plant, by, name, drafts, answer, ...elsewhere };
}
