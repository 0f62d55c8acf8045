import type { Action } from "../card/action.ts";
import { handOf } from "../card/verbs/verbs.ts";
import type { EpochMs } from "../clock.ts";
import { type AccountId, adapterOf } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import type { Person } from "../plant/plant.ts";
import { type Actor, accountIn, actorFor } from "../request/actor.ts";
import type { Meta, World } from "../request/commands.ts";
import { isTheirs } from "../request/rules/mayPress.ts";
import { type RequestState, UNSTARTED } from "../request/state.ts";

/** Who acts, as the plant knows them now. `state`: the request it is about, where there is one. */
export function metaFor(
  { account, name }: { readonly account: AccountId; readonly name: string },
  { plant }: World,
  at: EpochMs,
  state: RequestState = UNSTARTED,
): Meta {
  const person = personByAccount(plant, account);
  return { by: actingIn(state, person, account), name: person?.name ?? name, at, via: adapterOf(account) };
}

/** Whether a button is for an account: what it stands for may still be refused when it is pressed. */
export function isFor(
  account: AccountId,
  button: Pick<Action, "verb" | "step" | "ask">,
  state: RequestState,
  world: World,
  at: EpochMs,
): boolean {
  return isTheirs(state, handOf(button.verb), button, metaFor({ account, name: "" }, world, at, state), world);
}

/**
 * Whoever asked as a guest and was linked since stays that guest in what they asked for then: it remains theirs to send,
 * to withdraw and to confirm, from any of their accounts, and never becomes theirs to decide.
 */
function actingIn(state: RequestState, person: Person | null, account: AccountId): Actor {
  const asked = state.status === "unstarted" ? null : accountIn(state.asked.requester);
  if (asked !== null && person?.accounts.includes(asked) === true) return asked;
  return actorFor(person?.id ?? null, account);
}
