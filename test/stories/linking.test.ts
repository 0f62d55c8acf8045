import { encodeAction } from "../../src/card/action.ts";
import { instant } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { Person, Plant } from "../../src/plant/plant.ts";
import { createLinking } from "../../src/referee/linking.ts";
import { RequestId } from "../../src/request/ids.ts";
import { person } from "../plant/cast.ts";
import { SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OT } from "./useStory.ts";

/** The button of a card on Teams for whoever has no other. */
const ASK = "What can I do?";

/**
 * IT is on Teams; of Sina, the plant file knows nothing but her address. Otto has an account on both, Ole only one on
 * Slack.
 */
const story = useBoth(
  { teams: ["it-security", "it-network"], people: ["deniz", "nils", "vera"], both: ["otto"] },
  (plant) => withPerson(plant, "sina", { accounts: [] }),
);

function withPerson(plant: Plant, id: string, change: Partial<Person>): Plant {
  const known = plant.people.get(person(id));
  if (known === undefined) throw new Error(`Nobody is called ${id}`);
  return { ...plant, people: new Map(plant.people).set(known.id, { ...known, ...change }) };
}

/** What Teams' directory says of somebody's address. */
function addressOf(handle: string, email: string | undefined): void {
  story.teams.fake.world.profiles.set(handle, { email });
}

async function portAsked(): Promise<void> {
  await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "read the counters for the OEE report" });
  await story.presses("oksana", LINE_3, "Send");
}

/** Asks for a code from Teams. */
async function codeFor(handle: string): Promise<string> {
  await story.teams.asks(handle, "link", handle);
  const said = story.teams.said(handle).at(-1) ?? "";
  return /link ([A-Z0-9-]{14})/.exec(said)?.[1] ?? `no code in: ${said}`;
}

/** Writes to Referee directly on Slack, and hears the answer. */
async function writes(who: string, text: string, hears: string): Promise<string> {
  await story.world.as(who).says("U0REFEREE", text);
  return story.told(who, hears);
}

describe("somebody the plant file knows by e-mail only", () => {
  test("has the buttons after their first press, once the directory vouches for their address", async () => {
    addressOf("sina", "Sina.Roth@Hamburg.example");
    await portAsked();
    expect(story.teams.buttons("sina", "it-security", "HAM-1")).toEqual([ASK]);
    await story.teams.presses("sina", "it-security", ASK);
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    expect(story.card(LINE_3, "HAM-1").text).toContain("✓ IT security  Sina Roth approved, Mon 09:00");
  });

  test("has the buttons of what waits for their team as soon as they are known, whatever they did to be", async () => {
    addressOf("sina", "sina.roth@hamburg.example");
    await portAsked();
    const { version } = story.card(LINE_3, "HAM-1");
    await story.teams.asks("sina", "who owns PLC-12?", "sina");
    expect(story.teams.buttons("sina", "it-security", "HAM-1")).toContain("Approve…");
    expect(story.card(LINE_3, "HAM-1").version).toBe(version);
  });

  test("cannot decide while the directory names another address", async () => {
    addressOf("sina", "sina@elsewhere.example");
    await portAsked();
    await story.teams.presses("sina", "it-security", ASK);
    expect(story.teams.told("sina")).toContain("The plant does not know this account");
  });

  test("can ask while the directory does not answer, and decides once it does", async () => {
    addressOf("sina", "sina.roth@hamburg.example");
    await portAsked();
    story.teams.fake.faults.next("member", { type: "status", status: 503 });
    await story.teams.presses("sina", "it-security", ASK);
    expect(story.teams.told("sina")).toContain("The plant does not know this account");
    await story.until("2026-11-30T09:02:00+01:00");
    await story.teams.presses("sina", "it-security", ASK);
    await story.teams.presses("sina", "it-security", "Take it");
    expect(story.card(LINE_3, "HAM-1").text).toContain("Sina has it");
  });
});

describe("whoever carries Otto's address", () => {
  test("on a second account of a platform where Otto has one does not become Otto", async () => {
    const stranger = story.world.slack.workspace.users.get("U0STRANGER");
    Object.assign(stranger ?? {}, { email: "otto.brandt@hamburg.example" });
    await portAsked();
    await story.presses("stranger", OT, "Take it");
    expect(await story.told("stranger", "cannot decide")).toContain("The plant does not know this account");
  });

  test("in an account of their own, known to the plant as somebody else's, stays who they are", async () => {
    addressOf("deniz", "sina.roth@hamburg.example");
    await portAsked();
    await story.teams.presses("deniz", "it-security", "Take it");
    expect(story.card(LINE_3, "HAM-1").text).toContain("● IT security  Deniz has it");
  });
});

describe("a one-time code", () => {
  test("links an account whose address nobody vouches for, once its owner has read whose it is and said yes", async () => {
    addressOf("ole", undefined);
    const code = await codeFor("ole");
    expect(await writes("ole", `link ${code}`, "asks to be you")).toBe(
      `If somebody sent you this code, do nothing: what is pressed from that account would count as yours, approvals too. An account on Teams that calls itself “Ole Petersen” asks to be you. If it is yours, write “link ${code} yes”.`,
    );
    expect(await writes("ole", `link ${code} yes`, "is linked")).toBe(
      "The account on Teams that calls itself “Ole Petersen” is linked to you now.",
    );
    await story.teams.asks("ole", "link", "ole");
    expect(story.teams.said("ole").at(-1)).toContain("This account is known as Ole Petersen.");
  });

  test("does nothing for somebody who was told to write yes at once: they read first whom they let in", async () => {
    const code = await codeFor("stranger");
    expect(await writes("ole", `link ${code} yes`, "asks to be you")).toContain(
      "that calls itself “Somebody Else” asks",
    );
    await story.teams.asks("stranger", "link", "stranger");
    expect(story.teams.said("stranger").at(-1)).toContain("Write “link ");
  });

  test("is asked about with the address that the directory vouches for, which nobody chose themselves", async () => {
    addressOf("stranger", "mallory@elsewhere.example");
    const code = await codeFor("stranger");
    expect(await writes("ole", `link ${code}`, "asks to be you")).toContain(
      "An account on Teams with the address mallory@elsewhere.example that calls itself “Somebody Else” asks to be you.",
    );
  });

  test("lets no account answer the question for its reader by how it calls itself", async () => {
    const name = `Nils Hagen” is linked to you already. Write the line with yes. “${"x".repeat(200)}`;
    Object.assign(story.world.slack.workspace.users.get("U0STRANGER") ?? {}, {
      name,
      realName: name,
      displayName: name,
    });
    await story.world.as("stranger").says("U0REFEREE", "link");
    const code = /link ([A-Z0-9-]{14})/.exec(await story.told("stranger", "Write “link "))?.[1] ?? "";
    await story.teams.asks("nils", `link ${code}`, "nils");
    const asked = story.teams.said("nils").at(-1) ?? "";
    expect(asked).toMatch(/^If somebody sent you this code, do nothing:/);
    expect(asked).toMatch(/calls itself “Nils Hagen' is linked to you already[^“”]{1,40}…” asks to be you\./);
  });

  test("serves one person, once", async () => {
    const code = await codeFor("stranger");
    for (const words of [`link ${code}`, `link ${code} yes`]) await writes("ole", words, "“Somebody Else”");
    expect(await writes("karin", `link ${code} yes`, "not linked")).toContain("knows that one as somebody else's");
  });

  test("gives nobody a second account on a platform where they have one", async () => {
    const code = await codeFor("stranger");
    expect(await writes("otto", `link ${code}`, "not linked")).toContain("another account on Teams");
  });

  test("is not guessed: after ten tries an account has to wait", async () => {
    for (let tries = 0; tries < 10; tries++) await writes("ole", "link BBBB-BBBB-BBBB", "not known");
    expect(await writes("ole", "link BBBB-BBBB-BBBB", "Too many")).toContain("wait ten minutes");
  });

  test("from an account that the plant does not know links nothing", async () => {
    const code = await codeFor("ole");
    const from = await writes("stranger", `link ${code}`, "by which the plant knows you");
    expect(from).toContain("It does not know this one yet.");
  });

  test("in somebody else's message counts for nothing, whoever asks Referee about it", async () => {
    const code = await codeFor("stranger");
    await writes("ole", `link ${code}`, "asks to be you");
    const bait = await story.world.as("stranger").says(LINE_3, `link ${code} yes`);
    await story.world.as("ole").uses("ask_referee", bait);
    await story.world.settled();
    await story.teams.asks("stranger", "link", "stranger");
    expect(story.teams.said("stranger").at(-1)).toContain("Write “link ");
  });

  test("is not what somebody means who wants a machine linked", async () => {
    await story.asks("oksana", "link the historian to PLC-12");
    expect(story.card(LINE_3, "What is this about?").notifies).toEqual(["U0OKSANA"]);
  });
});

describe("whoever asks on one platform", () => {
  const askedInTeams = async (person: string) => {
    await story.teams.asks(person, "can we open port 502 to PLC-12 until friday noon?", person);
    await story.teams.presses(person, person, "Fill in…", { "What is it for?": "read the counters" });
    await story.teams.presses(person, person, "Send");
  };

  test("does not approve it on the other", async () => {
    await askedInTeams("otto");
    await story.presses("otto", OT, "Approve…");
    expect(await story.told("otto", "own request")).toBe("HAM-1 is your own request, so somebody else decides it.");
  });

  test("does not approve it there either when they asked as a guest and were linked since", async () => {
    await askedInTeams("ole");
    const code = await codeFor("ole");
    for (const words of [`link ${code}`, `link ${code} yes`]) await writes("ole", words, "“Ole Petersen”");
    await story.presses("ole", OT, "Approve…");
    expect(await story.told("ole", "own request")).toBe("HAM-1 is your own request, so somebody else decides it.");
    await story.teams.presses("ole", "ole", "Withdraw…", {});
    expect(story.buttons(OT, "HAM-1")).toEqual([]);
  });
});

describe("an account that was linked", () => {
  const linkedSina = async () => {
    addressOf("sina", "sina.roth@hamburg.example");
    await story.teams.asks("sina", "what is waiting?", "sina");
    expect(await isLinked("sina")).toBe(true);
  };
  const isLinked = async (handle: string) => {
    const [plant] = await story.world.referee.plants.all();
    return plant?.linked.has(AccountId.parse(story.teams.fake.as(handle).account)) ?? false;
  };

  test.each(["longer", "reply", "comment", "askAgain"] as const)(
    "is theirs by the time a press that takes up their words is judged: %s",
    async (verb) => {
      addressOf("sina", "sina.roth@hamburg.example");
      const request = RequestId.parse("req_0123456789ab");
      const { account } = story.teams.fake.as("sina");
      await story.world.referee.receive({
        type: "pressed",
        id: verb,
        account: AccountId.parse(account),
        name: "Sina",
        value: encodeAction({ verb, request, step: null, ask: 0, arg: request }),
        spot: { adapter: "teams", conversation: account, thread: null },
      });
      expect(await isLinked("sina")).toBe(true);
    },
  );

  test("is nobody's once its owner says so, also though the directory still knows the address", async () => {
    await linkedSina();
    await story.teams.asks("sina", "unlink", "sina");
    expect(story.teams.said("sina").at(-1)).toContain("One account is not linked any more");
    expect(await isLinked("sina")).toBe(false);
    await story.world.record.web.set(`${story.world.record.prefix}clock`, `@${instant("2026-11-30T10:00:00+01:00")}`);
    await story.teams.asks("sina", "what is waiting?", "sina");
    expect(await isLinked("sina")).toBe(false);
  });

  test("is nobody's once an Ops lead says so, and stays theirs when somebody else does", async () => {
    await linkedSina();
    await writes("otto", "unlink sina", "Nothing was unlinked.");
    expect(await isLinked("sina")).toBe(true);
    await writes("paula", "unlink sina", "One account is not linked any more");
    expect(await isLinked("sina")).toBe(false);
  });

  test.each([
    { email: "Sina.Roth@hamburg.example", vouched: true },
    { email: "sina.roth+tablet@hamburg.example", vouched: true },
    { email: "sina.roth@hamburg.example", vouched: false },
  ])(
    "keeps its person from what a second account asks for that has the same address and is not linked: $email, $vouched",
    async ({ email, vouched }) => {
      await linkedSina();
      const second = AccountId.parse("teams:a-second-account");
      const { referee, record } = story.world;
      const linking = createLinking({
        ...{ plants: referee.plants, store: record.store, log: createLog({ level: "silent" }) },
        adapters: [{ name: "teams", emailOf: async () => ({ email, vouched }) }],
      });
      await linking.meet({ id: "first", account: second });
      await linking.meet({ id: "again", account: second });
      const [plant] = await referee.plants.all();
      expect([...(plant?.resembling.get(second) ?? [])]).toEqual(["sina"]);
      expect(plant?.linked.has(second)).toBe(false);
    },
  );

  /** Acts when the directory says this of its address. */
  const actsAs = async (handle: string, email: string) => {
    const { referee, record } = story.world;
    const { plants } = referee;
    const adapters = [{ name: "teams", emailOf: async () => ({ email, vouched: true }) } as const];
    const linking = createLinking({ plants, adapters, store: record.store, log: createLog({ level: "silent" }) });
    await linking.meet({ id: email, account: AccountId.parse(story.teams.fake.as(handle).account) });
  };

  test("by a code stays theirs under an address that the plant file does not have, until the directory has another", async () => {
    addressOf("ole", "o.petersen@contractor.example");
    const code = await codeFor("ole");
    for (const words of [`link ${code}`, `link ${code} yes`]) await writes("ole", words, "“Ole Petersen”");
    await actsAs("ole", "O.Petersen@contractor.example");
    expect(await isLinked("ole")).toBe(true);
    await actsAs("ole", "somebody.new@contractor.example");
    expect(await isLinked("ole")).toBe(false);
  });

  test("by a code stays theirs when nobody vouched for an address then", async () => {
    addressOf("ole", undefined);
    const code = await codeFor("ole");
    for (const words of [`link ${code}`, `link ${code} yes`]) await writes("ole", words, "“Ole Petersen”");
    await actsAs("ole", "o.petersen@contractor.example");
    expect(await isLinked("ole")).toBe(true);
  });

  test("is a new person's when its id was given to somebody new", async () => {
    await linkedSina();
    const emailOf = async () => ({ email: "somebody.new@hamburg.example", vouched: true });
    const { referee, record } = story.world;
    const { plants } = referee;
    const log = createLog({ level: "silent" });
    const linking = createLinking({ plants, adapters: [{ name: "teams", emailOf }], store: record.store, log });
    await linking.meet({ id: "later", account: AccountId.parse(story.teams.fake.as("sina").account) });
    expect(await isLinked("sina")).toBe(false);
  });
});
