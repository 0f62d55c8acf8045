import type { Answer, Pressed } from "../adapter.ts";
import type { ListItem } from "../card/card.ts";
import { presenceCard, sayArrangement } from "../card/presence/presenceCard.ts";
import { sayPeople, sayRequest } from "../card/words.ts";
import { arrangementsIn } from "../intake/presence/arrangementsIn.ts";
import { applyPlantEvents } from "../plant/applyEvents.ts";
import { type Arrangement, eventsOf } from "../plant/arrangement/arrangement.ts";
import { remarksOn } from "../plant/arrangement/consequences.ts";
import type { PersonId } from "../plant/ids.ts";
import { touchedBetween } from "../plant/inForce/touched.ts";
import { nameOf, personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { sayInstant } from "../plant/time/sayTime.ts";
import { THE_RULES } from "../request/actor.ts";
import { worldBy } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { decide } from "../request/decide.ts";
import type { RequestEvent } from "../request/events.ts";
import { RequestId } from "../request/ids.ts";
import type { Arranged } from "../understand/presence/readPresence.ts";
import { say } from "../words/say.ts";
import { tell } from "./aside.ts";
import type { Heard } from "./heard.ts";
import { indexesOf } from "./plantProjection.ts";
import { answerFrom, ownWorld, type ReceiveOptions } from "./receiving.ts";

/** Somebody says who is there, or what may be touched: a draft for them alone, which says what it would move. */
export async function hearPresence(options: ReceiveOptions, heard: Heard, arranged: Arranged): Promise<Answer> {
  const { said, now } = heard;
  const world = worldBy(heard.world, said.account);
  const by = personByAccount(world.plant, said.account)?.id ?? null;
  if (by === null) return tell(say(world.plant, "presence.linkedOnly"));
  const read = arrangementsIn(arranged, world.plant, by, now);
  if (read.type === "tell") return tell(read.text);
  const { arrangement, other } = read;
  const remarks = remarksOn(arrangement, world.plant, by, now);
  const moves = await movedBy(options, arrangement, world, by, now);
  const card = presenceCard({ arrangement, other, remarks, moves }, world.plant, by, now);
  return { type: "private", text: card.title, card };
}

/** Whoever confirms an arrangement must be allowed to make it, whoever wrote the sentence it was read from. */
export async function pressPresence(
  options: ReceiveOptions,
  arrangement: Arrangement,
  pressed: Pressed,
): Promise<Answer> {
  await options.linking.meet(pressed);
  const { plant } = worldBy(await ownWorld(options, pressed.account, pressed.spot), pressed.account);
  const by = personByAccount(plant, pressed.account)?.id ?? null;
  if (by === null) return tell(say(plant, "presence.linkedOnly"));
  const now = await options.store.plantNow();
  const meta = { by, name: nameOf(plant, by), at: now };
  const doing = { kind: "arrangement", meta, plant, spot: pressed.spot, act: pressed.id } as const;
  const held = await options.quotas.answerHeldBack(doing);
  if (held !== null) return held;
  const what = say(plant, "presence.noted", { what: sayArrangement(arrangement, plant, now) });
  const noted = tell([what, ...sayUndo(arrangement, by, plant)].join(" "));
  return answerFrom(
    await options.plants.arrange(plant.code, { arrangement, by, answer: noted }, `${pressed.id}:arranged`),
  );
}

/** What ends it, in words that mean this one when they say them. */
function sayUndo(arrangement: Arrangement, by: PersonId, plant: Plant): readonly string[] {
  const { type } = arrangement;
  if (type === "standIn") {
    const isTheirs = arrangement.person === by || arrangement.standIn === by;
    return isTheirs ? [say(plant, "presence.undoStandIn")] : [];
  }
  if (type === "away") return [say(plant, "presence.undoAway")];
  return type === "freeze" ? [say(plant, "presence.undoFreeze")] : [];
}

/** More than anybody reads on a draft; the others move as well. */
const MOST_SHOWN = 8;
/** As many as are looked at for a draft. */
const MOST_LOOKED_AT = 100;

/** The open requests that would move if it counted now, each with where it would go. */
async function movedBy(
  options: ReceiveOptions,
  arrangement: Arrangement,
  world: World,
  by: PersonId,
  now: Heard["now"],
): Promise<readonly ListItem[]> {
  const { plant } = world;
  const after = { ...world, plant: applyPlantEvents(plant, eventsOf(arrangement, plant, by, now)) };
  const indexes = indexesOf(plant.code, touchedBetween(plant, after.plant));
  const hits = await Promise.all(indexes.map((index) => options.store.list(index, { limit: MOST_LOOKED_AT })));
  const streams = [...new Set(hits.flat().map(({ stream }) => stream))].slice(0, MOST_LOOKED_AT);
  const moves = await Promise.all(streams.map((stream) => moveOf(options, RequestId.parse(stream), after, now)));
  const told = moves.flat();
  const left = told.length - MOST_SHOWN;
  return [
    ...told.slice(0, MOST_SHOWN),
    ...(left > 0 ? [{ text: say(plant, "digest.more", { count: String(left) }), actions: [] }] : []),
  ];
}

async function moveOf(
  { requests }: ReceiveOptions,
  request: RequestId,
  world: World,
  now: Heard["now"],
): Promise<readonly ListItem[]> {
  const { state } = await requests.load(request);
  if (state.status !== "open") return [];
  const at = state.at > now ? state.at : now;
  const events = decide(state, { type: "revisit", by: THE_RULES, name: "Referee", at }, world);
  const goes = events.flatMap((event) => sayMove(event, world));
  const text = `${sayRequest(state, world.plant)}: ${[...new Set(goes)].join(", ")}`;
  return goes.length === 0 ? [] : [{ text, actions: [] }];
}

function sayMove(event: RequestEvent, { plant }: World): readonly string[] {
  switch (event.type) {
    case "StepPinged":
    case "StepOpened":
      return event.ping.people.length === 0
        ? [say(plant, "presence.goesToOps")]
        : [say(plant, "presence.goesTo", { who: sayPeople(plant, event.ping.people) })];
    case "StepHeld":
      return [
        say(plant, "presence.waits", {
          ...{ when: sayInstant(event.until, plant, { reference: event.at }), why: event.because },
        }),
      ];
    default:
      return [];
  }
}
