import { createNameCard } from "../../src/referee/nameCard.ts";
import { RequestId } from "../../src/request/ids.ts";
import { asked, monday, open } from "../request/scene.ts";

const request = RequestId.parse("req_0123456789ab");

/** Which places of a request a pressed message may be the card of. */
async function named(pressedAt: { readonly conversation: string; readonly thread: string | null }, message: string) {
  const { events, state } = asked();
  const position = { version: events.length, head: request };
  const named: string[] = [];
  const nameCard = createNameCard(
    { load: async () => ({ events, state, now: monday("11:00"), position }) },
    async (_, places) => void named.push(...places.map((place) => place.split(".").at(-1) ?? "")),
  );
  await nameCard.pressed(request, { adapter: "web", ...pressedAt }, message);
  return named;
}

test("a pressed message may be the card of a place in its thread, or that it begins, and of no other in that conversation", async () => {
  const spots = [...open(asked()).places.values()].map(({ name, spot }) => [name, spot.conversation, spot.thread]);
  expect(spots).toContainEqual(["requester", "line-3", "1"]);
  expect(spots).toContainEqual(["owner", "ot-controls", null]);
  expect(await named({ conversation: "line-3", thread: "1" }, "7")).toEqual(["requester"]);
  expect(await named({ conversation: "line-3", thread: "2" }, "7")).toEqual([]);
  expect(await named({ conversation: "ot-controls", thread: "7" }, "7")).toEqual(["owner"]);
  expect(await named({ conversation: "ot-controls", thread: "6" }, "7")).toEqual([]);
  expect(await named({ conversation: "ot-controls", thread: null }, "7")).toEqual(["owner"]);
});
