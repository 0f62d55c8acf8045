import type { HeldBack } from "../plant/events.ts";
import type { Plant } from "../plant/plant.ts";
import { sayWho } from "../request/actor.ts";
import { say } from "../words/say.ts";

/** What Ops read when somebody sends more than Referee takes: once a day of each. */
export function sayHeldBackToOps(held: readonly HeldBack[], plant: Plant): string {
  const who = held.map(({ by, name, kind }) =>
    say(plant, "opsWords.heldKind", {
      who: sayWho(by, { requester: by, requesterName: name }, plant),
      kind: kind === "code" ? "other" : kind,
    }),
  );
  return say(plant, "opsWords.heldBack", { who: who.join(", ") });
}
