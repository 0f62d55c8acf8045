import type { Said } from "../adapter.ts";
import type { EpochMs } from "../clock.ts";
import type { MessageReading } from "../intake/reading.ts";
import type { World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import type { PlaceName } from "../request/place.ts";

/** A message, as it was read. */
export type Heard = {
  readonly said: Said;
  /** Names what is answered. */
  readonly act: string;
  readonly reading: MessageReading;
  readonly world: World;
  readonly now: EpochMs;
  /** What its author must hear, whatever becomes of it. */
  readonly aside: string | null;
};

/** The request that a message is about. `name`: its place in whose thread it stands; null when it stands in none of them. */
export type About = { readonly request: RequestId; readonly name: PlaceName | null };

/** Whether it was said to Referee. */
export function isAddressed({ via }: Pick<Said, "via">): boolean {
  return via !== "thread" && via !== "overheard";
}
