import { type EpochMs, later, MINUTE_MS } from "../../clock.ts";
import { dutyChangesAt } from "../../plant/duty/duty.ts";
import { onCallByRota, onCallOf } from "../../plant/duty/onCall.ts";
import type { LineId, TeamId } from "../../plant/ids.ts";
import { type Party, partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Interval } from "../../plant/time/localTime.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import { tell, told } from "../../plant/told/told.ts";
import { say } from "../../words/say.ts";
import type { Card, CardBlock, Fact } from "../card.ts";
import { capital, dated, onCard, sayPeople } from "../words.ts";

/** Whose duty is asked for: teams, and lines by who leads the shift. */
export type DutyAsked = { readonly teams: readonly TeamId[]; readonly lines: readonly LineId[] };

/** More turns than anybody reads in a chat. */
const MOST_TURNS = 8;

/** "Who is on call?": each team's people, why they, and until when; over a stretch turn by turn. */
export function onCallCard({ teams, lines }: DutyAsked, span: Interval, plant: Plant, now: EpochMs): Card {
  const parties: readonly Party[] = [
    ...lines.map((line): Party => ({ type: "shiftLead", line })),
    ...teams.map((team): Party => ({ type: "team", team })),
  ];
  const isOneMoment = span.to - span.from <= MINUTE_MS;
  const title = isOneMoment ? titleAt(span.from, plant, now) : say(plant, "presence.onCall");
  const blocks: readonly CardBlock[] = parties.flatMap((party): readonly CardBlock[] => {
    const facts = isOneMoment
      ? [{ label: capital(partyName(plant, party)), value: sayTurn(plant, party, span.from, now) }]
      : turns(plant, party, span, now);
    return isOneMoment
      ? [{ type: "facts", facts }]
      : [
          {
            type: "text",
            text: say(plant, "answers.named", { name: capital(partyName(plant, party)) }),
            tone: "plain",
          },
          { type: "facts", facts },
        ];
  });
  return { title, key: null, blocks: isOneMoment ? joined(blocks) : blocks };
}

function titleAt(at: EpochMs, plant: Plant, now: EpochMs): string {
  return at === now ? say(plant, "presence.onCallNow") : say(plant, "presence.onCallAt", { when: dated(at, plant) });
}

function joined(blocks: readonly CardBlock[]): readonly CardBlock[] {
  return [{ type: "facts", facts: blocks.flatMap((block) => (block.type === "facts" ? block.facts : [])) }];
}

function sayTurn(plant: Plant, party: Party, at: EpochMs, now: EpochMs): string {
  const { people, because: why, until } = dutyOf(plant, party, at);
  const because = tell(plant, why);
  if (people.length === 0) return say(plant, "presence.nobody", { why: because });
  const said = { who: sayPeople(plant, people), why: because };
  return until === null
    ? say(plant, "presence.turn", said)
    : say(plant, "presence.turnUntil", { ...said, when: onCard(until, now, plant) });
}

function turns(plant: Plant, party: Party, { from, to }: Interval, now: EpochMs): readonly Fact[] {
  const facts: Fact[] = [];
  for (let at = from; at < to && facts.length < MOST_TURNS; ) {
    const { people, because } = dutyOf(plant, party, at);
    const next = dutyChangesAt(plant, party, at) ?? to;
    const end = next < to ? next : to;
    const value =
      people.length === 0 ? say(plant, "presence.nobody", { why: tell(plant, because) }) : sayPeople(plant, people);
    facts.push({ label: sayPeriod(at, end, plant, { reference: now }), value });
    at = end > at ? end : later(at, MINUTE_MS);
  }
  return facts;
}

function dutyOf(plant: Plant, party: Party, at: EpochMs) {
  if (party.type === "team") return onCallOf(plant, party.team, at);
  const rota = party.type === "shiftLead" ? (plant.lines.get(party.line)?.shiftLeads ?? null) : null;
  if (rota === null) return { people: [], because: told("presence.noShiftLead"), until: null };
  return onCallByRota(plant, rota, at, party);
}
