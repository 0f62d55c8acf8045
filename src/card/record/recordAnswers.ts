import type { EpochMs } from "../../clock.ts";
import { cutText } from "../../plainText.ts";
import type { AssetId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { type ComingFreeze, freezeAt, type Touched } from "../../plant/time/freeze.ts";
import { whoOwns } from "../../plant/who/assets.ts";
import type { World } from "../../request/commands.ts";
import type { RequestId } from "../../request/ids.ts";
import { verdictsOf } from "../../request/rules/follow.ts";
import { type Closed, isSettled, type Open } from "../../request/state.ts";
import { subjectsOf } from "../../workflow/value.ts";
import { button } from "../buttons/button.ts";
import type { Card, CardBlock } from "../card.ts";
import { ASK_OWNER } from "../draft/otherwise.ts";
import { sayOutcome } from "../lines/standing.ts";
import { stepLines } from "../lines/stepLines.ts";
import { sayWhere } from "../lines/where.ts";
import { whereCard } from "../threadCard.ts";
import { onCard, requesterAndTeam, sayRequest, sentence } from "../words.ts";

type Sent = Open | Closed;

const MOST_WORDS = 160;

/** Where it stands, who asked for it and in which words, who said yes or no and did it, and which freeze that met. */
export function sayLife(state: Sent, world: World, at: EpochMs): string {
  const { plant } = world;
  const stands = state.status === "open" ? `${sayWhere(state, plant, at)}.` : sayOutcome(state, plant);
  const asked = `Asked ${onCard(state.sentAt, at, plant)} by ${requesterAndTeam(state, plant)}: “${cutText(state.asked.text, MOST_WORDS)}”`;
  const said = stepLines(state, world, isSettled).map(({ owner, says }) => `${owner}: ${says}`);
  const more = [asked, ...said, ...metFreeze(state, plant, at)].map(sentence);
  return [`${sayRequest(state, plant)}: ${stands}`, ...more].join(" ");
}

/** What was frozen when it was done. */
function metFreeze(state: Sent, plant: Plant, at: EpochMs): readonly string[] {
  const done = verdictsOf(state).find(({ type }) => type === "done");
  const met = done === undefined ? null : freezeAt(plant, touchedBy(state, plant), done.at);
  if (done === undefined || met === null) return [];
  const leave = state.freezeSetAsideUntil === null ? "" : "; Ops had let it go on";
  return [`Done ${onCard(done.at, at, plant)}, while ${met.freeze.name} was frozen${leave}`];
}

function touchedBy({ rules, values }: Sent, plant: Plant): Touched {
  const subjects = subjectsOf(rules, values, plant);
  return {
    assets: subjects.flatMap(({ asset }) => asset?.id ?? []),
    lines: subjects.flatMap(({ line }) => line?.id ?? []),
  };
}

/** Who said yes or no to it and why, and where it stands. */
export function decidedCard(state: Sent, world: World, at: EpochMs): Card {
  const card = whereCard(state, world.plant, at);
  const steps = stepLines(state, world, isSettled);
  const said: CardBlock =
    steps.length === 0
      ? { type: "text", text: "Nobody has decided yet.", tone: "plain" }
      : {
          type: "list",
          title: "Who said what:",
          items: steps.map(({ owner, says }) => ({ text: `${owner}: ${says}`, actions: [] })),
        };
  return { ...card, blocks: [...card.blocks, said] };
}

/** That the record has nothing, and one button that asks the owner, where somebody's words are kept for it. */
export function noRecordCard(title: string, ref: RequestId | null): Card {
  const text = "No request about it was sent through Referee in that time. Its owner may know.";
  const ask =
    ref === null
      ? []
      : [button(ref, "start", { arg: ASK_OWNER }, { label: "Ask the owner", style: "plain", asks: true })];
  return {
    title,
    key: null,
    blocks: [
      { type: "text", text, tone: "plain" },
      ...(ask.length === 0 ? [] : [{ type: "actions", actions: ask, more: [] } as const]),
    ],
  };
}

export function nothingAskedCard(): Card {
  return { title: "You have asked for nothing yet", key: null, blocks: [] };
}

/** The next freezes, the first to begin first. */
export function freezesCard(now: string | null, coming: readonly ComingFreeze[], plant: Plant, at: EpochMs): Card {
  const items = coming.map(({ freeze, from, until }) => ({
    text: `${freeze.name}: ${onCard(from, at, plant)} to ${onCard(until, at, plant)}`,
    actions: [],
  }));
  return {
    title: "Next freezes",
    key: null,
    blocks: [
      ...(now === null ? [] : [{ type: "text", text: now, tone: "warning" } as const]),
      items.length === 0
        ? { type: "text", text: "None in the next 14 days.", tone: "plain" }
        : { type: "list", title: "As the plant file says:", items },
    ],
  };
}

/** Where a thing stands and whose it is; what was asked for it comes behind. */
export function thingFacts(plant: Plant, id: AssetId, at: EpochMs): readonly CardBlock[] {
  const owned = whoOwns(plant, id, at);
  if (owned === null) return [];
  const { asset, owners } = owned;
  const line = asset.line === undefined ? undefined : plant.lines.get(asset.line)?.name;
  const facts = [
    ...(line === undefined ? [] : [{ label: "Line", value: line }]),
    ...(asset.zone === undefined ? [] : [{ label: "Zone", value: asset.zone }]),
    { label: "Owner", value: owners[0].name },
  ];
  return [{ type: "facts", facts }];
}
