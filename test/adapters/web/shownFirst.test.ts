import fc from "fast-check";
import { Chat } from "../../../adapters/web/chat.ts";
import type { ChatMessage, Entry } from "../../../adapters/web/entry.ts";
import { LocalId } from "../../../adapters/web/localId.ts";
import { shownBefore, shownFirst, THREADS_AT_ONCE, threadOf } from "../../../adapters/web/shownFirst.ts";
import { Snapshot } from "../../../adapters/web/wire.ts";

const LINE = LocalId.parse("web:line-3");
const OPS = LocalId.parse("web:ops");

function wrote(number: number, { thread = null, in: conversation = LINE }: Partial<Where> = {}): Entry {
  const card = { type: "AdaptiveCard", body: [{ type: "TextBlock", text: `card ${number}` }] };
  return {
    type: "Wrote",
    id: `m${number}`,
    at: number,
    conversation,
    thread,
    author: "referee",
    text: "",
    card,
    mention: [],
    effect: null,
    to: null,
    source: null,
  };
}

type Where = { readonly thread: string | null; readonly in: LocalId };

function chatOf(entries: readonly Entry[]): Chat {
  const chat = new Chat();
  for (const entry of entries) chat.apply(entry);
  return chat;
}

function numbers(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index + 1);
}

const idsOf = (messages: readonly ChatMessage[]) => messages.map(({ id }) => id);

/** What somebody reads who looks back until there is nothing more. */
function readWhole(chat: Chat, conversation: LocalId): readonly string[] {
  const first = shownFirst(chat);
  const page = Chat.of(first.messages, first.count);
  let before = first.earlier.find((more) => more.conversation === conversation)?.before ?? null;
  while (before !== null) {
    const earlier = shownBefore(chat, conversation, before);
    page.add(earlier.messages);
    before = earlier.before;
  }
  return idsOf(page.messages().filter((message) => message.conversation === conversation));
}

describe("a page that opens", () => {
  test("is shown a few of each conversation, however long the chat has gone on", () => {
    const chat = chatOf(numbers(4_000).map((number) => wrote(number, { in: number % 2 === 0 ? LINE : OPS })));
    const { messages, earlier, count } = shownFirst(chat);
    expect(messages).toHaveLength(2 * THREADS_AT_ONCE);
    expect(messages.at(-1)?.id).toBe("m4000");
    expect(earlier.map(({ conversation }) => conversation).sort()).toEqual([LINE, OPS]);
    expect(count).toBe(4_000);
  });

  test("is shown a reply to what began long ago, with what it answers", () => {
    const chat = chatOf([...numbers(100).map((number) => wrote(number)), wrote(101, { thread: "m1" })]);
    const ids = idsOf(shownFirst(chat).messages);
    expect(ids[0]).toBe("m1");
    expect(ids.at(-1)).toBe("m101");
  });

  test("takes in what is edited afterwards, also where it has not seen the message", () => {
    const chat = chatOf(numbers(60).map((number) => wrote(number)));
    const { messages, count } = shownFirst(chat);
    const page = Chat.of(messages, count);
    const edit = (id: string): Entry => ({ type: "Edited", id, at: 99, text: "newer", mention: [], card: null });
    expect(page.apply(edit("m1"))).toBe(false);
    expect(page.apply(edit("m60"))).toBe(true);
    expect(page.message("m60")).toMatchObject({ text: "newer", card: null });
    expect(page.count).toBe(62);
  });

  test("is told nothing that it cannot read", () => {
    const shown = shownFirst(chatOf(numbers(40).map((number) => wrote(number))));
    expect(Snapshot.parse(JSON.parse(JSON.stringify(shown)))).toEqual(shown);
  });
});

describe("who looks back", () => {
  test("comes to every message that began something, once and in order", () => {
    const replies = fc.array(fc.option(fc.nat({ max: 200 }), { nil: null }), { maxLength: 200 });
    fc.assert(
      fc.property(replies, (answered) => {
        const entries = answered.map((to, index) =>
          wrote(index + 1, { thread: to !== null && to <= index && to > 0 ? rootOf(answered, to) : null }),
        );
        const chat = chatOf(entries);
        expect(readWhole(chat, LINE)).toEqual(idsOf(chat.messages()));
      }),
    );
  });

  test("finds the thread a link leads to, wherever it stands", () => {
    const chat = chatOf([...numbers(90).map((number) => wrote(number)), wrote(91, { thread: "m2" })]);
    expect(idsOf(threadOf(chat, "m2"))).toEqual(["m2", "m91"]);
    expect(idsOf(threadOf(chat, "m91"))).toEqual(["m2", "m91"]);
    expect(threadOf(chat, "gone")).toEqual([]);
  });
});

/** The message that began the thread in which message `number` stands. */
function rootOf(answered: readonly (number | null)[], number: number): string {
  const to = answered[number - 1] ?? null;
  return to !== null && to > 0 && to < number ? rootOf(answered, to) : `m${number}`;
}
