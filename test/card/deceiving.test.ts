import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { z } from "zod";
import { renderCard as adaptiveCard } from "../../adapters/adaptive/render.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import type { Card, CardPart } from "../../src/card/card.ts";
import { mentionsOf } from "../../src/card/people.ts";
import { noticeFor } from "../../src/card/pings/notice.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { decidedCard, sayLife } from "../../src/card/record/recordAnswers.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { later, MINUTE_MS } from "../../src/clock.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { sayAccount } from "../../src/plant/who/who.ts";
import { RequestId } from "../../src/request/ids.ts";
import { LANGUAGES } from "../../src/words/reader.ts";
import { Values } from "../../src/workflow/value.ts";
import { formsBehind } from "../../tools/cards/drawn.ts";
import { ofState } from "../../tools/cards/lives.ts";
import { demo, monday, nils, olga, paula } from "../request/scene.ts";
import { activeTypes, typeNamed } from "../workflow/activeTypes.ts";
import { firstOpen, pressedThrough, sent, then, valuesFrom, type Walk } from "../workflow/walk.ts";
import { happenings, tried } from "./randomWalk.ts";

const HERE = new URL("deceiving/", import.meta.url);

function linesOf<T>(kind: "names" | "texts", schema: z.ZodType<T>): readonly T[] {
  const files = readdirSync(HERE).filter((file) => file.startsWith(kind) && file.endsWith(".jsonl"));
  const lines = files.flatMap((file) => readFileSync(new URL(file, HERE), "utf8").split("\n"));
  return lines.filter((line) => line !== "").map((line) => schema.parse(JSON.parse(line)));
}

const names = linesOf("names", z.object({ name: z.string(), as: z.string().nullable() }));
const texts = linesOf("texts", z.object({ text: z.string(), why: z.string() }));

const guest = AccountId.parse("slack:U0GUEST");
const request = RequestId.parse("req_0123456789ab");
const type = typeNamed("open-port");
const at = monday("10:00");

describe("a name that an account gives itself", () => {
  test.each(names)("%j is marked as that of nobody the plant knows, and stands for nobody else", ({ name, as }) => {
    const said = sayAccount(demo, guest, name);
    expect(said).toMatch(/^(?:an account on Slack that is not linked|[^\n]{1,62} \(Slack, not linked\))$/u);
    expect(said === "an account on Slack that is not linked").toBe(as !== null);
    expect(said).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}✓●○✗<>:]/u);
  });
});

/** What a guest notes, and a requester gives as the reason, each in the same words. */
function walkWith(text: string): Walk {
  const values = { ...valuesFrom(type, "requester", at), why: text };
  const begun = sent({ plant: demo, type, by: olga, at }, values);
  // Written where they see it.
  const [place = null] = begun.state.status === "open" ? begun.state.places.keys() : [];
  const note = { type: "note", text, place, by: guest, name: "Nadia Novak", at: later(at, MINUTE_MS) } as const;
  return then(begun, note);
}

function drawnFrom({ state, world, events }: Walk) {
  if (state.status !== "open") throw new Error("It is open");
  return [...state.places.values()].flatMap((place) => {
    const card = requestCard(request, state, place, world);
    const pings = events.flatMap((event) => pingFor(event, { request, state, place, world }) ?? []);
    const all = [{ text: noticeFor({ state, place, world }), card, mention: [guest] }, ...pings];
    const messages = all.map((one) => ({ ...one, mention: mentionsOf(demo, one.mention) }));
    return messages.flatMap((message) => [
      { on: "slack", drawn: JSON.stringify(renderMessage(message)) },
      ...(message.card === null ? [] : [{ on: "teams", drawn: JSON.stringify(adaptiveCard(message.card)) }]),
    ]);
  });
}

const steps = (drawn: string) => drawn.match(/(?:"|\\n|\\r)\s*[✓●○✗✅] ?/gu)?.length ?? 0;
const plain = drawnFrom(walkWith("read the counters"));

describe("words made to deceive, as a reason and as a guest's note, on every card and message", () => {
  test.each(texts)("$why: no line, mention, link or markup comes of $text", ({ text }) => {
    const drawn = drawnFrom(walkWith(text));
    expect(drawn.map(({ on }) => on)).toEqual(plain.map(({ on }) => on));
    for (const [index, each] of drawn.entries()) {
      expect(steps(each.drawn)).toBe(steps(plain[index]?.drawn ?? ""));
      expect(each.drawn).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u200f\u2028\u0085]|\p{Cs}/u);
      // Mentions are made of ids that Referee knows, links of nothing that was typed.
      expect(each.drawn.replaceAll("<@U0GUEST>", "")).not.toMatch(/"type":"mrkdwn","text":"[^"]*<[@!h]/);
      expect(each.drawn).not.toMatch(/"type":"mrkdwn","text":"[^"]*(?:[ “][*_~`]|[*_~`][ ”])/u);
      expect(each.drawn).not.toMatch(/"url":"[^"]*evil/);
    }
  });
});

/** Ends its quotation in every language that has one, and goes on as a sentence of Referee's would. */
const FORGED = "ok.”“» IT has agreed. „“«ok";
const CLAIM = "IT has agreed";
const QUOTED = new RegExp(
  `“[^“”„«»]*${CLAIM}[^“”„«»]*”|„[^“”„«»]*${CLAIM}[^“”„«»]*“|«[^“”„«»]*${CLAIM}[^“”„«»]*»`,
  "gu",
);

/** A request in which every text is forged, the name of the machine too. */
function forgedBy(
  asker: typeof guest | typeof olga,
  type: (typeof activeTypes)[number],
  language: (typeof LANGUAGES)[number],
) {
  const plant = readIn(demo, language);
  // In an emergency only somebody of the plant asks, and for what the plant file has.
  const by = type.emergency ? olga : asker;
  const typed = type.fields.filter(({ kind, id }) => kind === "text" || (kind === "asset" && id === type.asset));
  const values = valuesFrom(type, "requester", at);
  const forged = typed.flatMap(({ id, kind }) =>
    id in values ? [[id, kind === "text" ? FORGED : `text:${FORGED}`]] : [],
  );
  const own = !type.emergency ? forged : forged.filter(([id]) => id !== type.asset);
  return sent({ plant, type, by, name: "Nadia Novak", at }, Values.parse({ ...values, ...Object.fromEntries(own) }));
}

/** Asked by somebody whom nobody knows, and begun to be opened: what is taken back then is closed first. */
function begunByGuest(): Walk {
  const asked = sent({ plant: demo, type, by: guest, name: "Nadia Novak", at }, valuesFrom(type, "requester", at));
  const walk = pressedThrough(asked, type, "network");
  const step = walk.state.status === "open" ? firstOpen(walk.state) : undefined;
  if (step === undefined) throw new Error("Nobody is to open it");
  const by = step.ball.pings.flatMap(({ people }) => people)[0] ?? nils;
  const about = { step: step.id, ask: step.ask };
  return then(walk, { type: "take", ...about, by, name: "somebody", at: later(walk.state.at, MINUTE_MS) });
}

/** What of a card is said by Referee, whose rows of facts read as such. A quotation stands in a row of its own with its author. */
function sentencesOf({ title, blocks }: Card): readonly string[] {
  return [
    title,
    ...blocks.flatMap((block) => (block.type === "details" ? block.blocks.flatMap(saidIn) : saidIn(block))),
  ];
}

function saidIn(block: CardPart): readonly string[] {
  switch (block.type) {
    case "text":
    case "standing":
      return [block.text];
    case "quote":
      expect(block.text).not.toMatch(/[“”„«»"]/u);
      return block.by === "Referee" ? [block.by, block.text] : [block.by];
    case "steps":
      return block.steps.flatMap(({ owner, says }) => [owner, says]);
    case "facts":
      return block.facts.flatMap(({ label, value }) => [label, value]);
    case "list":
      return [block.title, ...block.items.map(({ text }) => text)];
    case "actions":
      return [...block.actions, ...block.more].map(({ label }) => label);
    default:
      return [];
  }
}

/** Everything that Referee says of a request after all that happened to it. */
function saidOf(walk: Walk, type: (typeof activeTypes)[number]): readonly string[] {
  const { state, world } = walk;
  const read = ofState(type, "as it is", walk, 0).flatMap((each) => [
    each.text,
    ...(each.shows === null ? [] : sentencesOf(each.shows)),
    ...formsBehind(each).flatMap(({ form }) => [form.title, form.intro, form.submit]),
  ]);
  if (state.status !== "open" && state.status !== "closed") return read;
  const notices = [...state.places.values()].map((place) => noticeFor({ state, place, world }));
  return [...read, ...notices, sayLife(state, world, state.at), ...sentencesOf(decidedCard(state, world, state.at))];
}

const drawnCards = ({ state, world }: Walk): readonly Card[] =>
  state.status === "open" || state.status === "closed"
    ? [...state.places.values()].map((place) => requestCard(request, state, place, world))
    : [];

describe("words that end their quotation and go on as Referee would, in whatever is typed", () => {
  test("stand in the quotation marks of whoever reads them, on every card, ping, notification and answer", () => {
    let shown = 0;
    const bare = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...activeTypes),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(guest, olga),
        happenings,
        (each, language, by, happened) => {
          const forged = happened.map((happening) => ({ ...happening, words: FORGED }));
          const walk = forged.reduce((so, happening) => tried(so, happening, each), forgedBy(by, each, language));
          for (const said of saidOf(walk, each)) {
            if (said.includes(CLAIM)) shown += 1;
            if (said.replace(QUOTED, "").includes(CLAIM)) bare.add(said.replace(QUOTED, ""));
          }
        },
      ),
      { numRuns: 60 },
    );
    expect([...bare]).toEqual([]);
    expect(shown).toBeGreaterThan(60);
  });

  test.each([
    { who: "a guest who withdraws", by: guest, type: "withdraw", signed: "Nadia Novak (Slack, not linked)" },
    { who: "whoever of Ops ends it", by: paula, type: "close", signed: "Paula Stein" },
  ] as const)("are signed by $who, never by Referee, once somebody has begun", ({ by, type: what, signed }) => {
    const begun = begunByGuest();
    const soon = later(begun.state.at, MINUTE_MS);
    const walk = then(begun, { type: what, reason: FORGED, by, name: "Nadia Novak", at: soon });
    const parts = drawnCards(walk).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "details" ? block.blocks : [block])),
    );
    const quotes = parts.filter((block) => block.type === "quote");
    expect(quotes.filter((quote) => quote.text.includes(CLAIM)).map((quote) => quote.by)).toContain(signed);
    expect(quotes.filter((quote) => quote.by === "Referee" && quote.text.includes(CLAIM))).toEqual([]);
    expect(quotes.map((quote) => quote.by)).toContain("Referee");
  });
});
