import { RefusedError } from "../../errors.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import type { Place } from "../place.ts";
import type { Open, RequestState } from "../state.ts";
import { requireOpen } from "./guards.ts";
import { freshName } from "./places.ts";
import { speaksAsRequester } from "./requester.ts";

/** More are told where to read of it: nobody can have a request say something in any number of conversations. */
const MOST_JOINED = 20;

/**
 * Somebody who was about to ask for the same hears how this one ends. Once is enough, and whoever asked for it hears anyway.
 * @throws RefusedError `REQUEST_CLOSED` where it has ended, `NOT_ALLOWED` where many have joined
 */
export function join(state: RequestState, command: CommandOf<"join">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const { spot, name, by, at } = command;
  const others = joinedOf(open);
  if (speaksAsRequester(open, by) || others.some(({ role }) => role.by === by)) return [];
  if (others.length >= MOST_JOINED)
    throw new RefusedError("NOT_ALLOWED", `Many hear of ${open.key} already. Follow it where it was asked.`);
  return [{ type: "RequestJoined", place: freshName(open, "joined"), name, spot, by, at }];
}

type JoinedPlace = Place & { readonly role: Extract<Place["role"], { type: "joined" }> };

/** The places of those who joined, the first who did so first. */
export function joinedOf({ places }: Pick<Open, "places">): readonly JoinedPlace[] {
  return [...places.values()].filter((place): place is JoinedPlace => place.role.type === "joined");
}
