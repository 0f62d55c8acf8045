import {
  type AccountId,
  type Adapter,
  type Answer,
  type Card,
  DeliveryError,
  type Inbound,
  type Message,
  type Posted,
  type Spot,
} from "../../src/index.ts";
import { named } from "../support/named.ts";
import { postOn } from "../support/postOn.ts";
import { approverCard, denyForm } from "./cards.ts";

/** A card as somebody sees it now. */
export type SeenCard = { readonly text: string; readonly buttons: readonly string[] };

/**
 * What an adapter's test offers so that the contract can be checked on it: a started adapter on a platform with two
 * people who share a conversation, and hands and eyes for them. Everything goes the way it goes on the platform.
 */
export type Platform = {
  readonly adapter: Adapter;
  /** What `receive` was given so far. */
  readonly inbound: readonly Inbound[];
  /** What `receive` resolves with next; an error is thrown. With none left: nothing. */
  answerNext(...answers: readonly (Answer | Error)[]): void;
  /** What `show` gives from now on. Absent where everybody sees the same card. */
  shows?(message: Message): void;
  readonly asker: AccountId;
  readonly owner: AccountId;
  /** A conversation both people are in. */
  readonly shared: Spot;
  /** A conversation Referee cannot write in. */
  readonly closed: Spot;
  /** Writes to Referee in the shared conversation; resolves when the platform was answered. */
  says(account: AccountId, text: string): Promise<void>;
  /** Has the platform send the last message again, as it does when it was not answered. */
  repeats(): Promise<void>;
  /** Presses a button by its label. Resolves with whether the platform was told that it was recorded. */
  presses(account: AccountId, posted: Posted, label: string): Promise<boolean>;
  /** The title of the form in front of them and the words beside its inputs, or null. */
  form(account: AccountId): Promise<{ readonly title: string; readonly errors: readonly string[] } | null>;
  fills(account: AccountId, values: Readonly<Record<string, string>>): Promise<void>;
  /** What stands there now, or null when it was taken back. */
  sees(posted: Posted): Promise<SeenCard | null>;
  /** Lines only this person sees. */
  whispers(account: AccountId): Promise<readonly string[]>;
  /** Everything said in the thread where the asker wrote last. */
  lastThread(): Promise<readonly string[]>;
  /** Ids of those the message notified, and addresses its words lead to. */
  effects(posted: Posted): Promise<{ readonly notified: readonly string[]; readonly links: readonly string[] }>;
  stop(): Promise<void>;
};

const words = (text: string): Message => ({ text, card: null, mention: [] });
const call: Message = { text: "Your call", card: approverCard, mention: [] };

/** What not every platform can do: look up what was said, and take it back. */
export type Abilities = { readonly find: boolean; readonly remove: boolean };

type Open = () => Platform;

const post = (platform: Platform, message: Message, effect = "HAM-142/1") =>
  postOn(platform.adapter, platform.shared, message, effect);

/** What every adapter must do, whatever the platform. Call once per adapter. */
export function adapterContract(name: string, open: () => Promise<Platform>, can: Abilities): void {
  let opened: Platform | null = null;
  const platform = () => {
    if (opened === null) throw new Error("the platform is open only while a test runs");
    return opened;
  };
  describe(`adapter contract: ${name}`, () => {
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened?.stop();
      opened = null;
    });
    describe("hearing", () => hearing(platform));
    describe("answering", () => answering(platform));
    describe("speaking", () => speaking(platform, can));
    describe("stopping", () => stopping(platform));
  });
}

function hearing(platform: Open): void {
  test("a message reaches the core once recorded, with who said it, what, and where to answer", async () => {
    await platform().says(platform().asker, "open port 502 <to> PLC-12 & back");
    expect(platform().inbound[0]).toMatchObject({
      type: "said",
      account: platform().asker,
      text: "open port 502 <to> PLC-12 & back",
      spot: { conversation: platform().shared.conversation },
    });
  });

  test("a message sent again by the platform has the same id", async () => {
    platform().answerNext(new Error("not recorded"));
    await platform().says(platform().asker, "open port 502");
    await platform().repeats();
    expect(platform().inbound.length).toBeGreaterThan(1);
    expect(new Set(platform().inbound.map(({ id }) => id)).size).toBe(1);
  });

  test("a press reaches the core from those whose buttons a card has, whoever else sees them", async () => {
    const { owner } = platform();
    const theirs: Message = { ...call, audience: { view: "req_9f2c41ab7d03.owner", actors: [owner] } };
    platform().shows?.(theirs);
    const posted = await post(platform(), theirs);
    expect(await platform().presses(owner, posted, "Approve")).toBe(true);
    expect(platform().inbound).toMatchObject([{ type: "pressed", account: owner }]);
  });

  test("two messages have two ids", async () => {
    await platform().says(platform().asker, "open port 502");
    await platform().says(platform().asker, "open port 502");
    expect(new Set(platform().inbound.map(({ id }) => id)).size).toBe(2);
  });

  test("its own messages are not heard", async () => {
    const posted = await post(platform(), call);
    await platform().adapter.update(posted, words("done"));
    await platform().says(platform().asker, "thanks");
    expect(platform().inbound.every(({ account }) => account === platform().asker)).toBe(true);
  });

  test("a press comes with who pressed, and its value untouched", async () => {
    await platform().presses(platform().owner, await post(platform(), call), "Approve");
    expect(platform().inbound.at(-1)).toMatchObject({
      type: "pressed",
      account: platform().owner,
      value: buttonValue("Approve"),
    });
  });

  test("a press that was not recorded is not answered as if it were", async () => {
    const posted = await post(platform(), call);
    platform().answerNext(new Error("Redis is away"));
    expect(await platform().presses(platform().owner, posted, "Approve")).toBe(false);
  });
}

function answering(platform: Open): void {
  test("a reply stands in the thread of the question", async () => {
    platform().answerNext({ type: "reply", message: words("OT controls owns PLC-12.") });
    await platform().says(platform().asker, "who owns PLC-12?");
    expect((await platform().lastThread()).join("\n")).toContain("OT controls owns PLC-12.");
  });

  test("a reply is said once, though the platform delivers the question again", async () => {
    const reply = { type: "reply", message: words("OT controls owns PLC-12.") } as const;
    platform().answerNext(reply, reply, reply);
    await platform().says(platform().asker, "who owns PLC-12?");
    await platform().repeats();
    await platform().repeats();
    const said = (await platform().lastThread()).join("\n").split("OT controls owns PLC-12.");
    expect(said).toHaveLength(2);
  });

  test("a private answer is seen by the person who pressed, and by nobody else", async () => {
    const posted = await post(platform(), call);
    platform().answerNext({ type: "private", text: "The ball is with IT security." });
    await platform().presses(platform().owner, posted, "Approve");
    expect((await platform().whispers(platform().owner)).join("\n")).toContain("The ball is with IT security.");
    expect(await platform().whispers(platform().asker)).toEqual([]);
  });

  test("a form opens on a press, and its answers come back by question", async () => {
    const posted = await post(platform(), call);
    platform().answerNext({ type: "form", form: denyForm });
    await platform().presses(platform().owner, posted, "Deny…");
    expect(await platform().form(platform().owner)).toMatchObject({ title: "Deny HAM-142" });
    await platform().fills(platform().owner, { reason: "no window", instead: "a shorter one", risk: "high" });
    expect(platform().inbound.at(-1)).toMatchObject({
      type: "submitted",
      account: platform().owner,
      value: denyForm.value,
      values: { reason: "no window", instead: "a shorter one", risk: "high" },
    });
  });

  test("a form with something to look at again stays open and says so", async () => {
    const posted = await post(platform(), call);
    platform().answerNext(
      { type: "form", form: denyForm },
      { type: "formErrors", errors: { reason: "Please say why." } },
    );
    await platform().presses(platform().owner, posted, "Deny…");
    await platform().fills(platform().owner, { reason: "x", instead: "y", risk: "low" });
    expect((await platform().form(platform().owner))?.errors).toEqual(["Please say why."]);
  });
}

function speaking(platform: Open, can: Abilities): void {
  test("a card shows its title, key, facts and buttons", async () => {
    const card = await platform().sees(await post(platform(), call));
    expect(card?.text).toContain("Open port 502 to PLC-12");
    expect(card?.text).toContain("HAM-142");
    expect(card?.text).toContain("Historian (level 3)");
    expect(card?.buttons).toEqual(expect.arrayContaining(["Approve", "Approve with limits…", "Deny…"]));
  });

  test("the newest version of a card stands where the older stood", async () => {
    const posted = await post(platform(), call);
    const closed: Card = {
      ...approverCard,
      blocks: [{ type: "text", text: "Approved, not done. Not a work permit.", tone: "plain" }],
    };
    await platform().adapter.update(posted, { ...call, card: closed });
    expect(await platform().sees(posted)).toMatchObject({
      text: expect.stringContaining("Not a work permit."),
      buttons: [],
    });
  });

  test("whoever is mentioned is notified, and nobody is by what somebody typed", async () => {
    const typed =
      "<!channel> <@U0OTTO> @here <at>Otto</at> [Approve](http://evil.example) <http://evil.example|Approve>";
    const quoting: Card = { ...approverCard, blocks: [{ type: "quote", text: typed, by: typed }] };
    const posted = await post(platform(), { text: typed, card: quoting, mention: [named(platform().owner)] });
    expect(await platform().effects(posted)).toEqual({ notified: [platform().owner], links: [] });
  });

  test("an utterance is found by its effect, and only by its own", async () => {
    const posted = await post(platform(), call, "HAM-142/7");
    expect(await platform().adapter.find(platform().shared, "HAM-142/7")).toEqual(can.find ? posted : null);
    expect(await platform().adapter.find(platform().shared, "HAM-142/8")).toBeNull();
  });

  (can.remove ? test : test.skip)("what was said twice can be taken back", async () => {
    const posted = await post(platform(), call);
    await platform().adapter.remove(posted);
    expect(await platform().sees(posted)).toBeNull();
  });

  test("a conversation Referee cannot write in is unreachable, not an accident", async () => {
    const attempt = postOn(platform().adapter, platform().closed, call, "HAM-142/9");
    await expect(attempt).rejects.toBeInstanceOf(DeliveryError);
    await expect(attempt).rejects.toMatchObject({ failure: { type: "unreachable" } });
  });
}

function stopping(platform: Open): void {
  test("it is ready while it runs, and no longer when it was stopped", async () => {
    expect(platform().adapter.ready()).toBe(true);
    await platform().adapter.stop();
    expect(platform().adapter.ready()).toBe(false);
  });
}

function buttonValue(label: string): string | undefined {
  const actions = approverCard.blocks.flatMap((block) =>
    block.type === "actions" ? [...block.actions, ...block.more] : [],
  );
  const found = actions.find((action) => action.label === label);
  return found?.type === "press" ? found.value : undefined;
}
