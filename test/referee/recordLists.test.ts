import { readHomeAction } from "../../src/card/home/homeAction.ts";
import { recordPage } from "../../src/referee/recordLists.ts";
import { asked, demo, monday } from "../request/scene.ts";
import { aStream } from "../support/errand.ts";

const stream = aStream();

/** A page of what is open, where so much is: how many requests stand on it, what its last line says, and where that leads. */
async function page(all: number, from: number) {
  const options = {
    store: {
      list: async (_: string, { limit }: { readonly limit: number }) =>
        Array.from({ length: Math.min(all, limit) }, (_each, score) => ({ stream, score })),
      count: async () => all,
    },
    requests: {
      load: async () => {
        const { events, state } = asked();
        return { events, state, now: monday("11:00"), position: { version: events.length, head: stream } };
      },
    },
    linkTo: async () => null,
  };
  const card = await recordPage(options, { of: "open" }, from, demo, monday("11:00"));
  const items = card.blocks.flatMap((block) => (block.type === "list" ? block.items : []));
  const more = items.find(({ text }) => !text.includes("HAM-1"));
  const next = more?.actions.flatMap((action) => (action.type === "press" ? [action.value.split("|").at(-1)] : []));
  return { requests: items.filter(({ text }) => text.includes("HAM-1")).length, says: more?.text ?? null, next };
}

describe("a page of a list of the record", () => {
  test.each([
    ["the first", 25, 0, { requests: 10, says: "and 15 more", next: ["10"] }],
    ["the last", 25, 20, { requests: 5, says: null }],
    ["of which less is left than when its button was made, from the beginning", 25, 30, { requests: 10, next: ["10"] }],
    ["that nobody was offered, from the beginning", 25, 999_999, { requests: 10, next: ["10"] }],
    ["that nobody was offered, in a long list", 5_000, 999_999, { requests: 10, next: ["10"] }],
    ["far on", 5_000, 1_990, { requests: 10, says: "and 3000 more", next: ["2000"] }],
    ["the farthest, which leads nowhere", 5_000, 2_000, { requests: 10, says: "and 2990 more", next: [] }],
  ] as const)("%s", async (_, all, from, shows) => {
    expect(await page(all, from)).toMatchObject(shows);
  });

  test("is of nothing that cannot be called so", () => {
    expect(readHomeAction("h1|list|team|ot-controls|0")).not.toBeNull();
    for (const id of ["-", "-a", "a".repeat(60)])
      for (const of of ["team", "asset", "line"])
        expect([id, readHomeAction(`h1|list|${of}|${id}|0`)]).toEqual([id, null]);
  });
});
