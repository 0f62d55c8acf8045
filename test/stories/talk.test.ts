import type { Shown } from "../fakes/slack/show.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { BEFORE, type Seen, TALK, type Talkers, unanswered } from "./talk.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, NETWORK, OPS, OT, SECURITY, type Story, tuesday, useStory } from "./useStory.ts";

const DENIED = { "Why not?": "no login on Modbus", "What would make it a yes?": "through the jump host" };
const WHY = { "What is it for?": "read the counters for the OEE report" };
const OPENED = { "Rule or ticket number": "rule 4711" };
const PORT = "can we open port 502 to PLC-12 until thursday noon?";
const OTHER_PORT = "can we open port 44818 to PLC-12 until friday noon?";

/** Where somebody writes in Slack when it is about nothing that stands there. */
const HOME: Readonly<Record<string, string>> = { oksana: LINE_3, otto: OT, karin: OT, paula: OPS };

/** Long enough for whatever is answered at once; nothing more is waited for where the answer is wrong. */
const settledAt = async (isThere: () => boolean, story: Story) => {
  for (let tries = 0; tries < 40 && !isThere(); tries++) {
    await new Promise((resolve) => setImmediate(resolve));
    await story.world.settled();
  }
};

/** What the two platforms have of their own. */
type Floor = {
  asks(text: string): Promise<void>;
  presses(label: string, filled?: Readonly<Record<string, string>>): Promise<void>;
  owner(label: string, filled: Readonly<Record<string, string>>): Promise<void>;
};

function bringing(story: Story, { asks, presses, owner }: Floor): Talkers["bring"] {
  const sends = async (text: string) => {
    await asks(text);
    await presses("Fill in…", WHY);
    await presses("Send");
  };
  return {
    nothing: async () => undefined,
    asked: async () => {
      await sends(PORT);
      await sends(OTHER_PORT);
    },
    late: async () => {
      await sends(PORT);
      await story.until(tuesday("17:30"));
    },
    denied: async () => {
      await sends(PORT);
      await owner("Deny…", DENIED);
    },
    opened: async () => {
      await sends(PORT);
      await owner("Approve…", OWNER_FACTS);
      await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
      await story.presses("nils", NETWORK, "Opened…", OPENED);
    },
    called: async () => {
      await asks("line 3 is down");
      await presses("Call OT now");
    },
  };
}

describe("everything people type after Send, or to ask, gets somewhere", () => {
  test("there are lines of every kind", () => {
    expect([TALK.length, BEFORE.length]).toEqual([31, 6]);
  });

  describe("in Slack", () => {
    const story = useStory({ from: tuesday("09:00") });
    const seen = ({ text, buttons }: Shown): Seen => ({ text, buttons: buttons.map(({ label }) => label) });
    const talkers: Talkers = {
      bring: bringing(story, {
        asks: async (text) => void (await story.asks("oksana", text)),
        presses: (label, filled) => story.presses("oksana", LINE_3, label, filled),
        owner: (label, filled) => story.presses("otto", OT, label, filled),
      }),
      writes: async ({ by, in: where, text }) => {
        if (where === "anywhere") await story.asks(by, text, HOME[by]);
        else await story.replies(by, story.card(where === "owner" ? OT : LINE_3, "HAM-1"), text);
      },
      sees: (person) => [
        ...story.world.as(person).ephemerals().map(seen),
        ...[LINE_3, OT, OPS].flatMap((where) =>
          story.world.slack
            .messages(where)
            .filter(({ user }) => user === story.world.slack.bot.userId)
            .map(seen),
        ),
      ],
      until: (_, isThere) => settledAt(isThere, story),
    };

    test.each(BEFORE)("after: %s", async (after) => {
      expect(await unanswered(talkers, after)).toEqual([]);
    });
  });

  describe("on Teams", () => {
    const story = useBoth(
      {
        ...{ teams: ["ot-controls", "line-3-operators"], lines: ["line-3"], ops: true },
        people: [
          "otto",
          "ole",
          "karin",
          "oksana",
          "olga",
          "ivan",
          "hanna",
          "lars",
          "leyla",
          "bernd",
          "paula",
          "piet",
          "max",
        ],
      },
      undefined,
      { from: tuesday("09:00") },
    );
    const { teams } = story;
    const talkers: Talkers = {
      bring: bringing(story, {
        asks: async (text) => void (await teams.asks("oksana", text, "line-3")),
        presses: (label, filled) => teams.presses("oksana", "line-3", label, filled),
        owner: (label, filled) => teams.presses("otto", "ot-controls", label, filled),
      }),
      writes: async ({ by, in: where, text }) => {
        if (where === "owner") await teams.replies(by, teams.card("ot-controls", "HAM-1"), text);
        else if (where === "thread") await teams.replies(by, teams.card("line-3", "HAM-1"), text);
        else await teams.asks(by, text, by);
      },
      sees: (person) =>
        ["line-3", "ot-controls", "ops", person].flatMap((where) =>
          teams.fake
            .messages(where)
            .filter(({ from, deleted }) => from === null && !deleted)
            .map((message) => ({ text: teams.text(message), buttons: teams.buttonsOf(person, message) })),
        ),
      until: (_, isThere) => settledAt(isThere, story),
    };

    test.each(BEFORE)("after: %s", async (after) => {
      expect(await unanswered(talkers, after)).toEqual([]);
    });
  });
});
