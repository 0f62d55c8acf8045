import { decodeAction } from "../../src/card/action.ts";
import { AccountId, PersonId, PlantCode } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { portOpened } from "./openPort.ts";
import { OPS, useStory } from "./useStory.ts";

const SHARED = "C0SHARED";
const lena = AccountId.parse("slack:U0LENA");

const story = useStory({ others: (demo) => [leipzig(demo)] });

/** A second plant, in whose file Lena is somebody; Hamburg does not know her. */
function leipzig(demo: Plant): Plant {
  const [someone] = demo.people.values();
  if (someone === undefined) throw new Error("The demo plant has people");
  const id = PersonId.parse("lena");
  const people = new Map([[id, { ...someone, id, name: "Lena Vogel", accounts: [lena] }]]);
  return { ...demo, code: PlantCode.parse("LEI"), name: "Leipzig", people };
}

test("each plant has its board, and the rest of one is asked of that plant", async () => {
  await portOpened(story);
  expect(story.card(OPS, "open now").text).toContain("Hamburg · 1 open now");
  expect(story.said(OPS).filter((text) => text.includes("Leipzig"))).toEqual([]);
  const rest = (plant: string) =>
    story.world.referee.receive({
      ...{ type: "pressed", id: `rest-${plant}`, account: lena, name: "Lena" },
      ...{ value: `o1|${plant}|0`, spot: { adapter: "slack", conversation: OPS, thread: null } },
    });
  expect(await rest("LEI")).toMatchObject({ type: "private", text: "Leipzig · nothing is open now" });
  expect(await rest("HAM")).toMatchObject({ text: expect.not.stringContaining("open now") });
  expect(await rest("NOP")).toEqual({ type: "nothing" });
});

test("a reply in a request's thread is judged by the plant of the request, not by that of its writer", async () => {
  const { workspace, bot } = story.world.slack;
  workspace.addChannel(SHARED, "shared", ["U0OKSANA", "U0LENA", bot.userId]);
  const asked = await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", SHARED);
  const request = decodeAction(story.card(SHARED, "Nothing has been sent yet").buttons[0]?.value ?? "").request;
  await story.presses("oksana", SHARED, "Fill in…", { "What is it for?": "counters" });
  await story.presses("oksana", SHARED, "Send");
  await story.replies("lena", asked, "we had the same in Leipzig");
  const { events } = await story.world.referee.requests.load(request);
  expect(events.findLast(({ type }) => type === "NoteAdded")).toMatchObject({ by: lena });
});
