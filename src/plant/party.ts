import { z } from "zod";
import { assertNever } from "../errors.ts";
import { say } from "../words/say.ts";
import type { AccountId, LineId, PersonId, TeamId } from "./ids.ts";
import { nameOf } from "./person.ts";
import type { Plant } from "./plant.ts";

/** Who is answerable: never "whoever", always somebody the plant file can name. */
export type Party =
  | { readonly type: "team"; readonly team: TeamId }
  | { readonly type: "person"; readonly person: PersonId }
  /** A requester the plant does not know. Nobody else acts for them. */
  | { readonly type: "account"; readonly account: AccountId }
  | { readonly type: "shiftLead"; readonly line: LineId }
  | { readonly type: "ops" }
  | { readonly type: "manager" };

/** Who a step belongs to, as a request type writes it. Resolved to a party each time the ball moves. */
export const OwnerRole = z.union([
  z.enum(["assetOwner", "security", "network", "safety", "accountAdmin", "dataOwner", "requester", "shiftLead", "ops"]),
  z.templateLiteral(["team:", z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)]),
]);
export type OwnerRole = z.infer<typeof OwnerRole>;

/** A party's name for people to read: `OT controls`, `shift lead of Line 3`. Never an account or an id of a platform. */
export function partyName(plant: Plant, party: Party): string {
  switch (party.type) {
    case "team":
      return plant.teams.get(party.team)?.name ?? party.team;
    case "person":
      return nameOf(plant, party.person);
    case "account":
      return say(plant, "who.requester");
    case "shiftLead":
      return say(plant, "who.shiftLead", { line: plant.lines.get(party.line)?.name ?? party.line });
    case "ops":
      return say(plant, "who.ops");
    case "manager":
      return say(plant, "who.manager");
    default:
      return assertNever(party, "party");
  }
}
