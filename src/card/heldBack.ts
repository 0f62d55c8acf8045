import type { HeldBack, HeldKind } from "../plant/events.ts";
import type { Plant } from "../plant/plant.ts";
import { sayWho } from "../request/actor.ts";

const TOO_MANY: Readonly<Record<HeldKind, string>> = {
  draft: "new requests",
  call: "calls for help",
  note: "notes",
  question: "questions",
  code: "codes to link accounts",
};

/** What Ops read when somebody sends more than Referee takes: once a day of each. */
export function sayHeldBackToOps(held: readonly HeldBack[], plant: Plant): string {
  const who = held.map(
    ({ by, name, kind }) => `${sayWho(by, { requester: by, requesterName: name }, plant)} (${TOO_MANY[kind]})`,
  );
  return `Referee holds back what comes too fast: ${who.join(", ")}. They read when it takes the next, and whom to phone. What is open goes on, and nobody else is held back for it. Said once a day of each.`;
}
