import { RequestId } from "../../src/request/ids.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OT } from "./useStory.ts";

/** The floor is in Slack, IT on Teams; Deniz is on both. */
const both = useBoth({
  teams: ["it-security", "it-network", "it-servers"],
  people: ["sina", "nils", "vera"],
  both: ["deniz"],
});

const MACHINES = "Which machine or system should be reached?";
const WHY = { "What is it for?": "read the counters" };

describe("what people pick in a form in Slack", () => {
  test("is a day and a time on the plant's clocks, and the draft says so", async () => {
    await both.asks("oksana", "can we open port 502 to PLC-12?");
    await both.presses("oksana", LINE_3, "Fill in…", { ...WHY, "until.date": "2026-12-04", "until.time": "12:00" });
    expect(both.card(LINE_3, "Nothing has been sent yet").text).toContain("Until: Fri 12:00");
  });

  test("is left alone where they write beside it: words win", async () => {
    await both.asks("oksana", "can we open port 502 to PLC-12?");
    const picked = { "until.date": "2026-12-04", "until.time": "12:00" };
    await both.presses("oksana", LINE_3, "Fill in…", { ...WHY, ...picked, until: "Thu 10:00" });
    expect(both.card(LINE_3, "Nothing has been sent yet").text).toContain("Until: Thu 10:00");
  });

  test("is asked for beside the day when the time is missing, with nothing lost", async () => {
    await both.asks("oksana", "can we open port 502 to PLC-12?");
    await both.presses("oksana", LINE_3, "Fill in…");
    const oksana = both.world.as("oksana");
    await oksana.fills({ ...WHY, "until.date": "2026-12-04" });
    expect(oksana.form()?.inputs.find(({ id }) => id === "until")?.error).toBe("Pick a time as well, or write when.");
    await oksana.fills({ ...WHY, "until.date": "2026-12-04", "until.time": "12:00" });
    expect(oksana.form()).toBeNull();
  });

  test("is two machines, of which one stood there already", async () => {
    await both.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await both.presses("oksana", LINE_3, "Fill in…", { ...WHY, [MACHINES]: "PLC-12\nPLC-7" });
    const draft = both.card(LINE_3, "Nothing has been sent yet").text;
    expect(draft).toContain("PLC-12, PLC-7");
    expect(draft).toContain("Until: Fri 12:00");
  });
});

describe("what people pick in a dialog on Teams", () => {
  async function portAsked() {
    await both.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await both.presses("oksana", LINE_3, "Fill in…", WHY);
    await both.presses("oksana", LINE_3, "Send");
  }

  test("is two limits and an earlier end, which bind everybody in both chats", async () => {
    await portAsked();
    await both.teams.presses("sina", "it-security", "Approve with limits…", {
      ...SECURITY_FACTS,
      "Only if": "Read only\nEvery connection is logged",
      "limitUntil.date": "2026-12-03",
      "limitUntil.time": "18:00",
    });
    for (const text of [both.card(OT, "HAM-1").text, both.teams.text(both.teams.card("it-security", "HAM-1"))]) {
      expect(text).toContain("Read only");
      expect(text).toContain("Every connection is logged");
      expect(text).toContain("Thu 18:00");
    }
    const { events } = await both.world.referee.requests.load(await onlyRequest());
    expect(events.find(({ type }) => type === "StepApproved")).toMatchObject({
      limits: [{ text: "Read only" }, { text: "Every connection is logged" }, { text: "" }],
    });
  });

  test("is two machines that connect, and words beside them", async () => {
    await portAsked();
    await both.teams.presses("sina", "it-security", "Approve…", {
      ...SECURITY_FACTS,
      "Which machine or address connects?": "Historian\nMES",
      source: "10.20.3.4",
    });
    await both.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect(both.teams.text(both.teams.card("it-network", "HAM-1"))).toContain("Historian, MES, 10.20.3.4");
  });

  async function onlyRequest() {
    const [open] = await both.world.record.store.list("open-HAM", { limit: 2 });
    if (open === undefined) throw new Error("There is no request");
    return RequestId.parse(open.stream);
  }
});
