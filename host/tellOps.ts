import { createHash } from "node:crypto";
import type { Adapter } from "../src/adapter.ts";
import { DAY_MS } from "../src/clock.ts";
import type { Log } from "../src/log.ts";
import { type Problem, sayProblem } from "../src/plant/file/read.ts";
import type { Plant } from "../src/plant/plant.ts";
import { channelOf } from "../src/plant/who/channel.ts";
import { onRedis } from "../src/store/redisErrors.ts";
import type { Record } from "./installation.ts";

/** So many mistakes fit into a message that is read; the log has all of them. */
const TOLD_AT_MOST = 5;
/** How long it is remembered that a mistake was told. */
const TOLD_MS = 30 * DAY_MS;

/**
 * Tells the Ops channel of every plant that its files have mistakes, in plain words, once of the same mistakes in the whole
 * installation. Where one cannot be reached the log has said it all the same.
 */
export async function tellOps(
  { web, prefix }: Pick<Record, "web" | "prefix">,
  adapters: readonly Adapter[],
  plants: readonly Plant[],
  problems: readonly Problem[],
  log: Log,
): Promise<void> {
  const text = sayMistakes(problems);
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 32);
  for (const plant of plants) {
    const channel = channelOf(plant, { type: "ops" });
    const adapter = adapters.find(({ name }) => name === channel?.adapter);
    if (channel === null || adapter === undefined) continue;
    const effect = `plant_${plant.code}.files@${digest}`;
    const isNew = await onRedis(() => web.set(`${prefix}told:${effect}`, "1", "PX", TOLD_MS, "NX"));
    if (isNew === null) continue;
    const spot = { adapter: adapter.name, conversation: channel.channel, thread: null };
    try {
      await adapter.post(spot, { text, card: null, mention: [] }, effect);
    } catch (error) {
      // The log has it; whoever reads the files next tries again.
      log.warn("Ops could not be told of mistakes in the plant files", { plant: plant.code, error });
      await onRedis(() => web.del(`${prefix}told:${effect}`));
    }
  }
}

function sayMistakes(problems: readonly Problem[]): string {
  const first = problems.slice(0, TOLD_AT_MOST).map(sayProblem);
  const more = problems.length > TOLD_AT_MOST ? [`and ${problems.length - TOLD_AT_MOST} more`] : [];
  return `A plant file was changed and has mistakes. What was in force before stays in force until they are mended:\n${[...first, ...more].join("\n")}`;
}
