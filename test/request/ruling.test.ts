import { pingFor } from "../../src/card/pings/pings.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { type PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import type { CommandOf } from "../../src/request/commands.ts";
import { RequestId } from "../../src/request/ids.ts";
import { OPS_PLACE } from "../../src/request/place.ts";
import { then, type Walk } from "../workflow/walk.ts";
import {
  approve,
  asked,
  demo,
  last,
  monday,
  olga,
  open,
  otto,
  paula,
  piet,
  press,
  refusal,
  stepOf,
  typesSince,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const SCADA = TeamId.parse("ot-scada");
const ASSET = [...demo.assets.keys()].find((id) => id === "plc-12");
if (ASSET === undefined) throw new Error("The demo plant has PLC-12");
const plc12 = ASSET;

const rule = { type: "rule", team: SCADA, reason: "they commissioned it" } as const;
const disputed = () => press(asked(), "owner", otto, monday("10:10"), { type: "notMine", whose: null, reason: "" });
const ruled = (walk = disputed()) => remembered(press(walk, "owner", paula, monday("10:20"), rule));

/** The plant after it was told of what Ops ruled, or took back. */
function remembered(walk: Walk): Walk {
  const plant = walk.events.reduce<Plant>((now, event) => {
    if (event.type === "OwnerRuled" && event.asset !== null)
      return applyPlantEvents(now, [{ ...event, asset: event.asset }]);
    if (event.type !== "RulingUndone") return now;
    const { ruledAt, reason, by, at } = event;
    return applyPlantEvents(
      now,
      event.assets.map((asset) => ({ type: "RulingLifted", asset, ruledAt, reason, by, at }) as const),
    );
  }, demo);
  return { ...walk, world: { ...walk.world, plant } };
}

function undoing(walk: Walk, by: PersonId = piet, at = monday("10:40")): CommandOf<"undoRuling"> {
  return { type: "undoRuling", ruledAt: last(walk, "OwnerRuled").at, reason: "it was handed over", by, at, name: by };
}

/** Ops take it back, the plant forgets it, and looks at its open requests. */
function undone(walk: Walk): Walk {
  const after = remembered(then(walk, undoing(walk)));
  return then(after, { type: "revisit", by: "referee:rules", at: monday("10:41"), name: "Referee" });
}

function cardFor(walk: Walk, name: string): string {
  const { state, world } = walk;
  if (state.status !== "open" && state.status !== "closed") throw new Error("It was not sent");
  const place = [...state.places.values()].findLast(
    (each) => !each.left && (each.name === name || (each.role.type === "step" && each.role.step === name)),
  );
  if (place === undefined) throw new Error(`Nothing is shown at ${name}`);
  return JSON.stringify(requestCard(request, state, place, world));
}

describe("a ruling of Ops on whose an asset is", () => {
  test("says that it is remembered, for what and until when, to Ops and to whoever has it now", () => {
    for (const place of [OPS_PLACE, "owner"])
      expect(cardFor(ruled(), place)).toContain(
        "Paula Stein ruled, Mon 10:20, that OT SCADA owns PLC-12: “they commissioned it”. It is remembered and holds for every later request, until Ops take it back or rule otherwise.",
      );
  });

  test("says so before Ops rule, in the form", () => {
    const { id, ask } = stepOf(disputed(), "owner");
    const form = formOf(
      { verb: "rule", request, step: id, ask, arg: "" },
      disputed().state,
      disputed().world,
      monday("10:15"),
    );
    expect(form?.intro).toContain("It is remembered for PLC-12");
  });

  test("leaves what was decided or taken on other requests, and tells whoever is asked instead why", () => {
    const { world } = ruled();
    const look = (walk: Walk) =>
      then(
        { ...walk, world: { ...walk.world, plant: world.plant } },
        { type: "revisit", by: "referee:rules", at: monday("10:30"), name: "Referee" },
      );
    const decided = look(approve(asked(), "owner", otto, monday("10:05")));
    expect(stepOf(decided, "owner")).toMatchObject({ status: "settled", verdict: { type: "approved", by: otto } });
    const taken = look(press(asked(), "owner", otto, monday("10:05"), { type: "take" }));
    expect(stepOf(taken, "owner")).toMatchObject({
      status: "open",
      ball: { takenBy: otto, party: { team: "ot-controls" } },
    });
    const untaken = look(asked());
    expect(stepOf(untaken, "owner")).toMatchObject({
      status: "open",
      ball: { party: { team: "ot-scada" }, because: expect.stringContaining("they commissioned it") },
    });
    expect(typesSince(asked(), untaken)).toContain("PlaceLeft");
  });
});

describe("a ruling that Ops took back, and one from before", () => {
  const later = { ...rule, team: TeamId.parse("it-servers") };
  /** Another request on the same machine is ruled on, and that is taken back. */
  const plant = [
    { type: "OwnerRuled", asset: plc12, team: later.team, reason: "", by: paula, at: monday("11:00") } as const,
    {
      type: "RulingLifted",
      asset: plc12,
      ruledAt: monday("11:00"),
      reason: "",
      by: paula,
      at: monday("11:10"),
    } as const,
  ].reduce<Plant>((now, event) => applyPlantEvents(now, [event]), ruled().world.plant);
  const walk = { ...ruled(), world: { ...ruled().world, plant } };

  test("is said on no card any more to hold", () => {
    expect(plant.assets.get(plc12)?.owner).toBe("ot-controls");
    expect(cardFor(walk, OPS_PLACE)).not.toContain("holds for every later request");
    expect(refusal(walk, undoing(walk)).code).toBe("OUTDATED");
  });
});

describe("a ruling that Ops take back", () => {
  test("gives it back to whom the plant file names, while nobody has it in hand", () => {
    const walk = undone(ruled());
    expect(stepOf(walk, "owner")).toMatchObject({ status: "open", ball: { party: { team: "ot-controls" } } });
    expect(walk.world.plant.assets.get(plc12)?.owner).toBe("ot-controls");
  });

  test("leaves it with whoever has it in hand, and what was decided", () => {
    const ball = stepOf(ruled(), "owner");
    const karin = ball.status === "open" ? ball.ball.pings[0]?.people[0] : undefined;
    if (karin === undefined) throw new Error("Somebody is asked");
    const taken = undone(press(ruled(), "owner", karin, monday("10:30"), { type: "take" }));
    expect(stepOf(taken, "owner")).toMatchObject({ ball: { takenBy: karin, party: { team: "ot-scada" } } });
    const walk = undone(approve(ruled(), "owner", karin, monday("10:30")));
    expect(stepOf(walk, "owner")).toMatchObject({ status: "settled", verdict: { by: karin } });
    const place = [...open(walk).places.values()].findLast(({ role }) => role.type === "step" && role.step === "owner");
    if (place === undefined) throw new Error("It is shown to them");
    const ping = pingFor(last(walk, "RulingUndone"), { request, state: open(walk), place, world: walk.world });
    expect(ping?.text).toContain(
      "Piet Jansen took back the ruling that OT SCADA owns PLC-12: “it was handed over”. From now on the plant file counts. What you decided stays.",
    );
  });

  test("is taken back once, also of what is over by then", () => {
    const command = undoing(ruled());
    const once = then(ruled(), command);
    expect(typesSince(once, then(once, command))).toEqual([]);
    const over = then(ruled(), { type: "withdraw", reason: "", by: olga, at: monday("10:30"), name: "Olga" });
    expect(cardFor(over, OPS_PLACE)).toContain("Take the ruling back…");
    const after = remembered(then(over, undoing(over)));
    expect(after.world.plant.rulings.size).toBe(0);
    expect(cardFor(after, OPS_PLACE)).not.toContain("Take the ruling back");
  });

  test("is Ops' to take back, and not of whoever asked", () => {
    expect(refusal(ruled(), undoing(ruled(), otto)).code).toBe("NOT_ALLOWED");
    expect(refusal(ruled(), { ...undoing(ruled()), reason: " " }).code).toBe("REASON_MISSING");
    const own = press(asked({ by: paula }), "owner", otto, monday("10:10"), {
      type: "notMine",
      whose: null,
      reason: "",
    });
    const byPiet = remembered(press(own, "owner", piet, monday("10:20"), rule));
    expect(refusal(byPiet, undoing(byPiet, paula)).code).toBe("OWN_REQUEST");
  });

  test("is not taken back once Ops ruled otherwise", () => {
    const later = press(asked(), "owner", paula, monday("10:30"), { ...rule, team: TeamId.parse("mes-admins") });
    const walk = { ...ruled(), world: { ...ruled().world, plant: remembered(later).world.plant } };
    expect(refusal(walk, undoing(walk)).message).toBe("Ops have ruled otherwise since. Nothing was changed.");
  });
});
