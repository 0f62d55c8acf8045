import { inputsIn } from "../../fakes/teams/inputs.ts";
import { approverCard, longForm, pickForm } from "../cards.ts";
import { useTeams } from "./useTeams.ts";

const bench = useTeams();

/** Otto, with a form open before him. */
async function opened(form = pickForm) {
  const { teams, answers, adapter } = bench();
  await teams.as("otto").installs("line-3");
  const spot = { adapter: "teams" as const, conversation: "19:line-3@thread.tacv2", thread: null };
  await adapter.post(spot, { text: "Your call", card: approverCard, mention: [] }, "e1");
  answers({ type: "form", form });
  await teams.as("otto").presses(teams.newest("line-3"), "Approve with limits…");
  answers({ type: "nothing" });
  return teams.as("otto");
}

function inputs() {
  const dialog = bench().teams.as("otto").dialog();
  return inputsIn(dialog?.type === "card" ? dialog.card : null);
}

function sent() {
  const last = bench().received.at(-1);
  return last?.type === "submitted" ? last.values : null;
}

describe("a person with a form on Teams", () => {
  test("sees pickers with what is known in them, and a line beside each", async () => {
    await opened();
    expect(
      inputs()
        .map(({ type, label, value }) => `${type} ${label}: ${value}`)
        .join("\n"),
    ).toMatchInlineSnapshot(`
"Input.ChoiceSet Which machines?: asset:plc-12
Input.Text Not in the list? Write it here: 
Input.Date Day: 2026-11-27
Input.Time Time: 12:00
Input.Text Or in your own words: 
Input.ChoiceSet Only if: "
`);
  });

  test("picks two machines and another day, ticks two limits, and each reaches the core", async () => {
    const otto = await opened();
    await otto.submits({
      "Which machines?": "PLC-12\nMES",
      "until.date": "2026-11-28",
      "Only if": "Read only\nEvery connection is logged",
    });
    expect(sent()).toEqual({
      "machines.chosen": "asset:plc-12\nasset:mes",
      "until.date": "2026-11-28",
      "until.time": "12:00",
      "limit.chosen": "read-only\nlogged",
    });
    expect(otto.dialog()).toBeNull();
  });

  test("searches a long list, and keeps what was found when something else needs another look", async () => {
    const { answers, finds } = bench();
    const asked: unknown[] = [];
    finds(async (search) => {
      asked.push(search);
      return Array.from({ length: 20 }, (_, n) => ({ value: `asset:press-${n}`, label: `Press ${n}` }));
    });
    const otto = await opened(longForm);
    expect(await otto.searches("Which machines?", "press")).toHaveLength(15);
    expect(asked).toEqual([{ account: otto.account, value: longForm.value, input: "machines", words: "press" }]);
    answers({ type: "formErrors", errors: { until: "Pick a time as well." } });
    await otto.submits({ "Which machines?": "PLC-12\nPress 14", "Until when?": "whenever" });
    expect(sent()).toMatchObject({ "machines.chosen": "asset:plc-12\nasset:press-14" });
    expect(inputs()).toMatchObject([
      { id: "machines.chosen", value: "asset:plc-12,asset:press-14", dataset: `machines ${longForm.value}` },
      { id: "machines", value: "" },
      { id: "until.date", value: "2026-11-27" },
      { id: "until.time", value: "12:00" },
      { id: "until", value: "whenever" },
      { id: "limit.chosen", value: "" },
    ]);
  });

  test("is offered nothing while the list cannot be read, and may go on", async () => {
    const { finds } = bench();
    const otto = await opened(longForm);
    finds(async () => {
      throw new Error("Redis does not answer.");
    });
    expect(await otto.searches("Which machines?", "press")).toEqual([]);
    await otto.submits({ "Which machines?": "the old press" });
    expect(sent()).toMatchObject({ machines: "the old press" });
  });
});
