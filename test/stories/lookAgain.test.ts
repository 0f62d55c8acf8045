import { RequestType } from "../../src/workflow/requestType.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, NETWORK, OT, SECURITY } from "./useStory.ts";

/** A port that is opened in two places: IT network's rule, and what OT controls set on the machine. */
function inTwoPlaces(type: RequestType): RequestType {
  if (type.type !== "open-port") return type;
  return RequestType.parse({
    ...type,
    stages: type.stages.map(({ opens, steps }) => ({
      opens,
      steps: steps.flatMap((step) => {
        if (step.id !== "network") return [step];
        const { checks, checkedAt, ...machine } = step;
        return [
          step,
          { ...machine, id: "machine", owner: "assetOwner", does: "lets it in", buttons: { yes: "Let in" } },
        ];
      }),
    })),
  });
}

const PROOF = { "Rule or ticket number": "rule 4711" };
const LOOK_AGAIN = "It does not work; please look again by";
const NO_VALUES = { "What does not work?": "it shows no values" };

describe("what two teams did, and does not work,", () => {
  const story = useBoth({ teams: ["ot-controls"], people: ["otto", "ole", "karin", "sven"] }, (plant) => plant, {
    type: inTwoPlaces,
  });
  const machine = () => story.teams.said("ot-controls").at(-1) ?? "";

  async function opened() {
    await portAsked();
    await story.presses("nils", NETWORK, "Opened…", PROOF);
    await story.teams.presses("otto", "ot-controls", "Let in…", PROOF);
  }

  async function portAsked() {
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" });
    await story.presses("oksana", LINE_3, "Send");
    await story.teams.presses("otto", "ot-controls", "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
  }

  test("is looked at again by the one who is chosen, in Slack, and heard of by the other, on Teams", async () => {
    await opened();
    await story.presses("oksana", LINE_3, "It does not work…", {
      ...NO_VALUES,
      "What should be looked at again?": "IT network: opens it",
    });
    const again = story.card(NETWORK, LOOK_AGAIN);
    expect(again.notifies).toEqual(["U0NILS"]);
    expect(again.text).toContain("“It does not work: it shows no values” Oksana Melnyk");
    expect(story.buttons(NETWORK, "please look again")).toContain("Opened…");
    expect(machine()).toContain(
      "does not work, says Oksana Melnyk: “it shows no values” IT network looks at it again; if it may be your part",
    );
    expect(story.teams.buttons("otto", "ot-controls", "HAM-1")).not.toContain("Let in…");
    await story.presses("nils", NETWORK, "Opened…", PROOF);
    await story.presses("oksana", LINE_3, "It works");
    expect(story.card(LINE_3, "Open until Fri 12:00.").text).toContain("Oksana Melnyk: it works");
  });

  test("is looked at again by the one who is chosen, on Teams, and heard of by the other, in Slack", async () => {
    await opened();
    await story.presses("oksana", LINE_3, "It does not work…", {
      ...NO_VALUES,
      "What should be looked at again?": "OT controls: lets it in",
    });
    expect(story.teams.card("ot-controls", LOOK_AGAIN).notified.map(({ handle }) => handle)).toEqual(["otto"]);
    expect(story.teams.buttons("otto", "ot-controls", LOOK_AGAIN)).toContain("Let in…");
    expect(story.said(NETWORK).at(-1)).toContain("OT controls looks at it again; if it may be your part");
  });
});

describe("somebody on Teams for whom it does not work", () => {
  const story = useBoth(
    { teams: ["line-3-operators"], lines: ["line-3"], people: ["oksana", "olga", "ivan"] },
    (plant) => plant,
    { type: inTwoPlaces },
  );

  test("chooses there who looks again", async () => {
    const press = (label: string, filled?: Readonly<Record<string, string>>) =>
      story.teams.presses("oksana", "line-3", label, filled);
    await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
    await press("Fill in…", { "What is it for?": "counters" });
    await press("Send");
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    await story.presses("nils", NETWORK, "Opened…", PROOF);
    await story.presses("otto", OT, "Let in…", PROOF);
    await press("It does not work…", { ...NO_VALUES, "What should be looked at again?": "OT controls: lets it in" });
    expect(story.buttons(OT, LOOK_AGAIN)).toContain("Let in…");
  });
});
