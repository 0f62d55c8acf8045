import { RefusedError } from "../../errors.ts";
import { mayActFor } from "../../plant/duty/authority.ts";
import { chainOf } from "../../plant/duty/chain.ts";
import type { PersonId } from "../../plant/ids.ts";
import { type Party, partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { saying } from "../../words/say.ts";
import type { Step, StepId } from "../../workflow/requestType.ts";
import { personIn } from "../actor.ts";
import type { Meta, World } from "../commands.ts";
import type { Open } from "../state.ts";
import { hasAsked, requesterPerson } from "./requester.ts";
import { mayHaveAsked } from "./sameName.ts";
import { hasAnsweredBeside } from "./secondVoice.ts";

/** Who said no to a step that is asked once more; null where nobody did. They are asked last, and told at once. */
export function deniedBefore({ appeal: asked }: Pick<Open, "appeal">, id: StepId): PersonId | null {
  return asked?.step === id ? personIn(asked.denied.by) : null;
}

type Second = Pick<Open, "appeal" | "asked" | "extensions" | "ruledOut" | "rules" | "steps" | "key">;

/**
 * The second no is another's, while somebody else of those who decide is there: whoever said the first may say yes.
 * @throws RefusedError `NOT_ALLOWED`
 */
export function refuseSecondNo(
  open: Second,
  rule: Step,
  party: Party,
  { by, at }: Pick<Meta, "by" | "at">,
  { plant }: World,
): void {
  if (!isAnothersNo(open, rule, party, { by, at }, plant)) return;
  throw new RefusedError("NOT_ALLOWED", saying("appeal.anothersNo", { party: partyName(plant, party), key: open.key }));
}

/**
 * Whether a no to what is asked once more is for somebody else to say: for one of those of their own who are asked before them.
 * Where nobody is, the no would be nobody's.
 */
export function isAnothersNo(
  open: Second,
  rule: Step,
  party: Party,
  { by, at }: Pick<Meta, "by" | "at">,
  plant: Plant,
): boolean {
  if (deniedBefore(open, rule.id) !== by) return false;
  const own = new Set([requesterPerson(open.asked), ...mayHaveAsked(open, plant)]);
  return chainOf(plant, party, at)
    .filter(({ rank }) => rank !== "fallback")
    .flatMap(({ people }) => people)
    .some(
      (person) =>
        person !== by &&
        // Who has no account presses nothing.
        (plant.people.get(person)?.accounts.length ?? 0) > 0 &&
        !own.has(person) &&
        !hasAsked(open, person, rule.id) &&
        !hasAnsweredBeside(open, rule, person) &&
        mayActFor(plant, party, person, { at }),
    );
}
