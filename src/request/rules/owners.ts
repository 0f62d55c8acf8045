import { isDeepStrictEqual } from "node:util";
import { AccountId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Told, told, toldTogether } from "../../plant/told/told.ts";
import { type ResolvedOwner, resolveOwner } from "../../plant/who/owner.ts";
import { type RequestType, type Step, stepsOf } from "../../workflow/requestType.ts";
import { itemsOf, sayThing, subjectsOf, type Values } from "../../workflow/value.ts";
import { type Actor, personIn } from "../actor.ts";
import type { World } from "../commands.ts";
import type { GivenTo, Open, StepState } from "../state.ts";
import { answererOf } from "./requester.ts";
import { withSafety } from "./safety.ts";

type OwnedBy = Pick<Open, "rules" | "values" | "asked">;

/** Whose step it is: of whom it was given to on the way, also when it had to wait since; else of whom the rules say. */
export function ownerNow(state: OwnedBy, rule: Step, step: StepState, world: Pick<World, "plant">): ResolvedOwner {
  const { givenTo } = step;
  return givenTo !== null && isKnown(world.plant, givenTo.party)
    ? { party: givenTo.party, because: whyGiven(givenTo) }
    : ownerOf(state, rule, world);
}

/** Why a step went to somebody on the way. */
export function whyGiven({ because, ruled, told: why }: GivenTo): Told {
  return ruled ? told("notes.opsRuled", { reason: because }) : (why ?? because);
}

/** Whether the plant file has a party still. */
export function isKnown(plant: Plant, party: Party): boolean {
  switch (party.type) {
    case "team":
      return plant.teams.has(party.team);
    case "person":
      return plant.people.has(party.person);
    case "shiftLead":
      return plant.lines.has(party.line);
    default:
      return true;
  }
}

/**
 * Which party a step's role means for this request, and why. Where it is about several things and they have not one
 * owner, nobody may answer for the others: Ops decide whose it is.
 */
export function ownerOf(
  { rules, values, asked }: OwnedBy,
  { owner }: Step,
  { plant }: Pick<World, "plant">,
): ResolvedOwner {
  const requester = requesterOf(answererOf(asked));
  const subjects = subjectsOf(rules, values, plant);
  const [first, ...others] = subjects.map(({ asset, line }) =>
    resolveOwner(plant, owner, { asset: asset?.id, line: line?.id, requester }),
  );
  if (first === undefined) return resolveOwner(plant, owner, { requester });
  // Who asked is one party, whichever line each thing stands on.
  if (others.length === 0 || owner === "requester") return first;
  const all = [first, ...others];
  if (others.every(({ party }) => isDeepStrictEqual(party, first.party)))
    return {
      party: first.party,
      because: toldTogether(
        all.map(({ because }) => because),
        "and",
      ),
    };
  const things = itemsOf(values[rules.asset]).map((item) => toldThing(item, plant));
  const whose = all.map(({ party }, i) => told("duty.thingOf", { thing: things[i] ?? "", party: { party } }));
  return { party: { type: "ops" }, because: told("duty.opsDecide", { why: toldTogether(whose, ", ") }) };
}

/** A name of the plant, or words that somebody typed for one. */
function toldThing(item: string, plant: Plant): Told {
  const said = sayThing(item, plant);
  return item.startsWith("text:") ? told("values.quoted", { text: said }) : said;
}

/** The party that asked: a person of the plant, or an account it does not know. */
export function requesterOf(requester: Actor): Party {
  const person = personIn(requester);
  return person === null ? { type: "account", account: AccountId.parse(requester) } : { type: "person", person };
}

/**
 * The things of which one request can be made, by what each step of the type would be for them: those whose every step,
 * that of Safety included, goes to the same owner stand together. In the order in which they were named.
 */
export function together(type: RequestType, items: readonly string[], plant: Plant): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const way = JSON.stringify(wayOf(type, item, plant));
    groups.set(way, [...(groups.get(way) ?? []), item]);
  }
  return [...groups.values()];
}

/** Each step with its owner. Who asks is the same for all of them. */
function wayOf(type: RequestType, item: string, plant: Plant) {
  const values: Values = { [type.asset]: item };
  const [subject] = subjectsOf(type, values, plant);
  const context = { asset: subject?.asset?.id, line: subject?.line?.id, requester: { type: "ops" } as const };
  return stepsOf(withSafety(type, values, plant)).map(({ id, owner }) => ({
    id,
    party: owner === "requester" ? null : resolveOwner(plant, owner, context).party,
  }));
}
