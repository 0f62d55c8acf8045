import type { Answer, Inbound } from "../../src/adapter.ts";
import { decodeAction, encodeAction, Verb } from "../../src/card/action.ts";
import { INPUT } from "../../src/card/forms/inputs.ts";
import { encodeForm } from "../../src/card/forms/shown.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { RequestId } from "../../src/request/ids.ts";
import { LINE_3, useStory } from "./useStory.ts";

const story = useStory();

type Act = (n: number) => Inbound;
/** So much more often than they are answered. */
const BEYOND = 15;
/** More than is answered of anything, to a person of the plant and to an account that it does not know. */
const MOST = { U0OKSANA: 150, U0STRANGER: 30 } as const;
const VERB = Verb.options;
/** That somebody is held back is told once of each kind of what they do. */
const HELD_APART = 6;
const SAID = Object.fromEntries(Object.values(INPUT).map((id) => [id, "Keep it open."]));
const PORT = "can we open port 502 to PLC-12 until friday noon?";

/** Everything somebody can do, again and again, in a thread of a draft of theirs and in their own chat. */
function actsOf(person: keyof typeof MOST, request: RequestId, thread: string): Readonly<Record<string, Act>> {
  const who = { account: AccountId.parse(`slack:${person}`), name: "Nadia" };
  const own = story.world.slack.workspace.direct(person, "U0REFEREE").id;
  const spot = (conversation: string, below: string | null = null) =>
    ({ adapter: "slack", conversation, thread: below }) as const;
  const said = { ...who, type: "said", isReply: false, quoted: null, files: [] } as const;
  const mentions =
    (text: string): Act =>
    (n) => ({
      ...{ ...said, id: `m${n}`, text: `${text} ${n}`, via: "direct", spot: spot(own) },
    });
  const writes =
    (text: string): Act =>
    (n) => ({ ...said, id: `d${n}`, text, via: "direct", spot: spot(own) });
  const replies =
    (text: string): Act =>
    (n) => ({
      ...{ ...said, id: `r${n}`, text, via: "thread", isReply: true, spot: spot(LINE_3, thread) },
    });
  const presses =
    (value: string): Act =>
    (n) => ({ ...who, type: "pressed", id: `p${n}`, value, spot: spot(LINE_3, thread) });
  const sends =
    (value: string, values = SAID): Act =>
    (n) => ({ ...who, type: "submitted", id: `s${n}`, value, values });
  const action = (verb: Verb) => ({ verb, request, step: null, ask: 0, arg: "" });
  const each = VERB.flatMap((verb): [string, Act][] => [
    [`presses ${verb}`, presses(encodeAction(action(verb)))],
    [`sends ${verb}`, sends(encodeForm(action(verb), []))],
  ]);
  return {
    "asks for something": mentions(PORT),
    "asks a question": mentions("who owns PLC-12?"),
    "says nothing that is understood": mentions("what a nice day"),
    "writes in their own chat": writes("what a nice day"),
    "asks for their home": writes("home"),
    "asks for a code": writes("link"),
    "tries a code": writes("link ABCD-2345"),
    unlinks: writes("unlink"),
    replies: replies("read the counters"),
    "asks in the thread how long it takes": replies("how long will this take?"),
    edits: (n) => ({
      ...{ ...who, type: "edited", id: `e${n}`, about: thread, edition: n + 1, text: `${PORT} ${n}`, files: [] },
      ...{ spot: spot(LINE_3, thread), isReply: false, via: "mention" },
    }),
    deletes: (n) => ({
      ...{ ...who, type: "deleted", id: `x${n}`, about: `m${n}`, edition: 1 },
      ...{ spot: spot(LINE_3, thread), isReply: false, via: "mention" },
    }),
    "opens the form of their home": presses("h1|ask"),
    "presses what nobody made": presses("x"),
    "sends what nobody made": sends("x"),
    ...Object.fromEntries(each),
  };
}

/** A draft of theirs, and the thread in which it stands. */
async function drafted(person: keyof typeof MOST) {
  const { ts } = await story.asks(person === "U0OKSANA" ? "oksana" : "stranger", PORT);
  const [button] = story.card(LINE_3, "Nothing has been sent yet").buttons;
  return { thread: ts, request: decodeAction(button?.value ?? "").request };
}

const isSaid = ({ type }: Answer) => type === "private" || type === "reply" || type === "form";
const isHeld = (answer: Answer) => answer.type === "private" && HELD.test(answer.text);
const HELD = /takes no more|answers nothing more|no acepta ahora|no responde ahora/;
/** What a client makes up of a draft, and putting it away, which leaves none for what comes after. */
const ENDS = ["presses discard", "sends discard"];
const VERBS = VERB.flatMap((verb) => [`presses ${verb}`, `sends ${verb}`]).filter((name) => !ENDS.includes(name));
const KINDS = [
  ...["asks for something", "asks a question", "says nothing that is understood", "writes in their own chat"],
  ...["asks for their home", "asks for a code", "tries a code", "unlinks", "replies"],
  ...["asks in the thread how long it takes", "edits", "deletes", "opens the form of their home"],
  ...["presses what nobody made", "sends what nobody made"],
];

/** What is answered, or not, whoever does it: tried of the account that has less room. */
const ALIKE: ReadonlySet<string> = new Set([
  "edits",
  "deletes",
  "unlinks",
  "tries a code",
  "presses what nobody made",
  "sends what nobody made",
]);

/** They do one thing after another, and hear each answer. */
async function does(acts: readonly Act[], from: number): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const [n, act] of acts.entries()) answers.push(await story.world.referee.receive(act(from + n)));
  return answers;
}

/** Does one thing until it was too much, and so much more often. */
async function floods(act: Act, most: number): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let n = 0, end = most + BEYOND; n < end; n += 1) {
    const answer = await story.world.referee.receive(act(n));
    answers.push(answer);
    if (isHeld(answer)) end = Math.min(end, n + 1 + BEYOND);
  }
  return answers;
}

function actIn(acts: Readonly<Record<string, Act>>, kind: string): Act {
  const act = acts[kind];
  if (act === undefined) throw new Error(`Nobody ${kind}`);
  return act;
}

async function callsForHelp(person: keyof typeof MOST): Promise<void> {
  await story.asks(person === "U0OKSANA" ? "oksana" : "stranger", "the palletizer is down");
  expect(story.card(LINE_3, "Palletizer is down").text).toContain("Nothing has been sent yet");
}

describe.each(["U0OKSANA", "U0STRANGER"] as const)("%s, again and again,", (person) => {
  test.each(person === "U0STRANGER" ? [...KINDS, ...ENDS] : KINDS.filter((kind) => !ALIKE.has(kind)))(
    "%s: reads once that it is too much, then nothing, and calls for help all the same",
    async (kind) => {
      const { request, thread } = await drafted(person);
      const act = actIn(actsOf(person, request, thread), kind);
      const [before, after] = aroundHeld(await floods(act, MOST[person]));
      // Nothing is kept from them in silence: they are answered until they read why they are not.
      expect(before.filter(isSaid).length).toBeLessThanOrEqual(MOST[person]);
      expect(after.filter(isSaid)).toEqual([]);
      await callsForHelp(person);
    },
  );
});

// One world for all of them, since each draws on the same room: a test of each verb by itself takes minutes.
test("an account that the plant does not know gets no answer to any button or form that its client makes up, once it had too many", async () => {
  const { request, thread } = await drafted("U0STRANGER");
  const acts = actsOf("U0STRANGER", request, thread);
  const every = VERBS.map((kind) => actIn(acts, kind));
  const first = await does(every, 0);
  // Notes are held back, and told of, apart from what is answered.
  expect(first.filter(isSaid).length).toBeGreaterThan(0);
  expect(first.filter(isSaid).length).toBeLessThanOrEqual(MOST.U0STRANGER + HELD_APART);
  const again = await does(every, every.length);
  const answered = VERBS.filter((_, n) => isSaid(again[n] ?? { type: "nothing" }));
  expect(answered).toEqual([]);
  await callsForHelp("U0STRANGER");
});

/** What was answered before the one answer that says that it was too much, and after it. */
function aroundHeld(answers: readonly Answer[]): readonly [readonly Answer[], readonly Answer[]] {
  const at = answers.findIndex(isHeld);
  return at < 0 ? [answers, []] : [answers.slice(0, at), answers.slice(at + 1)];
}
