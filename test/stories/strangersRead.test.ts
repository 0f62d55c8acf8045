import { decodeAction, encodeAction } from "../../src/card/action.ts";
import { AssetId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { portAsked, portOpened } from "./openPort.ts";
import { LINE_3, OT, useStory } from "./useStory.ts";

const NOT_LINKED = "Only people whose account is linked to the plant can be told that.";

describe("whoever is not linked", () => {
  const story = useStory();

  test.each(["what is open?", "who owns the SCADA server?", "what happened to PLC-12?", "what waits for OT controls?"])(
    "is not told: %s",
    async (question) => {
      await story.asks("olga", "can we open port 502 to PLC-12 until friday noon?");
      await story.presses("olga", LINE_3, "Fill in…", { "What is it for?": "read the counters" });
      await story.presses("olga", LINE_3, "Send");
      await story.asks("stranger", question);
      const told = await story.told("stranger", NOT_LINKED);
      expect(told).not.toMatch(/on call|HAM-1|502/);
    },
  );

  test("may ask for something and follow it, and reads nothing of others beside it", async () => {
    for (const person of ["olga", "stranger"]) {
      await story.asks(person, "can we open port 502 to PLC-12 until friday noon?");
      await story.presses(person, LINE_3, "Fill in…", { "What is it for?": "read the counters" });
      await story.presses(person, LINE_3, "Send");
    }
    await story.asks("stranger", "where are my requests?");
    expect(await story.told("stranger", "HAM-2")).not.toContain("HAM-1");
    await story.asks("stranger", "where is HAM-1?");
    expect(await story.told("stranger", NOT_LINKED)).not.toContain("Open port");
  });

  test.each(["who has HAM-1?", "HAM-1: any news?", "HAM-1 approved", "why was HAM-1 denied?", "who approved HAM-1?"])(
    "is told nothing of a request by its key: %s",
    async (question) => {
      await portAsked(story);
      await story.asks("stranger", question);
      expect(await story.told("stranger", NOT_LINKED)).not.toMatch(/502|PLC-12|Otto|OT controls/);
      await story.asks("oksana", question);
      await story.told("oksana", "HAM-1");
    },
  );

  test("copies nothing of what others asked for, whatever their client sends", async () => {
    await portOpened(story);
    await story.asks("stranger", "HAM-1: extend until next friday 10:00");
    await story.told("stranger", NOT_LINKED);
    // Beside words of theirs, the value of a button that only others are shown.
    await story.asks("stranger", "can you bypass the light curtain on the palletizer?");
    await story.told("stranger", "The guard stays where it is");
    const aside = story.world.as("stranger").ephemerals().at(-1);
    const [press] = aside?.buttons ?? [];
    const theirs = story.card(LINE_3, "Does it work?").buttons.find(({ label }) => label === "It works");
    if (aside === undefined || press === undefined || theirs === undefined) throw new Error("No buttons to forge from");
    const { request: words } = decodeAction(press.value ?? "");
    const { request } = decodeAction(theirs.value ?? "");
    const value = encodeAction({ verb: "longer", request, step: null, ask: 0, arg: words });
    await story.world.as("stranger").presses(aside, press.label, { ...aside, buttons: [{ ...press, value }] });
    await story.world.settled();
    await story.told("stranger", NOT_LINKED);
    expect(story.said(LINE_3).join()).not.toContain("Nothing has been sent yet");
  });

  test.each(["stranger", "elena", "olga"])(
    "is shown the machines of the plant in a form only as one of its own: %s",
    async (person) => {
      await story.asks(person, "can we open port 502 to PLC-12 until friday noon?");
      await story.presses(person, LINE_3, "Fill in…");
      const [list] = story.world.as(person).form()?.inputs ?? [];
      expect(list?.options).toEqual(person === "olga" ? expect.arrayContaining(["PLC-12", "Palletizer"]) : ["PLC-12"]);
    },
  );

  test("reads the emergency number and whom Referee asks, and nobody's own number", async () => {
    for (const person of ["olga", "stranger"]) await story.asks(person, "can you bypass the light curtain?");
    expect(await story.told("olga", "The guard stays")).toMatch(/For Safety now: Sabine\nPhone: Sabine/);
    const told = await story.told("stranger", "The guard stays");
    expect(told).toContain("In danger, call 112 first.");
    expect(told).not.toMatch(/Sabine|Phone|\+49/);
    const { workspace, bot } = story.world.slack;
    const chat = workspace.direct("U0STRANGER", bot.userId).id;
    await story.asks("stranger", "the palletizer is down", chat);
    await story.presses("stranger", chat, "Call OT now");
    const card = story.card(chat, "Help was called");
    expect(card.text).toContain("In danger, call 112 first.");
    expect(`${story.said(chat).join()} ${await story.details("stranger", chat)}`).not.toMatch(/Phone|\+49/);
    expect(story.card(OT, "HAM-1").text).toMatch(/Phone: .*\+49/);
  });
});

describe("people of a vendor", () => {
  const palletizer = AssetId.parse("palletizer");
  const theirs = (demo: Plant): Plant => {
    const asset = demo.assets.get(palletizer);
    if (asset === undefined) throw new Error("The demo plant has a palletizer");
    return { ...demo, assets: new Map(demo.assets).set(palletizer, { ...asset, owner: TeamId.parse("packtec") }) };
  };
  const story = useStory({ plant: theirs });

  test("answer by its key what is theirs to answer, until they have, and no other", async () => {
    await portAsked(story);
    await story.asks("olga", "the palletizer is down");
    await story.presses("olga", LINE_3, "Call OT now");
    const refusals = () =>
      story.world
        .as("elena")
        .ephemerals()
        .filter(({ text }) => text.includes("La gente de un"));
    await story.asks("elena", "HAM-1: hecho", "C0PACKTEC");
    await story.world.settled();
    expect(refusals()).toHaveLength(1);
    await story.asks("elena", "HAM-2: hecho, el sensor estaba sucio", "C0PACKTEC");
    await story.told("elena", "HAM-2 Paletizador parada");
    const offer = story.world.as("elena").ephemerals().at(-1);
    if (offer === undefined) throw new Error("Nothing was said to Elena alone");
    await story.world.as("elena").presses(offer, "Done");
    await story.world.settled();
    expect(story.said("C0PACKTEC").join("\n")).toContain("Elena Ruiz (PackTec): done");
    await story.asks("elena", "HAM-2: hecho", "C0PACKTEC");
    await story.world.settled();
    expect(refusals()).toHaveLength(2);
  });
});

describe("a plant whose file lets everybody read", () => {
  const story = useStory({ plant: (demo) => ({ ...demo, readableBy: "everybody" }) });

  test("tells whoever asks", async () => {
    await story.asks("stranger", "who owns the SCADA server?");
    expect((await story.hears(LINE_3, "Who owns")).text).toContain("SCADA server");
  });
});
