import { PLATFORM_NAMES } from "../../platforms.ts";
import { peopleOf } from "../duty/rota.ts";
import type { AdapterName, PersonId } from "../ids.ts";
import { type Party, partyName } from "../party.ts";
import { nameOf } from "../person.ts";
import type { Channels, Plant } from "../plant.ts";
import { channelOf, isOn, peopleFor } from "../who/channel.ts";
import type { Finding, Path } from "./yamlFile.ts";

/** Somebody who is addressed in channels, and where the file says so. */
type Addressed = {
  readonly party: Party;
  readonly path: Path;
  /** The channels written there; a line may have its team's, which are the team's to mend. */
  readonly channel: Channels;
  readonly askedFirst: readonly PersonId[];
};

/**
 * Channels on platforms where none of those they are for can be met, and people who are asked first but are not where
 * the cards of their team stand. Warnings: each of them is asked in their own chat, if they have one.
 */
export function unreadChannels(plant: Plant): readonly Finding[] {
  return addressedIn(plant).flatMap((addressed) => [
    ...PLATFORM_NAMES.flatMap((adapter) => unread(plant, addressed, adapter)),
    ...notThere(plant, addressed),
  ]);
}

function addressedIn(plant: Plant): readonly Addressed[] {
  const { teams, lines, ops } = plant;
  return [
    ...[...teams.values()].map(({ id, channel, onCall, lead }) => {
      const rota = peopleOf(plant, onCall);
      const askedFirst = rota.length > 0 ? rota : [lead];
      return { party: { type: "team", team: id } as const, path: ["teams", id], channel, askedFirst };
    }),
    ...[...lines.values()].flatMap(({ id, channel, shiftLeads }) =>
      shiftLeads === null
        ? []
        : [
            {
              party: { type: "shiftLead", line: id } as const,
              path: ["lines", id],
              channel,
              askedFirst: peopleOf(plant, shiftLeads),
            },
          ],
    ),
    { party: { type: "ops" }, path: ["ops"], channel: ops.channel, askedFirst: ops.leads },
  ];
}

function unread(plant: Plant, { party, path, channel }: Addressed, adapter: AdapterName): readonly Finding[] {
  const people = [...new Set(peopleFor(plant, party))];
  if (channel[adapter] === undefined || people.some((person) => isOn(plant, person, adapter))) return [];
  return [
    {
      severity: "warning",
      path: [...path, "channel", adapter],
      what: `nobody who is asked for ${callIt(plant, party)} has an account on ${adapter}, so no card is put into this channel`,
      todo: `add accounts "${adapter}:…" to ${namesOf(plant, people)}, or remove the channel`,
    },
  ];
}

/** Only where the cards stand: a channel that nobody reads has its own finding. */
function notThere(plant: Plant, { party, path, askedFirst }: Addressed): readonly Finding[] {
  const place = channelOf(plant, party);
  if (place === null || !peopleFor(plant, party).some((person) => isOn(plant, person, place.adapter))) return [];
  const absent = [...new Set(askedFirst)].filter((person) => !isOn(plant, person, place.adapter));
  if (absent.length === 0) return [];
  const have = absent.length === 1 ? "has" : "have";
  return [
    {
      severity: "warning",
      path,
      atKey: true,
      what: `${namesOf(plant, absent)} ${have} no account on ${place.adapter}, where the cards for ${callIt(plant, party)} stand`,
      todo: `add accounts "${place.adapter}:…", or let somebody be asked first who has one`,
    },
  ];
}

function callIt(plant: Plant, party: Party): string {
  return party.type === "shiftLead" ? `the ${partyName(plant, party)}` : partyName(plant, party);
}

function namesOf(plant: Plant, people: readonly PersonId[]): string {
  return people.map((person) => nameOf(plant, person)).join(", ");
}
