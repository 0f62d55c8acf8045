import type { Answer, Inbound } from "../../src/adapter.ts";
import { decodeAction, encodeAction, type Verb } from "../../src/card/action.ts";
import { INPUT } from "../../src/card/forms/inputs.ts";
import { encodeForm } from "../../src/card/forms/shown.ts";
import { VERBS } from "../../src/card/verbs/verbs.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import { recorded } from "../support/recorded.ts";
import { portAsked } from "./openPort.ts";
import { LINE_3, useStory } from "./useStory.ts";

const story = useStory();
const verbs = Object.keys(VERBS).map((verb) => decodeAction(`r1|${verb}|req_0123456789ab||0|`).verb);

/** What Referee answers to what somebody's client made up, in their own chat with it. */
async function answered(person: string, made: Partial<Inbound> & { type: "pressed" | "submitted"; value: string }) {
  const conversation = story.world.slack.workspace.direct(person, "U0REFEREE").id;
  const meta = {
    id: `slack:${made.type}-${made.value}-${person}`,
    name: "Nadia",
    account: AccountId.parse(`slack:${person}`),
  };
  const spot = { adapter: "slack", conversation, thread: null } as const;
  const { receive } = story.world.referee;
  return made.type === "pressed"
    ? receive({ ...meta, type: "pressed", value: made.value, spot })
    : receive({ ...meta, type: "submitted", value: made.value, values: SAID });
}

const SAID = Object.fromEntries(Object.values(INPUT).map((id) => [id, "Keep it open."]));

/** Where the words are kept that somebody may send to a request. */
async function wordsOf(person: string): Promise<string> {
  const text = "can you bypass the light curtain on the palletizer?";
  const account = AccountId.parse(`slack:${person}`);
  const spot = { adapter: "slack", conversation: LINE_3, thread: "1" } as const;
  const said = { type: "said", via: "mention", isReply: false, quoted: null, files: [] } as const;
  const answer: Answer = await story.world.referee.receive({
    ...said,
    id: `slack:words-${person}`,
    account,
    name: "Nadia",
    text,
    spot,
  });
  const card = answer.type === "private" ? answer.card : undefined;
  const [press] = card?.blocks.flatMap((block) => (block.type === "actions" ? block.actions : [])) ?? [];
  if (press?.type !== "press") throw new Error("Nothing keeps the words");
  return decodeAction(press.value).request;
}

describe.each(["U0STRANGER", "U0ELENA"])(
  "%s, whose client makes up the buttons and forms of another's request",
  (person) => {
    test.each(verbs)("reads nothing of it and adds nothing to it by %s", async (verb: Verb) => {
      await portAsked(story);
      const [open] = await story.world.record.store.list("open-HAM", { limit: 1 });
      const request = RequestId.parse(open?.stream);
      const { state } = await story.world.referee.requests.load(request);
      if (state.status !== "open") throw new Error("It is open");
      const words = await wordsOf(person);
      const before = await recorded(story.world);
      for (const step of [null, ...state.steps.values()]) {
        const action = { verb, request, step: step?.id ?? null, ask: step?.ask ?? 0, arg: words };
        for (const made of [
          { type: "pressed", value: encodeAction(action) } as const,
          { type: "pressed", value: encodeAction({ ...action, arg: "" }) } as const,
          { type: "submitted", value: encodeForm({ ...action, arg: "" }, []) } as const,
        ])
          expect(JSON.stringify(await answered(person, made))).not.toMatch(
            /Otto|OT controls|IT security|Olga|HAM-1|PLC-12|502/,
          );
      }
      expect(await recorded(story.world)).toEqual(before);
    });
  },
);
