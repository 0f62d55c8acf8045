import { AccountId } from "../../src/plant/ids.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { bundled } from "../../src/referee/bundle.ts";
import type { Owed } from "../../src/referee/speech.ts";
import { placeId, StreamId } from "../../src/store/types.ts";
import type { Say } from "../../src/work/types.ts";
import { demo } from "../request/scene.ts";
import { named } from "../support/named.ts";

const otto = AccountId.parse("slack:U0OTTO");
const ole = AccountId.parse("slack:U0OLE");
const place = (number: number) => placeId(StreamId.parse(`req_00000000000${number}`), "owner");
const noLink = async () => null;

/** A ping about one request, in the thread of its card. */
function ping(
  number: number,
  { to = otto, line = `HAM-${number} Open a port, due Mon 17:00` as string | null, plant = demo } = {},
): Owed {
  return { say: post(`ping-${number}`, number, to), line: line === null ? null : { text: line, plant } };
}

function post(effect: string, number: number, to: AccountId): Extract<Say, { type: "post" }> {
  return {
    type: "post",
    effect,
    spot: { adapter: "slack", conversation: "C0OT", thread: `17.${number}` },
    message: { text: `about ${number}`, card: null, mention: [named(to)] },
    covers: [{ place: place(number), cursor: 7, shown: null, card: false }],
  };
}

function update(number: number): Owed {
  const posted = { adapter: "slack", conversation: "C0OT", thread: null, message: `17.${number}` } as const;
  const message = { text: "card", card: null, mention: [] };
  return {
    say: { type: "update", posted, message, covers: [{ place: place(number), cursor: 7, shown: null }] },
    line: null,
  };
}

const texts = (says: readonly Say[]) => says.map((say) => (say.type === "skip" ? "skip" : say.message.text));

describe("pings due in one lane", () => {
  test("come as one message when they call the same people for several requests", async () => {
    const says = await bundled([[ping(1), update(1)], [ping(2)], [ping(3)]], noLink);
    expect(texts(says)).toEqual(["Please look at these:", "card"]);
    const [all] = says;
    expect(all).toMatchObject({
      spot: { conversation: "C0OT", thread: null },
      message: {
        mention: [named(otto)],
        card: {
          title: "3 requests wait for you",
          blocks: [{ items: [{ text: "HAM-1 Open a port, due Mon 17:00" }, {}, {}] }],
        },
      },
    });
    expect(all?.covers.map((cover) => cover.place)).toEqual([place(1), place(2), place(3)]);
  });

  test("lead to each request's thread, where the platform has addresses", async () => {
    const [all] = await bundled([[ping(1)], [ping(2)]], async (of) => `https://slack.example/${of}`);
    expect(all).toMatchObject({
      message: { card: { blocks: [{ items: [{ actions: [{ url: `https://slack.example/${place(1)}` }] }, {}] }] } },
    });
  });

  test("are said in the language of the place where they are read", async () => {
    const plant = readIn(demo, "de");
    const [all] = await bundled(
      [[ping(1, { plant })], [ping(2, { plant })]],
      async (of) => `https://slack.example/${of}`,
    );
    expect(all).toMatchObject({
      message: {
        text: "Bitte ansehen:",
        card: { title: "2 Anfragen warten auf Sie", blocks: [{ title: "Jede hat hier ihre eigene Karte:" }] },
      },
    });
  });

  test("are listed with new cards for the same people, which then call nobody themselves", async () => {
    const card = (number: number): Owed => {
      const said = post(`card-${number}`, number, otto);
      return {
        say: { ...said, covers: said.covers.map((cover) => ({ ...cover, card: true })) },
        line: { text: `HAM-${number}`, plant: demo },
      };
    };
    const [all, ...cards] = await bundled([[ping(1)], [card(2)], [card(3)]], noLink);
    expect(all).toMatchObject({ message: { mention: [named(otto)] }, lists: [place(2), place(3)] });
    expect(all?.covers.map((cover) => cover.place)).toEqual([place(1)]);
    expect(cards).toMatchObject([
      { effect: "card-2", message: { mention: [] } },
      { effect: "card-3", message: { mention: [] } },
    ]);
    expect(await bundled([[card(2)]], noLink)).toMatchObject([
      { effect: "card-2", message: { mention: [named(otto)] } },
    ]);
  });

  test("stay apart when they call different people", async () => {
    expect(texts(await bundled([[ping(1)], [ping(2, { to: ole })]], noLink))).toEqual(["about 1", "about 2"]);
  });

  test("stay in their threads when they answer something there", async () => {
    expect(texts(await bundled([[ping(1, { line: null })], [ping(2, { line: null })]], noLink))).toEqual([
      "about 1",
      "about 2",
    ]);
  });

  test("keep their order when a request owes more than one: nothing is passed over", async () => {
    const says = await bundled([[ping(1, { line: null }), ping(1)], [ping(2)]], noLink);
    expect(texts(says)).toEqual(["about 1", "about 1", "about 2"]);
  });

  test("have the same name when they are planned again after a crash, and another when there are more", async () => {
    const named = async (...numbers: number[]) => {
      const [say] = await bundled(
        numbers.map((number) => [ping(number)]),
        noLink,
      );
      return say?.type === "post" ? say.effect : null;
    };
    expect(await named(1, 2)).toBe(await named(1, 2));
    expect(await named(1, 2)).not.toBe(await named(1, 2, 3));
  });
});
