import type { Find } from "../adapter.ts";
import { ifReadable } from "../card/action.ts";
import { decodeForm } from "../card/forms/shown.ts";
import { thingsFor } from "../card/forms/things.ts";
import { personByAccount } from "../plant/person.ts";
import type { World } from "../request/commands.ts";
import { mayReadLists } from "../request/rules/mayRead.ts";
import { speaksAsRequester } from "../request/rules/requester.ts";
import type { RequestState } from "../request/state.ts";
import type { Field } from "../workflow/requestType.ts";
import { metaFor } from "./acting.ts";
import type { Plants } from "./plants.ts";
import type { Requests } from "./requests.ts";

export type FindOptions = { readonly requests: Requests; readonly plants: Plants };

/**
 * Searches the machines and lines of a plant for its own people, and for whoever else may fill in the form where the plant file
 * lets everybody read: all others write what they know beside the list, whatever they asked for themselves.
 */
export function createFind({ requests, plants }: FindOptions): Find {
  return async ({ account, value, input, words }) => {
    // Nobody is told anything for a form that is none of Referee's.
    const action = ifReadable(() => decodeForm(value).action);
    if (action === null) return [];
    const { state, now } = await requests.load(action.request);
    if (state.status === "unstarted") return [];
    const world = await plants.world(state.asked.plant);
    const { by } = metaFor({ account, name: "" }, world, now, state);
    const isInvolved = speaksAsRequester(state, by) || personByAccount(world.plant, account) !== null;
    if (!isInvolved || !mayReadLists(world.plant, by)) return [];
    const field = fieldsOf(state, world).find(({ id }) => id === input);
    return field === undefined ? [] : thingsFor(field, world.plant, words);
  };
}

function fieldsOf(state: Exclude<RequestState, { status: "unstarted" }>, { types }: World): readonly Field[] {
  if (state.status !== "draft") return state.rules.fields;
  return state.reading.type === null ? [] : (types.get(state.reading.type)?.fields ?? []);
}
