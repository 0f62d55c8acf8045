import type { AdapterName, Audience } from "../adapter.ts";
import { type Action, decodeAction } from "../card/action.ts";
import type { Card, CardAction } from "../card/card.ts";
import { handOf } from "../card/verbs/verbs.ts";
import type { EpochMs } from "../clock.ts";
import { type AccountId, adapterOf } from "../plant/ids.ts";
import { accountIn as guestIn } from "../request/actor.ts";
import type { World } from "../request/commands.ts";
import type { Place } from "../request/place.ts";
import { isTheirs } from "../request/rules/mayPress.ts";
import { isDirect } from "../request/rules/places.ts";
import type { RequestState } from "../request/state.ts";
import { metaFor } from "./acting.ts";

/** A request as one of its places shows it now. */
export type Scene = {
  readonly state: Exclude<RequestState, { status: "unstarted" }>;
  readonly shown: Place;
  readonly world: World;
  /** Plant time. */
  readonly now: EpochMs;
};

/**
 * For whom the buttons of a card are: everybody who may press one of them beside a note. Null where the buttons are for
 * whoever reads the card: in a direct message, where there is nothing of anybody's own to press, and while a line stands,
 * since help must not wait until a client has asked for the buttons.
 */
export function audienceOf(card: Card, view: string, scene: Scene): Audience | null {
  const { state, shown, world } = scene;
  if (callsForHelp(state, world) || isDirect(world.plant, shown.spot)) return null;
  const buttons = ownButtons(card);
  if (buttons.length === 0) return null;
  const isActor = (account: AccountId) => {
    const meta = metaFor({ account, name: "" }, world, scene.now, state);
    return buttons.some((button) => isTheirs(state, handOf(button.verb), button, meta, world));
  };
  const actors = accountsIn(scene).filter(isActor).toSorted();
  return actors.length === 0 ? null : { view, actors };
}

/** A draft that was not understood yet may still be about a line that stands. */
function callsForHelp(state: Scene["state"], { types }: World): boolean {
  if (state.status !== "draft") return state.rules.call !== null;
  const type = state.reading.type === null ? undefined : types.get(state.reading.type);
  return type === undefined || type.call !== null;
}

/** One of each kind is enough: whoever may deny may also ask. */
function ownButtons(card: Card): readonly Action[] {
  const actions = pressesOn(card).map(({ value }) => decodeAction(value));
  const kinds = new Map(actions.map((action) => [`${handOf(action.verb)} ${action.step ?? ""} ${action.ask}`, action]));
  return [...kinds.values()].filter(({ verb }) => handOf(verb) !== "anybody");
}

type Press = Extract<CardAction, { type: "press" }>;

export function pressesOn(card: Card): readonly Press[] {
  return card.blocks.flatMap(pressable);
}

function pressable(block: Card["blocks"][number]): readonly Press[] {
  const actions =
    block.type === "actions"
      ? [...block.actions, ...block.more]
      : block.type === "list"
        ? block.items.flatMap((item) => item.actions)
        : [];
  return actions.filter((action): action is Press => action.type === "press");
}

/** Everybody's accounts on the place's platform, and the requester's, who may be a guest. */
export function accountsIn({ state, shown, world }: Scene): readonly AccountId[] {
  return accountsOn(shown.spot.adapter, world, [state]);
}

/** Everybody's accounts on a platform, and those of guests who asked for some requests. */
export function accountsOn(
  adapter: AdapterName,
  { plant }: World,
  states: readonly Scene["state"][],
): readonly AccountId[] {
  const people = [...plant.people.values()].flatMap(({ accounts }) => accounts);
  const guests = states.flatMap(({ asked }) => guestIn(asked.requester) ?? []);
  return [...new Set([...people, ...guests])].filter((account) => adapterOf(account) === adapter);
}
