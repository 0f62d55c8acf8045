import type { Said } from "../adapter.ts";
import { mayActFor } from "../plant/duty/authority.ts";
import { type AccountId, PersonId } from "../plant/ids.ts";
import type { Person, Plant } from "../plant/plant.ts";
import type { Reader } from "../words/reader.ts";
import { say } from "../words/say.ts";
import type { Plants } from "./plants.ts";

/** Who an account is, in one plant. */
export type Self = { readonly plant: Plant; readonly person: Person };

/**
 * Whoever has an account may give it up; an Ops lead may end every link of somebody who left.
 * @param whose the person as the plant file calls them; null for the account this is written from
 */
export async function unlink(
  plants: Pick<Plants, "unlink">,
  { id, account }: Pick<Said, "id" | "account">,
  whose: string | null,
  mine: readonly Self[],
  reader: Reader,
): Promise<string> {
  if (mine.length === 0) return say(reader, "linking.notKnown");
  let ended = 0;
  for (const self of mine) {
    const accounts = whose === null ? [account] : accountsOf(self, whose);
    const { plant, person } = self;
    ended += (await plants.unlink(plant.code, accounts, person.id, `${id}:unlink:${plant.code}`)).length;
  }
  if (ended === 0) return say(reader, whose === null ? "linking.inTheFile" : "linking.notYours");
  return say(reader, "linking.unlinked", { count: ended });
}

/** None where this person may not unlink them. */
function accountsOf({ plant, person }: Self, whose: string): readonly AccountId[] {
  const id = PersonId.safeParse(whose).data;
  const about = id === undefined ? undefined : plant.people.get(id);
  const mayEnd = about?.id === person.id || mayActFor(plant, { type: "ops" }, person.id);
  return about !== undefined && mayEnd ? about.accounts : [];
}
