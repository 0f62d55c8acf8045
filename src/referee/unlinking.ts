import type { Said } from "../adapter.ts";
import { mayActFor } from "../plant/duty/authority.ts";
import { type AccountId, PersonId } from "../plant/ids.ts";
import type { Person, Plant } from "../plant/plant.ts";
import type { Plants } from "./plants.ts";

/** Who an account is, in one plant. */
export type Self = { readonly plant: Plant; readonly person: Person };

const NOT_KNOWN = "The plant does not know this account, so there is nothing to unlink.";
const IN_THE_FILE = "This account stands in the plant file. Your plant's administrator can take it out there.";
const NOT_YOURS =
  "Nothing was unlinked. Ops leads unlink others, by the id that the plant file gives them; accounts that stand in the file are taken out there.";

/**
 * Whoever has an account may give it up; an Ops lead may end every link of somebody who left.
 * @param whose the person as the plant file calls them; null for the account this is written from
 */
export async function unlink(
  plants: Pick<Plants, "unlink">,
  { id, account }: Pick<Said, "id" | "account">,
  whose: string | null,
  mine: readonly Self[],
): Promise<string> {
  if (mine.length === 0) return NOT_KNOWN;
  let ended = 0;
  for (const self of mine) {
    const accounts = whose === null ? [account] : accountsOf(self, whose);
    const { plant, person } = self;
    ended += (await plants.unlink(plant.code, accounts, person.id, `${id}:unlink:${plant.code}`)).length;
  }
  if (ended === 0) return whose === null ? IN_THE_FILE : NOT_YOURS;
  const count = ended === 1 ? "One account is" : `${ended} accounts are`;
  return `${count} not linked any more, and can decide nothing. Who has one writes “link” from it to link it again.`;
}

/** None where this person may not unlink them. */
function accountsOf({ plant, person }: Self, whose: string): readonly AccountId[] {
  const id = PersonId.safeParse(whose).data;
  const about = id === undefined ? undefined : plant.people.get(id);
  const mayEnd = about?.id === person.id || mayActFor(plant, { type: "ops" }, person.id);
  return about !== undefined && mayEnd ? about.accounts : [];
}
