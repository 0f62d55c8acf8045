import { mayActFor } from "../../plant/duty/authority.ts";
import { personByAccount } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { vendorOf } from "../../plant/who/vendors.ts";
import { type Actor, accountIn, actorsOf, personIn } from "../actor.ts";
import { type Closed, type Open, partyWith } from "../state.ts";
import { speaksAsRequester } from "./requester.ts";

/**
 * Whether somebody may know of a request: whoever the plant knows, whoever asked for it or answers for it since they left, or
 * everybody where it says so.
 */
export function mayRead({ asked }: Open | Closed, plant: Plant, by: Actor): boolean {
  return keptFrom(plant, by) === null || actorsOf(plant, by).some((actor) => speaksAsRequester({ asked }, actor));
}

/** Whether somebody answers for a step of it that waits, whoever they are: what it is about was put before them. */
function hasStep({ steps }: Open | Closed, plant: Plant, by: Actor): boolean {
  const person = personIn(by);
  return [...steps.values()].some((step) => {
    const party = partyWith(step);
    return person !== null && party !== null && mayActFor(plant, party, person);
  });
}

/** Whether somebody may know of a request, or has it before them as theirs to answer. */
export function mayKnow(state: Open | Closed, plant: Plant, by: Actor): boolean {
  return mayRead(state, plant, by) || hasStep(state, plant, by);
}

/**
 * Why somebody reads only what they asked for themselves: nobody knows who they are, or they are a vendor's guest. Null for
 * everybody who may read more.
 */
export function keptFrom(plant: Plant, by: Actor): "stranger" | "guest" | null {
  if (plant.readableBy === "everybody") return null;
  const person = personIn(by);
  if (person === null) return "stranger";
  return vendorOf(plant, person) === null ? null : "guest";
}

/** Whether somebody may read what all a plant has, such as its machines, whoever asks for what they fill in. */
export function mayReadLists(plant: Plant, by: Actor): boolean {
  return plant.readableBy === "everybody" || isOfPlant(plant, by);
}

/**
 * Whether somebody is one of the plant's own people: whose number is which, and who is on duty beside the emergency number,
 * is for nobody else.
 */
export function isOfPlant(plant: Plant, by: Actor): boolean {
  const account = accountIn(by);
  const person = account === null ? personIn(by) : (personByAccount(plant, account)?.id ?? null);
  return person !== null && vendorOf(plant, person) === null;
}
