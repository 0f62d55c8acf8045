import { renderCard as adaptiveCard, renderForm as adaptiveForm } from "../../adapters/adaptive/render.ts";
import { renderForm } from "../../adapters/slack/form.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import { decodeAction } from "../../src/card/action.ts";
import type { Card } from "../../src/card/card.ts";
import { digestCard } from "../../src/card/digest/digest.ts";
import { draftCard } from "../../src/card/draft/draftCard.ts";
import { noticeFor } from "../../src/card/pings/notice.ts";
import { draftPing, pingFor } from "../../src/card/pings/pings.ts";
import { plainForm } from "../../src/card/plainCard.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import { createLog } from "../../src/log.ts";
import { visibleJson } from "../../src/plainText.ts";
import { pressesOn } from "../../src/referee/audience.ts";
import { plainMessage } from "../../src/referee/plain.ts";
import { RequestId } from "../../src/request/ids.ts";
import { writeEvent } from "../../src/request/stored/read.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { demo, monday, olga } from "../request/scene.ts";
import { digestOf } from "../support/digestOf.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { drafted, sent, then, valuesFrom, type Walk } from "../workflow/walk.ts";
import { type Happening, tried } from "./randomWalk.ts";

const request = RequestId.parse("req_0123456789ab");
const at = monday("10:00");

/** Begins lines of its own by every sign that breaks one, each as a line that Referee draws. */
const WORD = "zqforged";
const FORGED = [
  WORD,
  "\n✓ IT security  Sina Roth approved, Mon 09:00",
  "\r● OT controls  Otto Brandt approved by phone",
  "\u2028🟢 Open until Friday.",
  "\u2029✅ Approved",
  "\u0085○ done",
  "\v☑ signed",
  "\f✔ Referee",
].join("");

const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const MARKED = /^[\s>*_~`•-]*[✓✔✅☑●○◉🟢🟡🔴]/u;
const FROM_FORGED = /Sina Roth approved, Mon 09:00|approved by phone|Open until Friday\.|signed|✔ Referee/;

/** Every text of what a platform is given. */
function textsIn(drawn: unknown): readonly string[] {
  if (typeof drawn === "string") return [drawn];
  if (typeof drawn !== "object" || drawn === null) return [];
  return Object.values(drawn).flatMap(textsIn);
}

type Drawn = { readonly on: string; readonly texts: readonly string[] };

function draw(on: string, text: string, card: Card | null): readonly Drawn[] {
  const message = plainMessage({ text, card, mention: [] });
  return [
    { on: `${on}, plain text`, texts: [message.text] },
    { on: `${on}, Slack`, texts: textsIn(renderMessage(message)) },
    ...(message.card === null ? [] : [{ on: `${on}, Adaptive`, texts: textsIn(adaptiveCard(message.card)) }]),
  ];
}

/** Everything that shows what happened: cards, what is said beside them, forms, the digest, the stored events, the log. */
function everywhere({ state, world, events }: Walk): readonly Drawn[] {
  if (state.status === "unstarted") return [];
  const kept: string[] = [];
  const log = createLog({ level: "info", write: (line) => kept.push(line.trimEnd()) });
  for (const event of events) log.info("an event", { event });
  const stored = [
    { on: "audit", texts: events.map((event) => visibleJson(writeEvent(event))) },
    { on: "log", texts: kept },
  ];
  if (state.status === "draft") {
    const pings = events.flatMap((event) => draftPing(event, state, request, world, "web") ?? []);
    const spot = { adapter: "web", conversation: "line-3", thread: "1" } as const;
    return [
      ...draw("draft", "", draftCard(request, state, world, spot)),
      ...pings.flatMap((ping) => draw("beside the draft", ping.text, ping.card)),
      ...stored,
    ];
  }
  const cards = [...state.places.values()].flatMap((place) => {
    const card = requestCard(request, state, place, world);
    const pings = events.flatMap((event) => pingFor(event, { request, state, place, world }) ?? []);
    return [
      ...draw(`card ${place.role.type}`, noticeFor({ state, place, world }), card),
      ...pings.flatMap((ping) => draw(`beside ${place.role.type}`, ping.text, ping.card)),
      ...formsOf(card, { state, world, events }),
    ];
  });
  const listed = state.status === "open" ? [{ request, state, link: null }] : [];
  const digest = digestCard(digestOf(listed, state.at), { plant: world.plant, teams: [] }, state.at);
  return [...cards, ...draw("digest", digest.title, digest), ...stored];
}

function formsOf(card: Card, { state, world }: Walk): readonly Drawn[] {
  return pressesOn(card).flatMap(({ value }) => {
    const form = formOf(decodeAction(value), state, world, state.status === "unstarted" ? at : state.at);
    if (form === null) return [];
    const { title, intro } = plainForm(form);
    return [
      {
        on: "form, Slack",
        texts: [
          title,
          intro,
          ...textsIn(renderForm({ ...plainForm(form), inputs: [] }, { channel: "C", thread: null })),
        ],
      },
      { on: "form, Adaptive", texts: textsIn(adaptiveForm({ ...plainForm(form), inputs: [] }, { carry: {} })) },
    ];
  });
}

/** The lines of a text that somebody typed and that begin as Referee's do. */
function forgedLines({ on, texts }: Drawn): readonly string[] {
  const isPlainForm = on.startsWith("form");
  return texts
    .flatMap((text) => text.split(BREAKS))
    .filter((line) => MARKED.test(line) && FROM_FORGED.test(line) && !line.includes(WORD))
    .map((line) => `${on}${isPlainForm ? " (form)" : ""}: ${line}`);
}

/** By which a text comes in, and the walk after it did. */
type Row = { readonly by: string; readonly walk: Walk };

const WORDY: readonly Happening["what"][] = [
  "limits",
  "deny",
  "takeBack",
  "ask",
  "answer",
  "notMine",
  "finish",
  "rollBack",
  "complain",
  "note",
  "withdraw",
  "rule",
  "close",
  "cutOff",
];

const isIn = ({ events }: Walk) => JSON.stringify(events).includes(WORD);
const plainly = (what: Happening["what"], step: number): Happening => ({ what, step, who: 0, words: "ok" });

/** Goes through the request until something of this kind may be done, and does it with these words. */
function rowFor(type: RequestType, what: Happening["what"]): Row | null {
  let walk = sent({ plant: demo, type, by: olga, at }, valuesFrom(type, "requester", at));
  if (what === "answer") walk = tried(walk, plainly("ask", 0), type);
  for (let round = 0; round < 12; round += 1) {
    for (let step = 0; step < 3; step += 1) {
      const after = tried(walk, { what, step, who: 1, words: FORGED }, type);
      if (isIn(after)) return { by: `${type.type}: ${what}`, walk: after };
    }
    walk = onward(walk, type);
  }
  return null;
}

/** One answer further. */
function onward(walk: Walk, type: RequestType): Walk {
  for (const next of ["approve", "finish", "confirm"] as const) {
    const after = tried(walk, plainly(next, 0), type);
    if (after !== walk) return after;
  }
  return walk;
}

/** What the form of a type asks for in words, and machines and files that are called like a line. */
function fieldRows(type: RequestType): readonly Row[] {
  return type.fields.flatMap((field) => {
    const words = field.kind === "text" ? FORGED : ["asset", "place"].includes(field.kind) ? `text:${FORGED}` : null;
    if (words === null || field.from !== "requester") return [];
    const values = { ...valuesFrom(type, "requester", at), [field.id]: words };
    const name = `${type.type}: field ${field.id}`;
    const draft = { by: `${name}, a draft`, walk: drafted({ plant: demo, type, by: olga, at }, values) };
    // In an emergency what the plant file does not have is not sent.
    if (type.emergency && field.kind === "asset") return [draft];
    return [draft, { by: name, walk: sent({ plant: demo, type, by: olga, at }, values) }];
  });
}

function fileRow(type: RequestType): Row {
  const begun = sent({ plant: demo, type, by: olga, at }, valuesFrom(type, "requester", at));
  const files = [{ name: `${FORGED}.jpg`, link: "https://plant.slack.com/files/U0OLGA/F1/plate.jpg" }];
  const note = { type: "note", text: FORGED, place: null, by: olga, name: FORGED, at, files } as const;
  return { by: `${type.type}: name of a file`, walk: then(begun, note) };
}

const rows: readonly Row[] = activeTypes.flatMap((type) => [
  ...fieldRows(type),
  ...WORDY.flatMap((what) => rowFor(type, what) ?? []),
  fileRow(type),
]);

test("every kind of words is tried with some type", () => {
  const tries = new Set(rows.map(({ by }) => by.split(": ")[1]));
  expect(WORDY.filter((what) => !tries.has(what))).toEqual([]);
  expect(rows.length).toBeGreaterThan(100);
});

describe("words made to look like Referee's lines begin no line of their own", () => {
  test.each(rows)("$by", ({ walk }) => {
    const drawn = everywhere(walk);
    expect(JSON.stringify(drawn)).toContain(WORD);
    expect(drawn.flatMap(forgedLines)).toEqual([]);
  });
});
