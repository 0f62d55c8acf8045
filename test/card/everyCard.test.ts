import fc from "fast-check";
import { renderCard as adaptiveCard, renderForm as adaptiveForm } from "../../adapters/adaptive/render.ts";
import { renderForm } from "../../adapters/slack/form.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import { decodeAction } from "../../src/card/action.ts";
import type { Card, CardAction, CardBlock } from "../../src/card/card.ts";
import { digestCard } from "../../src/card/digest/digest.ts";
import { noticeFor } from "../../src/card/pings/notice.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import { instant } from "../../src/clock.ts";
import { readPlants } from "../../src/plant/file/read.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { Closed, Open } from "../../src/request/state.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { problemsOf } from "../adapters/adaptive/official.ts";
import { checkBlocks, checkView } from "../fakes/slack/blocks.ts";
import { digestOf } from "../support/digestOf.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { sent, valuesFrom, type Walk } from "../workflow/walk.ts";
import { happenings, tried } from "./randomWalk.ts";

const monday = instant("2026-11-23T10:00:00+01:00");
const request = RequestId.parse("req_0123456789ab");
const [demo] = (await readPlants("plants")).plants;
if (demo === undefined) throw new Error("plants/ holds no plant");
const plant = demo;

/** What happens to a request of some type, by chance. */
const lives = fc.tuple(fc.constantFrom(...activeTypes.map(({ type }) => type)), happenings);
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

/** Every state it comes to. */
function pathOf([id, all]: Life): readonly Walk[] {
  const type = activeTypes.find((each) => each.type === id);
  if (type === undefined) return [];
  const path = [begun(type)];
  for (const next of all) path.push(tried(last(path), next, type));
  return path;
}

function begun(type: RequestType): Walk {
  return sent({ plant, type, by: PersonId.parse("olga"), at: monday }, valuesFrom(type, "requester", monday));
}

function last(path: readonly Walk[]): Walk {
  const walk = path.at(-1);
  if (walk === undefined) throw new Error("A walk begins somewhere");
  return walk;
}

type Shown = { readonly text: string; readonly card: Card | null };

/** Everything people may read in a state: the card of each place, and what the newest events say beside it. */
function shownIn(walk: Walk): readonly Shown[] {
  const { state, world, events } = walk;
  if (state.status !== "open" && state.status !== "closed") return [];
  return [...state.places.values()].flatMap((place) => {
    const card = { text: noticeFor({ state, place, world }), card: requestCard(request, state, place, world) };
    const pings = events.slice(-6).flatMap((event) => pingFor(event, { request, state, place, world }) ?? []);
    return [card, ...pings];
  });
}

const UNDOES = ["Ask again…", "Ask again with new facts…", "Take it back…", "Take the risk…", "Take the ruling back…"];

/** The same, in which nobody types what a gap in a sentence of Referee's would look like. */
const plainLives = lives.map(
  ([id, all]): Life => [id, all.map((each) => ({ ...each, words: each.words.replace(/[:;.]/g, "-") }))],
);

function holds(check: (walk: Walk) => void, of = lives): void {
  fc.assert(
    fc.property(of, (life) => {
      for (const walk of new Set(pathOf(life))) check(walk);
    }),
    { numRuns: 30 },
  );
}

describe("every card of every state a request can come to", () => {
  test("is one that Slack and Teams take as it is", () => {
    holds((walk) => {
      for (const { text, card } of shownIn(walk)) {
        const { blocks } = renderMessage({ text, card, mention: [] });
        expect(checkBlocks(blocks)).toMatchObject({ ok: true });
        expect(card === null ? [] : problemsOf(adaptiveCard(card, { dialogs: true }))).toEqual([]);
      }
    });
  });

  test("opens forms that Slack and Teams take as they are", () => {
    holds(({ state, world }) => {
      if (state.status !== "open" && state.status !== "closed") return;
      for (const action of actionsIn(state, world)) {
        const form = formOf(decodeAction(action.value), state, world, state.at);
        if (form === null) continue;
        const view = renderForm(form, { channel: "C0OT", thread: null });
        expect(checkView(view)).toMatchObject({ ok: true });
        const errors = Object.fromEntries(form.inputs.map(({ id }) => [id, "This is needed."]));
        expect(problemsOf(adaptiveForm(form, { errors, carry: { form } }))).toEqual([]);
      }
    });
  });

  // What others answered well stands behind Details whether it is in sight or not: a receipt is not changed for it.
  test("has a title without a gap, says no line twice but good answers, and no word twice in a row", () => {
    holds((walk) => {
      for (const { text, card } of shownIn(walk)) {
        const lines = linesOf([...(card?.blocks ?? []), ...foldedAway(card).map(withoutDone)]);
        expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
        expect([text, ...lines].filter((line) => /\b([a-z]{2,}) \1\b/.test(line) && !typed(line))).toEqual([]);
        expect(card?.title ?? "").not.toMatch(/…|undefined|null|\[object/);
        expect(text).not.toMatch(/undefined|\bnull\b|\[object|: :|;;|\.\.$/);
      }
    }, plainLives);
  });

  test("has at most one button to press first, and none of its labels twice", () => {
    holds((walk) => {
      for (const { card } of shownIn(walk)) {
        const actions = pressable(card);
        expect(actions.filter(({ style }) => style === "primary").length).toBeLessThanOrEqual(1);
        const labels = actions.map(({ label }) => label);
        expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
      }
    });
  });

  test("says where an open request stands, and leaves nothing to press on a closed one but to ask again, and what undoes a no or a ruling", () => {
    holds((walk) => {
      for (const { text, card } of shownIn(walk)) {
        expect(text).not.toBe("");
        const actions = pressable(card).filter(({ label }) => !UNDOES.includes(label));
        if (walk.state.status === "closed") expect(actions).toEqual([]);
      }
    });
  });
});

test("a digest of any of them is one that Slack and Teams take, and names nobody", () => {
  const names = [...plant.people.values()].map(({ name }) => name);
  fc.assert(
    fc.property(fc.array(lives, { minLength: 1, maxLength: 8 }), (all) => {
      const states = all.map((life) => last(pathOf(life)).state);
      const open = states.flatMap((state) => (state.status === "open" ? [{ request, state, link: null }] : []));
      const at = instant("2026-11-24T06:00:00+01:00");
      const card = digestCard(digestOf(open, at), { plant, teams: [] }, at);
      expect(checkBlocks(renderMessage({ text: card.title, card, mention: [] }).blocks)).toMatchObject({ ok: true });
      expect(problemsOf(adaptiveCard(card, { dialogs: true }))).toEqual([]);
      expect(names.filter((name) => JSON.stringify(card).includes(name))).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

function actionsIn(state: Open | Closed, world: Walk["world"]): readonly Press[] {
  return [...state.places.values()].flatMap((place) => pressable(requestCard(request, state, place, world)));
}

type Press = Extract<CardAction, { type: "press" }>;

function pressable(card: Card | null): readonly Press[] {
  return (card?.blocks ?? []).flatMap((block) => {
    const actions = block.type === "actions" ? [...block.actions, ...block.more] : [];
    return actions.flatMap((action) => (action.type === "press" ? [action] : []));
  });
}

/** What is one tap away. */
function foldedAway(card: Card | null): readonly CardBlock[] {
  return (card?.blocks ?? []).flatMap((block) => (block.type === "details" ? block.blocks : []));
}

/** The lines that Referee writes; what people typed stands in quotes and may say anything. */
function linesOf(blocks: readonly CardBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "text":
      case "standing":
        return [block.text];
      case "facts":
        return block.facts.map(({ label, value }) => `${label}: ${value}`);
      case "steps":
        return block.steps.map(({ owner, says }) => `${owner} ${says}`);
      default:
        return [];
    }
  });
}

function withoutDone(block: CardBlock): CardBlock {
  return block.type === "steps" ? { ...block, steps: block.steps.filter(({ mark }) => mark !== "done") } : block;
}

const TYPED = ["a very long word", "a few words"];
const typed = (line: string) => TYPED.some((words) => line.includes(words));
