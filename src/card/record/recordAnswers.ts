import type { EpochMs } from "../../clock.ts";
import { cutText } from "../../plainText.ts";
import type { AssetId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { type ComingFreeze, freezeAt, type Touched } from "../../plant/time/freeze.ts";
import { whoOwns } from "../../plant/who/assets.ts";
import { sayWho } from "../../request/actor.ts";
import type { World } from "../../request/commands.ts";
import type { RequestId } from "../../request/ids.ts";
import { verdictsOf } from "../../request/rules/follow.ts";
import { type Closed, isSettled, type Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
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
  const asked = say(plant, "record.asked", {
    ...{ when: onCard(state.sentAt, at, plant), who: requesterAndTeam(state, plant) },
    text: typed(cutText(state.asked.text, MOST_WORDS)),
  });
  const said = stepLines(state, world, isSettled).map(({ owner, says }) =>
    say(plant, "record.said", { who: owner, what: says }),
  );
  const more = [asked, ...noBefore(state, plant), ...said, ...metFreeze(state, plant, at)].map(sentence);
  return [`${sayRequest(state, plant)}: ${stands}`, ...more].join(" ");
}

/** What was frozen when it was done. */
function metFreeze(state: Sent, plant: Plant, at: EpochMs): readonly string[] {
  const done = verdictsOf(state).find(({ type }) => type === "done");
  const met = done === undefined ? null : freezeAt(plant, touchedBy(state, plant), done.at);
  if (done === undefined || met === null) return [];
  const key = state.freezeSetAsideUntil === null ? "record.whileFrozen" : "record.whileFrozenLeave";
  return [say(plant, key, { when: onCard(done.at, at, plant), name: met.freeze.name })];
}

function touchedBy({ rules, values }: Sent, plant: Plant): Touched {
  const subjects = subjectsOf(rules, values, plant);
  return {
    assets: subjects.flatMap(({ asset }) => asset?.id ?? []),
    lines: subjects.flatMap(({ line }) => line?.id ?? []),
  };
}

/** The no that was asked about once more: its step says what was said since. */
function noBefore({ appeal, asked, at }: Sent, plant: Plant): readonly string[] {
  if (appeal === null) return [];
  const { by, at: deniedAt, reason } = appeal.denied;
  return [
    say(plant, "appeal.asked", {
      who: sayWho(by, asked, plant),
      when: onCard(deniedAt, at, plant),
      reason: typed(reason),
    }),
  ];
}

/** Who said yes or no to it and why, and where it stands. */
export function decidedCard(state: Sent, world: World, at: EpochMs): Card {
  const card = whereCard(state, world.plant, at);
  const steps = stepLines(state, world, isSettled).map(({ owner, says }) =>
    say(world.plant, "record.said", { who: owner, what: says }),
  );
  const all = [...noBefore(state, world.plant), ...steps];
  const said: CardBlock =
    all.length === 0
      ? { type: "text", text: say(world.plant, "record.nobodyDecided"), tone: "plain" }
      : {
          type: "list",
          title: say(world.plant, "record.whoSaid"),
          items: all.map((text) => ({ text, actions: [] })),
        };
  return { ...card, blocks: [...card.blocks, said] };
}

/** That the record has nothing of a time, or nothing at all, and one button that asks the owner, where somebody's words are kept for it. */
export function noRecordCard(
  title: string,
  ref: RequestId | null,
  plant: Plant,
  within: "time" | "ever" = "ever",
): Card {
  const text = say(plant, "record.noRecord", { within });
  const ask =
    ref === null
      ? []
      : [
          button(...([ref, "start", plant, { arg: ASK_OWNER }] as const), {
            label: say(plant, "verbs.askTheOwner"),
            style: "plain",
            asks: true,
          }),
        ];
  return {
    title,
    key: null,
    blocks: [
      { type: "text", text, tone: "plain" },
      ...(ask.length === 0 ? [] : [{ type: "actions", actions: ask, more: [] } as const]),
    ],
  };
}

export function nothingAskedCard(plant: Plant): Card {
  return { title: say(plant, "record.nothingAsked"), key: null, blocks: [] };
}

/** The next freezes, the first to begin first. */
export function freezesCard(now: string | null, coming: readonly ComingFreeze[], plant: Plant, at: EpochMs): Card {
  const items = coming.map(({ freeze, from, until }) => ({
    text: say(plant, "record.freeze", {
      ...{ name: freeze.name, from: onCard(from, at, plant), until: onCard(until, at, plant) },
    }),
    actions: [],
  }));
  return {
    title: say(plant, "record.freezes"),
    key: null,
    blocks: [
      ...(now === null ? [] : [{ type: "text", text: now, tone: "warning" } as const]),
      items.length === 0
        ? { type: "text", text: say(plant, "record.noFreeze"), tone: "plain" }
        : { type: "list", title: say(plant, "record.freezesListed"), items },
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
    ...(line === undefined ? [] : [{ label: say(plant, "record.line"), value: line }]),
    ...(asset.zone === undefined ? [] : [{ label: say(plant, "record.zone"), value: asset.zone }]),
    { label: say(plant, "record.owner"), value: owners[0].name },
  ];
  return [{ type: "facts", facts }];
}
