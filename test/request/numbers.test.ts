import { otherPhones, phones, phonesForOps } from "../../src/card/lines/phones.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import { type Place, PlaceName, type PlaceRole } from "../../src/request/place.ts";
import type { Open } from "../../src/request/state.ts";
import { called, monday, open } from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const walk = called(monday("10:00"));
const { plant } = walk.world;
const guest = AccountId.parse("web:nobody-known");

/** Who reads in a conversation of the demo plant, and whether all of them are known to be its own people. */
const conversations = [
  { conversation: "otto", ours: true, why: "a chat with one of the plant's people" },
  { conversation: "ot-controls", ours: true, why: "the channel of a team" },
  { conversation: "line-3", ours: true, why: "the channel of a line" },
  { conversation: "ops", ours: true, why: "the channel of Ops" },
  { conversation: "elena", ours: false, why: "a chat with somebody of a vendor" },
  { conversation: "packtec", ours: false, why: "the channel of a vendor" },
  { conversation: "nobody-known", ours: false, why: "a chat with an account nobody knows" },
  { conversation: "shared-with-packtec", ours: false, why: "a channel the plant file does not name" },
] as const;

const [first] = [...open(walk).steps.keys()];
if (first === undefined) throw new Error("A call has a step");

const roles: readonly PlaceRole[] = [{ type: "requester" }, { type: "step", step: first }, { type: "ops" }];

function placeIn(conversation: string, role: PlaceRole): Place {
  const name = PlaceName.parse("tried");
  const spot = { adapter: "web", conversation, thread: null } as const;
  return { name, spot, role, openedAt: monday("10:00"), left: false, lost: false };
}

const at = (place: Place): Open => ({ ...open(walk), places: new Map([[place.name, place]]) });

const drawn = (state: Open, place: Place) =>
  JSON.stringify([
    requestCard(request, state, place, walk.world),
    phones(state, place, plant),
    otherPhones(state, place, plant),
    phonesForOps(state, place, plant),
  ]);

describe.each(conversations)("in $why", ({ conversation, ours }) => {
  test.each(roles)(`numbers of people are ${ours ? "" : "not "}shown on the card for %j`, (role) => {
    const place = placeIn(conversation, role);
    const card = drawn(at(place), place);
    expect(card.includes("Phone: ")).toBe(ours);
    expect(card.includes("+49")).toBe(ours);
    expect(card.includes("In danger, call 112 first.")).toBe(!ours);
  });

  test("none is shown once somebody who is none of the plant's people asked there, or waits there for the same", () => {
    const place = placeIn(conversation, { type: "step", step: first });
    const joined = placeIn(conversation, { type: "joined", by: guest, name: "Nadia Novak", asSponsor: false });
    const asked = { ...open(walk).asked, requester: guest, requesterName: "Nadia Novak" };
    const theirs = placeIn(conversation, { type: "requester" });
    const beside = (other: Place) =>
      new Map([
        [place.name, place],
        [PlaceName.parse("beside"), other],
      ]);
    expect(drawn({ ...at(place), places: beside(joined) }, place)).not.toMatch(/Phone: |\+49/);
    expect(drawn({ ...at(place), asked, places: beside(theirs) }, place)).not.toMatch(/Phone: |\+49/);
  });
});
