import type { EpochMs } from "../clock.ts";
import { chainOf } from "../plant/duty/chain.ts";
import { peopleOf } from "../plant/duty/rota.ts";
import { AccountId, type AdapterName, adapterOf, type PersonId } from "../plant/ids.ts";
import type { Party } from "../plant/party.ts";
import { accountOf } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { peopleFor } from "../plant/who/channel.ts";
import { sayAccount } from "../plant/who/who.ts";
import type { Actor } from "../request/actor.ts";
import { personIn } from "../request/actor.ts";
import type { Spot } from "../request/place.ts";
import { readerOf } from "../request/rules/places.ts";

/** Everybody who may act for a party, as far as they can be named beforehand. */
export function teamOf(plant: Plant, party: Party): readonly PersonId[] {
  return namedIn(plant, party).filter((person) => plant.people.has(person));
}

function namedIn(plant: Plant, party: Party): readonly PersonId[] {
  switch (party.type) {
    case "team":
    case "ops":
      return [...new Set(peopleFor(plant, party))];
    case "shiftLead": {
      const rota = plant.lines.get(party.line)?.shiftLeads ?? null;
      return rota === null ? [] : peopleOf(plant, rota);
    }
    case "manager":
      return [plant.ops.manager];
    case "person":
      return [party.person];
    default:
      return [];
  }
}

/** The accounts that are notified on one platform; people without one there are reached elsewhere. */
export function accountsOf(plant: Plant, people: readonly PersonId[], adapter: AdapterName): readonly AccountId[] {
  return people.flatMap((id) => {
    const person = plant.people.get(id);
    const account = person === undefined ? null : accountOf(person, adapter);
    return account === null ? [] : [account];
  });
}

/** Who is notified at a spot, of these people: in a direct message its reader alone, whoever else is meant. */
export function notifiedAt(plant: Plant, people: readonly PersonId[], spot: Spot): readonly AccountId[] {
  const reader = readerOf(plant, spot);
  return accountsOf(plant, reader === null ? people : [reader.id], spot.adapter);
}

/** The requester's account on one platform: a guest has only the one they asked from. */
export function requesterAccounts(plant: Plant, requester: Actor, adapter: AdapterName): readonly AccountId[] {
  const person = personIn(requester);
  if (person !== null) return accountsOf(plant, [person], adapter);
  const account = AccountId.safeParse(requester);
  return account.success && adapterOf(account.data) === adapter ? [account.data] : [];
}

/**
 * Whom a message notifies: an account of its adapter, and what the plant calls it. Where the platform draws no name of its own,
 * that name is shown, and never the one which whoever has the account chose.
 */
export type Mention = { readonly account: AccountId; readonly name: string };

/**
 * Whom a message notifies, each as the plant calls them.
 * @param given what an account's platform showed for it, where that is known and the plant does not know whose it is
 */
export function mentionsOf(
  plant: Plant,
  accounts: readonly AccountId[],
  given: (account: AccountId) => string | null = () => null,
): readonly Mention[] {
  return accounts.map((account) => ({ account, name: sayAccount(plant, account, given(account)) }));
}

/** Who leads Ops right now, to be named when something needs them. */
export function opsOnDuty(plant: Plant, at: EpochMs): readonly PersonId[] {
  const links = chainOf(plant, { type: "ops" }, at);
  return (links.find(({ onDuty }) => onDuty) ?? links[0])?.people ?? [];
}
