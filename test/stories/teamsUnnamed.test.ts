import { TRANSPORTS } from "../../adapters/teams/transport/names.ts";
import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

describe.each(TRANSPORTS)("over %s:", (transport) => {
  /** IT lives in Teams, OT and the floor in Slack; Oksana has an account on both. */
  const onTeams = {
    teams: ["it-security", "it-network", "it-servers"],
    people: ["sina", "deniz", "nils", "vera"],
    both: ["oksana"],
  };
  const story = useBoth(onTeams, undefined, { transport });

  /** Teams takes whatever is said next, and tells the id of nothing. */
  function namesNothing() {
    story.teams.fake.faults.next("send", ...Array.from({ length: 50 }, () => ({ type: "unnamed" }) as const));
  }

  const about = (where: string, text: string) => story.teams.said(where).filter((said) => said.includes(text));

  describe("while Teams takes messages without telling their ids", () => {
    test("each is said once, in channels and in chats", async () => {
      namesNothing();
      await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "oksana");
      await story.teams.presses("oksana", "oksana", "Fill in…", { "What is it for?": "read the counters" });
      await story.teams.presses("oksana", "oksana", "Send");
      expect([about("oksana", "Open port 502"), about("it-security", "HAM-1")].map(({ length }) => length)).toEqual([
        1, 1,
      ]);
    });

    test("a card is changed once a button on it was pressed, or somebody's client asked for their own", async () => {
      namesNothing();
      await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "oksana");
      await story.teams.presses("oksana", "oksana", "Fill in…", { "What is it for?": "read the counters" });
      await story.teams.presses("oksana", "oksana", "Send");
      await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
      await story.presses("otto", OT, "Approve…", OWNER_FACTS);
      for (const where of ["oksana", "it-security"]) {
        const text = story.teams.text(story.teams.card(where, "HAM-1"));
        expect(text).toContain("Sina Roth approved");
        expect(text).toContain("Otto Brandt approved");
      }
    });

    test("whoever carries it out does so on a card that had no id, and reads there what they wrote", async () => {
      await portAsked(story);
      namesNothing();
      await story.presses("otto", OT, "Approve…", OWNER_FACTS);
      await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
      expect(about("it-network", "HAM-1")).toHaveLength(1);
      await story.teams.presses("nils", "it-network", "Opened…", {
        "Rule or ticket number": "rule 4711",
      });
      expect(about("it-network", "HAM-1")[0]).toContain("rule 4711");
    });
  });
});
