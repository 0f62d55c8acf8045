import { type Answer, type Card, say, type Tongues } from "../../../src/index.ts";
import { LANGUAGES, type Language } from "../../../src/words/reader.ts";
import { textsIn } from "../../fakes/teams/cards.ts";
import { denyForm } from "../cards.ts";
import { useTeams } from "./useTeams.ts";

// What the core knows of people and channels is more than their clients tell. Here a client is in one language, whoever has it
// in another, and the channel in the third: whatever the adapter says by itself is held against that.
let alone: Language = "en";
let everybody: Language = "en";
const tongues: Tongues = {
  by: () => ({ language: alone, formOfAddress: "formal" }),
  at: ({ conversation }) =>
    conversation.startsWith("19:line-3") ? { language: everybody, formOfAddress: "formal" } : null,
};
const bench = useTeams({}, tongues);

const others = (language: Language) => LANGUAGES.filter((each) => each !== language);
/** Each language for the person, with each of the others for the client and the channel. */
const EACH = LANGUAGES.flatMap((person) =>
  others(person).map((channel) => {
    const client = LANGUAGES.find((language) => language !== person && language !== channel) ?? "en";
    return { person, channel, client };
  }),
);

const approve = { type: "press", label: "Approve", value: "r1|approve|x", style: "primary" } as const;
const deny = { type: "press", label: "Deny…", value: "r1|deny|x", style: "danger" } as const;
const request: Card = {
  title: "Open port 502",
  key: "HAM-142",
  blocks: [{ type: "actions", actions: [approve, deny], more: [] }],
};

/** The request's card in the channel, pressed by Otto, and what he alone was told then. */
async function pressed(answer: Answer | Error): Promise<readonly unknown[]> {
  const { teams, adapter, answers, storeGoesAway } = bench();
  await teams.as("otto").installs();
  await teams.as("sina").installs("line-3");
  const spot = { adapter: "teams" as const, conversation: "19:line-3@thread.tacv2", thread: null };
  await adapter.post(spot, { text: "HAM-142", card: request, mention: [] }, "effect");
  if (answer instanceof Error) storeGoesAway();
  else answers(answer);
  const before = teams.messages("otto").length;
  await teams.as("otto").presses(teams.newest("line-3"), "Approve");
  return [
    ...teams.as("otto").notices,
    ...teams
      .messages("otto")
      .slice(before)
      .map(({ text }) => text),
  ];
}

describe.each(EACH)("with a person in $person, a channel in $channel and a client in $client", (languages) => {
  const { person, channel, client } = languages;
  const theirs = { language: person };
  beforeEach(() => {
    [alone, everybody] = [person, channel];
    for (const handle of ["sina", "otto"]) bench().teams.world.locales.set(handle, client);
  });

  test.each([
    { to: "a press that leaves nothing to say", answer: { type: "nothing" }, says: say(theirs, "platform.recorded") },
    { to: "one that could not be recorded", answer: new Error("away"), says: say(theirs, "platform.notRecorded") },
    {
      to: "one that is answered in the thread",
      answer: { type: "reply", message: { text: "said", card: null, mention: [] } },
      says: say(theirs, "platform.answeredThere"),
    },
    {
      to: "a form that was sent and is wrong nowhere",
      answer: { type: "formErrors", errors: {} },
      says: say(theirs, "platform.recorded"),
    },
  ] as const)("the answer to $to is in the person's", async ({ answer, says }) => {
    // Their client says by itself, too, that a press failed.
    const told = await pressed(answer);
    expect(told.filter((text) => text !== "Something went wrong. Please try again.")).toEqual([says]);
  });

  test("a form keeps to theirs when it comes back with something to look at again", async () => {
    const { teams, adapter, answers } = bench();
    await teams.as("sina").installs("line-3");
    const spot = { adapter: "teams" as const, conversation: "19:line-3@thread.tacv2", thread: null };
    await adapter.post(spot, { text: "HAM-142", card: request, mention: [] }, "effect");
    answers({ type: "form", form: denyForm });
    await teams.as("otto").presses(teams.newest("line-3"), "Deny…");
    answers({ type: "formErrors", errors: { reason: "Say more." } });
    await teams.as("otto").submits({ reason: "no" });
    const dialog = teams.as("otto").dialog();
    const card = dialog?.type === "card" ? dialog.card : null;
    expect(textsIn(card)).toContain("Say more.");
    expect(JSON.stringify(card)).toContain(say(theirs, "platform.oldClient"));
  });

  test("what everybody reads in the channel is in the channel's", async () => {
    const { teams, storeGoesAway } = bench();
    await teams.as("sina").installs("line-3");
    expect(teams.newest("line-3").text).toBe(say({ language: channel }, "platform.welcome"));
    storeGoesAway();
    await teams.as("sina").says("line-3", "<at>Referee</at> open port 502");
    expect(teams.newest("line-3").text).toBe(say({ language: channel }, "platform.notRecorded"));
  });

  test("what is said in their own chat is in theirs", async () => {
    const { teams, storeGoesAway } = bench();
    await teams.as("sina").installs();
    expect(teams.newest("sina").text).toBe(say(theirs, "platform.welcome"));
    storeGoesAway();
    await teams.as("sina").says("sina", "open port 502");
    expect(teams.newest("sina").text).toBe(say(theirs, "platform.notRecorded"));
  });
});
