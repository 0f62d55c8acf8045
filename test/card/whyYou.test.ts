import { requestCard } from "../../src/card/requestCard.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { Place } from "../../src/request/place.ts";
import { asked, karin, monday, ole, open, otto, press, stepOf } from "../request/scene.ts";
import { type Walk, wokenUntil } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");

/** Why the step is whose it is, as one reads it there. */
function whyYou(walk: Walk, place: Place): string | undefined {
  const { blocks } = requestCard(request, open(walk), place, walk.world);
  return blocks.flatMap((block) => (block.type === "text" && block.text.startsWith("Why you") ? [block.text] : []))[0];
}

function placeOf(walk: Walk, conversation: string | null): Place {
  const found = [...open(walk).places.values()].find(({ name }) => name === "owner");
  if (found === undefined) throw new Error("Nobody is asked");
  return conversation === null ? found : { ...found, spot: { ...found.spot, adapter: "web", conversation } };
}

describe("why it is with you", () => {
  // Otto was asked first, then Ole as backup and Karin as lead.
  const allAsked = wokenUntil(asked(), monday("12:30"));

  test("is said to each by their own reason, where they alone read it", () => {
    const step = stepOf(allAsked, "owner");
    expect("ball" in step && step.ball.pings.map(({ people }) => people)).toEqual([[otto], [ole], [karin]]);
    expect(whyYou(allAsked, placeOf(allAsked, "otto"))).toContain("on call: weekly rota");
    expect(whyYou(allAsked, placeOf(allAsked, "ole"))).toMatch(/backup of OT controls$/);
    expect(whyYou(allAsked, placeOf(allAsked, "karin"))).toMatch(/lead of OT controls$/);
  });

  test("is said to all by name in their team's channel", () => {
    expect(whyYou(allAsked, placeOf(allAsked, null))).toMatch(
      /Otto: on call: weekly rota.*; Ole: backup of OT controls; Karin: lead of OT controls$/,
    );
  });

  test("is the reason of whoever has it, once somebody has", () => {
    const taken = press(allAsked, "owner", ole, monday("12:35"), { type: "take" });
    expect(whyYou(taken, placeOf(taken, null))).toMatch(/backup of OT controls$/);
    expect(whyYou(taken, placeOf(taken, null))).not.toContain("Karin");
  });

  test("names who handed it over, and no id", () => {
    const handed = press(asked(), "owner", otto, monday("10:10"), { type: "handOver", to: ole });
    expect(whyYou(handed, placeOf(handed, "ole"))).toMatch(/handed over by Otto Brandt$/);
  });
});
