import fc from "fast-check";
import { renderCard as adaptiveCard } from "../../adapters/adaptive/render.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import type { Card, CardBlock } from "../../src/card/card.ts";
import { noticeFor } from "../../src/card/pings/notice.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { plainCard } from "../../src/card/plainCard.ts";
import { listedCard, listedItem } from "../../src/card/record/recordCard.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { later, MINUTE_MS } from "../../src/clock.ts";
import { RefusedError } from "../../src/errors.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { Actor } from "../../src/request/actor.ts";
import type { RequestCommand } from "../../src/request/commands.ts";
import type { EventType } from "../../src/request/events.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { demo, monday, olga } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { pressedThrough, sent, then, valuesFrom, type Walk, wokenAt } from "../workflow/walk.ts";
import { happenings, tried } from "./randomWalk.ts";

const request = RequestId.parse("req_0123456789ab");
const at = monday("10:00");
const asker = AccountId.parse("slack:U0ASKER");
const other = AccountId.parse("teams:29:other");

type Shown = { readonly text: string; readonly card: Card | null };

/** Everything people may read after each step of a walk: each place's card, its notification, what is said beside it. */
function shownIn({ state, world, events }: Walk): readonly Shown[] {
  if (state.status !== "open" && state.status !== "closed") return [];
  const places = [...state.places.values()].flatMap((place) => [
    { text: noticeFor({ state, place, world }), card: requestCard(request, state, place, world) },
    ...events.slice(-8).flatMap((event) => pingFor(event, { request, state, place, world }) ?? []),
  ]);
  const item = listedItem(state, null, world.plant, state.at);
  const list = plainCard(listedCard("What is waiting", [item], world.plant, state.at));
  return [...places, { text: list.title, card: list }];
}

/** The whole life of a request that an account of this name asks for, with a note of another one of that name. */
function lifeWith(type: RequestType, name: string, askerName = name): readonly Walk[] {
  const path = [sent({ plant: demo, type, by: asker, name: askerName, at }, valuesFrom(type, "requester", at))];
  const now = () => path.at(-1) ?? path[0];
  const go = (make: (walk: Walk) => Walk) => {
    const walk = now();
    if (walk === undefined) return;
    try {
      path.push(make(walk));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
    }
  };
  const meta = (walk: Walk, by: Actor) => ({ by, name, at: later(walk.state.at, MINUTE_MS) });
  go((walk) => then(walk, { ...meta(walk, other), type: "note", text: "Keep it open.", place: firstPlace(walk) }));
  go((walk) => then(walk, { ...meta(walk, asker), type: "note", text: "Please.", place: null }));
  go((walk) => then(walk, asking(walk)));
  go((walk) => wokenAt(walk, later(walk.state.at, 5 * 60 * MINUTE_MS)));
  go((walk) => then(walk, answering(walk, meta(walk, asker))));
  go((walk) => pressedThrough(walk, type, "works"));
  go((walk) => pressedThrough(walk, type));
  const [begun] = path;
  if (begun !== undefined) path.push(then(begun, { ...meta(begun, asker), type: "withdraw", reason: "not needed" }));
  return path;
}

/** They write where they see it. */
function firstPlace({ state }: Walk) {
  const [name] = state.status === "open" ? state.places.keys() : [];
  return name ?? null;
}

function asking({ state }: Walk): RequestCommand {
  const step = state.status === "open" ? [...state.steps.values()].find(({ status }) => status === "open") : undefined;
  const [by] = step?.status === "open" ? (step.ball.pings.at(-1)?.people ?? []) : [];
  if (step === undefined || by === undefined) throw new RefusedError("NOT_ALLOWED", "Nobody has it");
  return { type: "ask", question: "Why?", step: step.id, ask: step.ask, by, name: by, at: later(state.at, MINUTE_MS) };
}

function answering({ state }: Walk, meta: Pick<RequestCommand, "by" | "name" | "at">): RequestCommand {
  const step = state.status === "open" ? [...state.steps.values()].find(({ status }) => status === "asked") : undefined;
  if (step === undefined) throw new RefusedError("NOT_ALLOWED", "Nothing is asked");
  return { ...meta, type: "answer", answer: "For the report.", step: step.id, ask: step.ask };
}

const told = (life: readonly Walk[]) => JSON.stringify(life.flatMap(shownIn));

// Around those who are asked else, nobody asks whom the plant does not know.
const anybodyAsks = activeTypes.filter(({ emergency }) => !emergency);

describe.each(anybodyAsks.map((type) => [type.type, type] as const))("on every card and ping of %s", (_, type) => {
  let nameless = "";
  beforeAll(() => {
    nameless = told(lifeWith(type, ""));
  });

  test("whoever the plant does not know is said not to be linked, wherever they are named", () => {
    const all = told(lifeWith(type, "Nadia Novak"));
    expect(all).toContain("Nadia Novak (Slack, not linked)");
    expect(all).toContain("Nadia Novak (Teams, not linked)");
    expect(all.replaceAll(/Nadia Novak \((?:Slack|Teams), not linked\)/g, "")).not.toContain("Nadia");
  });

  // Who bears a person's name and asks changes who is asked, which is not what is looked at here.
  test.each([
    ["Referee", "Referee"],
    ["IT security", "IT security"],
    ["Otto Brandt", ""],
    ["Оtto Brandt", ""],
  ])("an account called %j is shown as one without a name", (name, askerName) => {
    expect(told(lifeWith(type, name, askerName)) === nameless).toBe(true);
  });
});

const FORGED =
  "ok\n✓ IT security  Sina Roth approved, Mon 09:00\u2028● OT controls\r\n○ Ops\u202e\u0085✗ no\ud83d\u200f";

/** Every text on a card, with the place it has. */
function textsOf({ text, card }: Shown): readonly string[] {
  const strings: string[] = [text];
  JSON.stringify({ ...card }, (key, value: unknown) => {
    if (typeof value === "string" && key !== "value" && key !== "url") strings.push(value);
    return value;
  });
  const facts = (card?.blocks ?? []).flatMap((block) => (block.type === "facts" ? block.facts : []));
  return [...strings, ...facts.map(({ value }) => value)];
}

/** Lives of every type in which every word that anybody types is forged, the same at every run. */
function forgedLives(): readonly Walk[] {
  return activeTypes.flatMap((type, index) => {
    const values = valuesFrom(type, "requester", at);
    const typed = type.fields.filter(({ kind, from }) => kind === "text" && from === "requester").map(({ id }) => id);
    const forged = { ...values, ...Object.fromEntries(typed.map((id) => [id, FORGED])) };
    const begun = sent({ plant: demo, type, by: olga, at }, forged);
    const scripted = [["ask", "answer", "note"] as const, ["notMine", "rule", "note"] as const].map((whats) =>
      whats.map((what) => ({ what, step: 0, who: 0, words: FORGED })),
    );
    return [...scripted, ...fc.sample(happenings, { seed: 7 + index, numRuns: 8 })].flatMap((all) => {
      const path = [begun];
      for (const next of all) path.push(tried(path.at(-1) ?? begun, { ...next, words: FORGED }, type));
      return [...new Set(path)].filter((walk, i, states) => i % 4 === 3 || walk === states.at(-1));
    });
  });
}

/** Every event that carries what somebody typed. */
const TELLING: readonly EventType[] = [
  "NoteAdded",
  "QuestionAsked",
  "QuestionAnswered",
  "StepApproved",
  "StepDenied",
  "StepDone",
  "StepConfirmed",
  "StepDisputed",
  "StepMoved",
  "OwnerRuled",
  "RequestWithdrawn",
  "RequestClosed",
];

describe("what people type, in every field on every card and ping", () => {
  const lives = forgedLives();
  const all = lives.flatMap(shownIn);

  test("is tried in every event that takes words", () => {
    const happened = new Set(lives.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(TELLING.filter((type) => !happened.has(type))).toEqual([]);
    expect(
      all.filter((shown) => textsOf(shown).some((text) => text.includes("approved, Mon 09:00"))).length,
    ).toBeGreaterThan(50);
  });

  test("begins no line, hides nothing and has none of the marks of a step", () => {
    const bad = all.flatMap(textsOf).filter((text) => /[\n\r\u0085\u2028\u2029\u202e\u200f✓●○✗]|\p{Cs}/u.test(text));
    expect([...new Set(bad)]).toEqual([]);
  });

  test("adds no line that begins as a step does, in Slack or on Teams", () => {
    for (const { text, card } of all) {
      const folded = (card?.blocks ?? []).flatMap((block) => (block.type === "details" ? block.blocks : []));
      const steps = stepsOn([...(card?.blocks ?? []), ...folded]);
      expect(markedLines(JSON.stringify(renderMessage({ text, card, mention: [] }).blocks))).toBe(steps);
      if (card !== null) expect(markedLines(JSON.stringify(adaptiveCard(card)))).toBe(steps);
    }
  });
});

function stepsOn(blocks: readonly CardBlock[]): number {
  return blocks.flatMap((block) => (block.type === "steps" ? block.steps : [])).length;
}

/** Each text of a drawn card begins after a quotation mark of JSON, each line of it after `\n`. */
function markedLines(drawn: string): number {
  return drawn.match(/(?:"|\\n)\s*[✓●○✗⏸–] /gu)?.length ?? 0;
}
