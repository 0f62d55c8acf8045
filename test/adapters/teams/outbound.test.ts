import { createTeamsAdapter } from "../../../adapters/teams/adapter.ts";
import { memoryReferences } from "../../../adapters/teams/reference.ts";
import { TRANSPORTS } from "../../../adapters/teams/transport/names.ts";
import {
  AccountId,
  type Card,
  DeliveryError,
  type DeliveryFailure,
  type Message,
  type Spot,
} from "../../../src/index.ts";
import { textBlocksIn, textsIn } from "../../fakes/teams/cards.ts";
import type { Fault } from "../../fakes/teams/faults.ts";
import { guidFor } from "../../fakes/teams/world.ts";
import { named } from "../../support/named.ts";
import { postOn } from "../../support/postOn.ts";
import { HOSTILE_TEXTS } from "../adaptive/hostileTexts.ts";
import { openBench, optionsFor, useTeams } from "./useTeams.ts";

describe.each(TRANSPORTS)("over %s:", (transport) => {
  const bench = useTeams({ transport });

  const CHANNEL = "19:line-3@thread.tacv2";
  const line3: Spot = { adapter: "teams", conversation: CHANNEL, thread: null };

  const card: Card = { title: "Open port 502 to PLC-12", key: "HAM-142", blocks: [] };
  const ping: Message = { text: "HAM-142 waits for OT controls.", card, mention: [] };

  function saying(text: string): Message {
    return { text, card: null, mention: [] };
  }

  function accountOf(handle: string): AccountId {
    return AccountId.parse(bench().teams.as(handle).account);
  }

  function chatWith(handle: string): Spot {
    return { adapter: "teams", conversation: accountOf(handle).slice("teams:".length), thread: null };
  }

  /** Referee knows the tenant once it was installed somewhere. */
  beforeEach(() => bench().teams.as("sina").installs("line-3"));

  /** The same tenant, seen by an adapter that does not wait long. */
  async function impatient() {
    const { teams, references } = bench();
    const options = { ...optionsFor(teams, () => undefined), transport, references, patienceMs: 150 };
    return { teams, adapter: await createTeamsAdapter(options) };
  }

  async function failure(sending: Promise<unknown>): Promise<DeliveryFailure> {
    const caught: unknown = await sending.then(
      () => null,
      (error: unknown) => error,
    );
    if (caught instanceof DeliveryError) return caught.failure;
    throw new Error("It was delivered.", { cause: caught });
  }

  describe("a message for a channel", () => {
    test("begins a thread, and later ones stand in it", async () => {
      const { teams, adapter } = bench();
      const root = await postOn(adapter, line3, ping, "effect-1");
      await postOn(adapter, { ...line3, thread: root.message }, saying("Otto has it."), "effect-2");
      expect(teams.messages("line-3").slice(1)).toMatchObject([
        { id: root.message, thread: null, summary: "HAM-142 waits for OT controls." },
        { thread: root.message, text: "Otto has it." },
      ]);
    });

    test("notifies the people it mentions, under the names the core gives them", async () => {
      const { teams, adapter } = bench();
      await postOn(
        adapter,
        line3,
        { ...ping, mention: [named(accountOf("otto"), "Otto *OT* Brandt"), named(accountOf("sina"), "Sina Roth")] },
        "effect",
      );
      expect(teams.newest("line-3")).toMatchObject({
        text: "",
        summary: "HAM-142 waits for OT controls.",
        notified: [{ handle: "otto" }, { handle: "sina" }],
      });
      expect(textBlocksIn(teams.newest("line-3").card)).toEqual(["<at>Otto OT Brandt</at> <at>Sina Roth</at>"]);
    });

    test("is one message, and has an id, whether it has a card, a mention, both or neither", async () => {
      const { teams, adapter } = bench();
      const messages = [[], [named(accountOf("otto"))]].flatMap((mention) => [
        { ...ping, mention },
        { ...saying("Otto has it."), mention },
      ]);
      const posted: (string | undefined)[] = [];
      for (const [index, message] of messages.entries())
        posted.push((await adapter.post(line3, message, `effect-${index}`))?.message);
      const said = teams.messages("line-3").filter(({ from }) => from === null);
      expect(said.slice(1).map(({ id }) => id)).toEqual(posted);
    });

    test("counts as said when Teams takes it and does not say under which id", async () => {
      const { teams, adapter, logged } = bench();
      for (const body of [undefined, {}, { id: "" }, { id: null }]) {
        teams.faults.next("send", { type: "unnamed", body });
        expect(await adapter.post(line3, ping, "effect")).toBeNull();
      }
      expect(logged.filter((line) => line.includes("did not say under which id"))).toHaveLength(4);
    });

    test.each(["page", "half"] as const)(
      "counts as said when a good answer cannot be read, so that it is not said again: a %s",
      async (how) => {
        const { teams, adapter } = bench();
        teams.faults.next("send", { type: "garbled", how });
        expect(await adapter.post(line3, ping, "effect")).toBeNull();
        expect(teams.messages("line-3")).toHaveLength(2);
      },
    );

    test("is said all the same when somebody it mentions is no member there", async () => {
      const { teams, adapter } = bench();
      await postOn(adapter, line3, { ...ping, mention: [named(accountOf("mallory"), "Mallory")] }, "effect");
      expect(teams.newest("line-3")).toMatchObject({ notified: [], summary: "HAM-142 waits for OT controls." });
    });

    test("reaches a channel of the tenant in which nobody has spoken to Referee yet", async () => {
      const { teams, adapter } = bench();
      await postOn(adapter, { ...line3, conversation: "19:it-security@thread.tacv2" }, ping, "effect");
      expect(teams.messages("it-security")).toHaveLength(1);
    });

    test("can be opened by its address", async () => {
      const { teams, adapter } = bench();
      const posted = await postOn(adapter, { ...line3, thread: "1700000000000" }, ping, "effect");
      expect(await adapter.permalink(posted)).toBe(
        `https://teams.microsoft.com/l/message/19%3Aline-3%40thread.tacv2/${posted.message}?tenantId=${teams.app.tenant}&parentMessageId=1700000000000`,
      );
    });

    test("cannot be found again by its effect: Teams shows a bot no history", async () => {
      const { adapter } = bench();
      await postOn(adapter, line3, ping, "effect");
      expect(await adapter.find(line3, "effect")).toBeNull();
    });
  });

  describe("a message for a chat, which has no threads", () => {
    test.each([
      { name: "of a group", spot: { ...line3, conversation: "19:shift@thread.v2" }, seenIn: "shift" },
      { name: "of one person", spot: null, seenIn: "otto" },
    ])("is said in the chat itself, changed there and taken back: $name", async ({ spot, seenIn }) => {
      const { teams, adapter } = bench();
      const chat = spot ?? chatWith("otto");
      const card = await postOn(adapter, chat, ping, "effect-1");
      const under = await postOn(adapter, { ...chat, thread: card.message }, saying("Otto has it."), "effect-2");
      await adapter.update(under, saying("Sina has it."));
      expect(teams.newest(seenIn)).toMatchObject({ thread: null, text: "Sina has it." });
      await adapter.remove(under);
      expect(teams.newest(seenIn)).toMatchObject({ id: card.message });
    });
  });

  describe("a message for one person", () => {
    test("opens their chat with Referee when it was never open", async () => {
      const { teams, adapter } = bench();
      const posted = await postOn(adapter, chatWith("otto"), ping, "effect");
      expect(teams.messages("otto")).toMatchObject([{ id: posted.message }]);
      expect(await adapter.permalink(posted)).toBeNull();
    });

    test("opens it once", async () => {
      const { teams, adapter } = bench();
      await postOn(adapter, chatWith("otto"), ping, "effect-1");
      teams.faults.next("create", { type: "status", status: 500 });
      await postOn(adapter, chatWith("otto"), ping, "effect-2");
      expect(teams.messages("otto")).toHaveLength(2);
    });
  });

  describe("a message for one person whose chat is not the one that was kept", () => {
    const MEETING = "19:meeting_handover@thread.v2";

    /** Otto's chat as it was kept once. */
    async function keptAs(conversation: string) {
      const { references } = bench();
      const line3Kept = await references.load(CHANNEL);
      if (line3Kept === null) throw new Error("Referee knows no channel yet.");
      await references.save(chatWith("otto").conversation, { ...line3Kept, kind: "personal", conversation });
    }

    function opened() {
      return bench().teams.calls.filter(({ method, path }) => method === "POST" && path.length === 0).length;
    }

    test.each([
      { name: "is gone", kept: "a:gone" },
      { name: "is one of others", kept: MEETING },
    ])("opens the right one, once, where the other $name", async ({ kept }) => {
      const { teams, adapter } = bench();
      await keptAs(kept);
      await postOn(adapter, chatWith("otto"), ping, "effect-1");
      await postOn(adapter, chatWith("otto"), ping, "effect-2");
      expect({ said: teams.messages("otto").length, opened: opened() }).toEqual({ said: 2, opened: 1 });
    });

    test("answers there what is for them alone, too", async () => {
      const { teams, answers } = bench();
      answers({ type: "private", text: "Type passwords nowhere. Please change this one." });
      await keptAs("a:gone");
      await teams.as("otto").says("line-3", "<at>Referee</at> my password is hunter2");
      expect(teams.newest("otto").text).toBe("Type passwords nowhere. Please change this one.");
    });

    test("is unreachable when the same chat is opened, and is sent there once", async () => {
      const { teams, adapter } = bench();
      await postOn(adapter, chatWith("otto"), ping, "effect-1");
      teams.faults.next("send", { type: "status", status: 403, code: "MessageWritesBlocked" });
      const why = "Teams answered 403 MessageWritesBlocked";
      expect(await failure(postOn(adapter, chatWith("otto"), ping, "effect-2"))).toEqual({ type: "unreachable", why });
      expect({ said: teams.messages("otto").length, opened: opened() }).toEqual({ said: 1, opened: 2 });
    });

    test("comes later when Teams is in trouble as it is opened", async () => {
      const { teams, adapter } = bench();
      await keptAs("a:gone");
      teams.faults.next("create", { type: "status", status: 429, retryAfterSeconds: 17 });
      expect(await failure(postOn(adapter, chatWith("otto"), ping, "effect"))).toMatchObject({ type: "rateLimited" });
      await postOn(adapter, chatWith("otto"), ping, "effect");
      expect(teams.messages("otto")).toHaveLength(1);
    });
  });

  describe("a message that changes", () => {
    test("shows the newer card in place of the older, to everybody", async () => {
      const { teams, adapter } = bench();
      const posted = await postOn(adapter, line3, ping, "effect");
      await adapter.update(posted, { ...ping, card: { ...card, title: "Open: port 502 to PLC-12" } });
      expect(teams.newest("line-3")).toMatchObject({ id: posted.message, edits: 1 });
      expect(textsIn(teams.newest("line-3").card)).toContain("Open: port 502 to PLC-12");
    });

    test("in a thread stays in it", async () => {
      const { teams, adapter } = bench();
      const posted = await postOn(adapter, { ...line3, thread: "1700000000000" }, ping, "effect");
      await adapter.update(posted, saying("Done."));
      expect(teams.newest("line-3")).toMatchObject({ thread: "1700000000000", text: "Done." });
    });

    test("is gone when it is taken back, also when it is taken back twice", async () => {
      const { teams, adapter } = bench();
      const posted = await postOn(adapter, line3, ping, "effect");
      await adapter.remove(posted);
      await adapter.remove(posted);
      expect(teams.messages("line-3").at(-1)).toMatchObject({ deleted: true });
    });

    test("cannot be changed once it is gone", async () => {
      const { adapter } = bench();
      const posted = await postOn(adapter, line3, ping, "effect");
      await adapter.remove(posted);
      expect(await failure(adapter.update(posted, ping))).toEqual({ type: "notEditable" });
    });
  });

  describe("a text somebody typed", () => {
    test.each(HOSTILE_TEXTS)("arrives on Teams as it was typed, and notifies nobody: %s", async (typed) => {
      const { teams, adapter } = bench();
      await postOn(adapter, line3, { ...saying(typed), mention: [named(accountOf("otto"))] }, "effect-1");
      expect(teams.newest("line-3")).toMatchObject({
        text: `@Otto Brandt ${shown(typed)}`,
        notified: [{ handle: "otto" }],
      });
      await postOn(adapter, line3, saying(typed), "effect-2");
      expect(teams.newest("line-3")).toMatchObject({ text: shown(typed), textFormat: "plain", notified: [] });
    });

    /** Line breaks are one character, and what would reorder the line is a space. */
    function shown(typed: string): string {
      return typed.replace("\r\n", "\n").replace("\u202e", " ");
    }
  });

  describe("a message that Teams does not take", () => {
    const cases: readonly { readonly name: string; readonly fault: Fault; readonly expected: DeliveryFailure }[] = [
      {
        name: "too fast, with a word on how long",
        fault: { type: "status", status: 429, retryAfterSeconds: 17 },
        expected: { type: "rateLimited", retryAfterMs: 17_000, scope: "lane" },
      },
      {
        name: "too fast, without",
        fault: { type: "status", status: 429 },
        expected: { type: "rateLimited", retryAfterMs: 2_000, scope: "lane" },
      },
      {
        name: "a precondition failed",
        fault: { type: "status", status: 412, code: "PreconditionFailed" },
        expected: { type: "unavailable", why: "Teams answered 412 PreconditionFailed" },
      },
      {
        name: "a gateway is broken",
        fault: { type: "status", status: 502, code: "BadGateway" },
        expected: { type: "unknown", why: "Teams answered 502 BadGateway" },
      },
      { name: "a gateway gave up waiting", fault: { type: "status", status: 504 }, expected: { type: "unknown" } },
      { name: "the line was cut", fault: { type: "reset" }, expected: { type: "unknown" } },
    ];

    test.each(cases)("says what can be done about it, and is sent once: $name", async ({ fault, expected }) => {
      const { teams, adapter } = bench();
      teams.faults.next("send", fault);
      expect(await failure(postOn(adapter, line3, ping, "effect"))).toEqual(expected);
      expect(teams.messages("line-3")).toHaveLength(1);
    });

    test("may have been said when no answer comes", async () => {
      const { teams, adapter } = await impatient();
      teams.faults.next("send", { type: "silence" });
      expect(await failure(postOn(adapter, line3, ping, "effect"))).toEqual({ type: "unknown" });
      expect(teams.messages("line-3")).toHaveLength(2);
    });

    test("was certainly not said when Referee cannot sign in", async () => {
      const { teams, adapter } = bench();
      await postOn(adapter, line3, ping, "effect-1");
      teams.clock.advance(3_600_000);
      teams.faults.next("token", { type: "status", status: 500 });
      const why = "Referee could not sign in to Teams";
      expect(await failure(postOn(adapter, line3, ping, "effect-2"))).toEqual({ type: "unavailable", why });
    });

    test("cannot reach somebody who blocked Referee", async () => {
      const { teams, adapter } = bench();
      await postOn(adapter, chatWith("otto"), ping, "effect-1");
      teams.world.blocked.add("otto");
      const why = "Teams answered 403 MessageWritesBlocked";
      expect(await failure(postOn(adapter, chatWith("otto"), ping, "effect-2"))).toEqual({ type: "unreachable", why });
    });

    test("cannot reach a channel that is gone, or one Referee was never let into", async () => {
      const { teams, adapter } = bench();
      expect(
        await failure(postOn(adapter, { ...line3, conversation: "19:gone@thread.tacv2" }, ping, "effect")),
      ).toMatchObject({
        type: "unreachable",
      });
      teams.world.installed.delete("19:it-security@thread.tacv2");
      expect(
        await failure(postOn(adapter, { ...line3, conversation: "19:it-security@thread.tacv2" }, ping, "effect")),
      ).toMatchObject({ type: "unreachable", why: "Teams answered 403 BotNotInConversationRoster" });
    });

    test("is held back by the real windows: eight in one second are one too many", async () => {
      const { teams, adapter } = bench();
      teams.clock.advance(60_000);
      for (let sent = 0; sent < 7; sent++) await postOn(adapter, line3, ping, `effect-${sent}`);
      expect(await failure(postOn(adapter, line3, ping, "effect-8"))).toMatchObject({
        type: "rateLimited",
        scope: "lane",
      });
      teams.clock.advance(2_000);
      await postOn(adapter, line3, ping, "effect-8");
      expect(teams.messages("line-3")).toHaveLength(1 + 8);
    });

    test("is held back by cards that changed there: they count as messages, and Referee's pacing knows", async () => {
      const { teams, adapter } = bench();
      teams.clock.advance(60_000);
      const posted = await postOn(adapter, line3, ping, "effect");
      for (let changed = 0; changed < 6; changed++) await adapter.update(posted, ping);
      expect(await failure(postOn(adapter, line3, ping, "effect-2"))).toMatchObject({
        type: "rateLimited",
        scope: "lane",
      });
      expect(adapter.pacing).toMatchObject({ conversation: { capacity: 7 }, updatesLeave: 2 });
    });

    test("never is too large: a card is cut before Teams would refuse it", async () => {
      const { teams, adapter } = bench();
      const text = "Line 3 stands since the update. ".repeat(20_000);
      const blocks = [{ type: "text" as const, text, tone: "plain" as const }];
      await postOn(adapter, line3, { text, card: { ...card, blocks }, mention: [named(accountOf("otto"))] }, "effect");
      expect(textsIn(teams.newest("line-3").card).at(-1)).toMatch(/…$/);
    });
  });

  const full = Array.from({ length: 8 }, () => ({ type: "text", text: "é".repeat(4_000), tone: "plain" }) as const);

  test.each([
    { name: "without a card", blocks: null, text: '"'.repeat(50_000) },
    { name: "beside a card", blocks: [], text: '"'.repeat(50_000) },
    { name: "beside a card that is full itself", blocks: full, text: "é".repeat(50_000) },
  ])("a message fits, however much of it has to be escaped: $name", async ({ blocks, text }) => {
    const { teams, adapter } = bench();
    await teams.as("sina").installs("line-3");
    const whole = blocks === null ? null : { ...card, blocks };
    await postOn(adapter, line3, { text, card: whole, mention: [named(accountOf("otto"))] }, "effect");
    expect(teams.newest("line-3").notified).toMatchObject([{ handle: "otto" }]);
  });

  describe("somebody of another tenant that may ask", () => {
    test("is told in their own chat there what is for them alone", async () => {
      const { teams, answers, stop } = await openBench({ tenant: guidFor("home"), tenants: [guidFor("tenant")] });
      answers({ type: "private", text: "Type passwords nowhere. Please change this one." });
      await teams.as("sina").says("line-3", "<at>Referee</at> my password is hunter2");
      const told = teams.messages("sina").map(({ text }) => text);
      await stop();
      expect(told).toEqual(["Type passwords nowhere. Please change this one."]);
    });
  });

  describe("Referee in a tenant where it was never installed", () => {
    test("has nobody to speak to, and says so", async () => {
      const { teams } = bench();
      const adapter = await createTeamsAdapter({
        ...optionsFor(teams, () => undefined),
        transport,
        references: memoryReferences(),
      });
      expect(await failure(postOn(adapter, line3, ping, "effect"))).toEqual({
        type: "unreachable",
        why: "Referee has not been installed in this Teams tenant yet",
      });
    });
  });
});
