import { useBoth } from "./useBoth.ts";
import { LINE_3, OT } from "./useStory.ts";

/** The plant file says nobody's language but the plant's, English; Oksana has Slack in German, Sina has Teams in Spanish. */
const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "nils"], both: ["deniz"] });

function has(person: string, locale: string | null): void {
  const user = story.world.slack.workspace.users.get(`U0${person.toUpperCase()}`);
  if (user === undefined) throw new Error(`Nobody is called ${person}`);
  user.locale = locale;
}

describe("somebody of whom the plant file says no language", () => {
  test("is answered alone in the language in which they have Slack, and the channel reads its own", async () => {
    has("oksana", "de-DE");
    await story.asks("oksana", "Otto is off until Friday");
    expect(await story.told("oksana", "Otto Brandt")).toContain(
      "Das können nur Otto Brandt, die Leitung oder Ops sagen.",
    );
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    expect(story.card(LINE_3, "PLC-12").text).toContain("Nothing has been sent yet.");
  });

  test("is written to in their own chat in it, and in the plant's where it is none that Referee speaks", async () => {
    has("otto", "de-AT");
    has("ole", "fr-FR");
    await story.asks("otto", "help", OT);
    await story.asks("ole", "help", OT);
    await story.asks("otto", "I am off until Friday", OT);
    await story.asks("karin", "Otto is off until Tuesday, Ole covers", OT);
    const karin = story.world.as("karin");
    const draft = karin
      .ephemerals()
      .findLast(({ buttons }) => buttons.some(({ label }) => label === "Until Tue 06:00"));
    if (draft === undefined) throw new Error("Karin has no draft");
    await karin.presses(draft, "Until Tue 06:00");
    await story.world.settled();
    expect(story.said("U0OTTO").at(-1)).toContain("Ole Petersen vertritt Sie");
    expect(story.said("U0OLE").at(-1)).toContain("You stand in for Otto Brandt");
  });

  test("is answered on Teams in the language in which they have it", async () => {
    story.teams.fake.world.locales.set("sina", "es-MX");
    await story.teams.asks("sina", "Otto is off until Friday", "it-security");
    expect(story.teams.said("sina").at(-1)).toContain("Solo pueden decirlo Otto Brandt");
  });
});
