import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { renderCard as adaptiveCard } from "../../adapters/adaptive/render.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import { noticeFor } from "../../src/card/pings/notice.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { later, MINUTE_MS } from "../../src/clock.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { sayAccount } from "../../src/plant/who/who.ts";
import { RequestId } from "../../src/request/ids.ts";
import { demo, monday, olga } from "../request/scene.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { sent, then, valuesFrom, type Walk } from "../workflow/walk.ts";

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
  const note = { type: "note", text, place: null, by: guest, name: "Nadia Novak", at: later(at, MINUTE_MS) } as const;
  return then(begun, note);
}

function drawnFrom({ state, world, events }: Walk) {
  if (state.status !== "open") throw new Error("It is open");
  return [...state.places.values()].flatMap((place) => {
    const card = requestCard(request, state, place, world);
    const pings = events.flatMap((event) => pingFor(event, { request, state, place, world }) ?? []);
    const messages = [{ text: noticeFor({ state, place, world }), card, mention: [guest] }, ...pings];
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
