import type { AccountId } from "../plant/ids.ts";
import { stateAs, worldAt, worldBy } from "../request/asRead.ts";
import type { Agreements } from "./agreements.ts";
import type { AskedThread } from "./askedThread.ts";
import type { Overlapping } from "./overlapping.ts";
import type { Plants } from "./plants.ts";
import type { SameBefore } from "./sameBefore.ts";
import type { Stage } from "./speech.ts";
import type { UsualTimes } from "./usual.ts";

export type StageOptions = {
  readonly plants: Plants;
  readonly askedThread: AskedThread;
  readonly sameBefore: SameBefore;
  readonly overlapping: Overlapping;
  readonly usualTimes: UsualTimes;
  readonly agreements: Agreements;
};

/** A place of a request as it was loaded. */
type Loaded = Pick<Stage, "request" | "place" | "events" | "state" | "shown" | "now">;

/**
 * All that is drawn at a place of a request, in the words of those who read there.
 * @param reader who reads it alone, in words of their own
 */
export async function stageOf(options: StageOptions, loaded: Loaded, reader: AccountId | null = null): Promise<Stage> {
  const { request, state, shown, now } = loaded;
  const whole = await options.plants.world(state.asked.plant);
  const world = reader === null ? worldAt(whole, shown.spot) : worldBy(whole, reader);
  const scene = { state: stateAs(state, world), shown, world, now };
  const [thread, before, overlapping, usual, agreements] = await Promise.all([
    options.askedThread(request, scene),
    options.sameBefore(state, world),
    options.overlapping(request, scene),
    state.status === "draft" ? options.usualTimes(state, world) : [],
    options.agreements(state, world),
  ]);
  return { ...loaded, ...scene, thread, before, overlapping, usual, agreements };
}
