import type { EpochMs } from "../../src/clock.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { absenceOf } from "../../src/plant/duty/absence.ts";
import { type AccountLinked, type PlantEvent, RulingLifted } from "../../src/plant/events.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { accountOf, personByAccount } from "../../src/plant/person.ts";
import { asset, hamburg, local, monday, person } from "./cast.ts";
import { away, ruled, standIn } from "./said.ts";

const otto = person("otto");
const tuesday = local("2026-11-24T09:00");

describe("an absence", () => {
  test("is replaced by a newer one that overlaps it", () => {
    const plant = applyPlantEvents(hamburg, [
      away("otto", monday("00:00"), local("2026-11-30T00:00")),
      away("otto", monday("00:00"), monday("18:00")),
    ]);
    expect(absenceOf(plant, otto, tuesday)).toBeNull();
    expect(absenceOf(plant, otto, monday("17:59"))).not.toBeNull();
  });

  test("ends when somebody is back, and those planned for later stay", () => {
    const plant = applyPlantEvents(hamburg, [
      away("otto", monday("00:00"), monday("18:00")),
      away("otto", local("2026-11-24T00:00"), local("2026-11-25T00:00")),
      { type: "AbsenceEnded", person: otto, by: otto, at: monday("12:00") },
    ]);
    expect(absenceOf(plant, otto, monday("11:59"))).not.toBeNull();
    expect(absenceOf(plant, otto, monday("12:00"))).toBeNull();
    expect(absenceOf(plant, otto, tuesday)).not.toBeNull();
  });
});

describe("a linked account", () => {
  const account = AccountId.parse("slack:U0OTTO");
  const link = (who: string): AccountLinked => ({
    type: "AccountLinked",
    person: person(who),
    account,
    by: person("karin"),
    at: monday("08:00"),
  });

  test("is the person's from then on", () => {
    const plant = applyPlantEvents(hamburg, [{ ...link("ole"), account: AccountId.parse("teams:29:abc") }]);
    expect(personByAccount(plant, AccountId.parse("teams:29:abc"))?.id).toBe("ole");
    expect(personByAccount(hamburg, AccountId.parse("teams:29:abc"))).toBeNull();
  });

  test("stays whose the plant file says it is, whatever was linked", () => {
    const plant = applyPlantEvents(hamburg, [link("ole")]);
    expect(personByAccount(plant, account)?.id).toBe("otto");
  });

  test("is void once the plant file names another account of that person on the platform", () => {
    const second = AccountId.parse("slack:U0SECOND");
    const plant = applyPlantEvents(hamburg, [{ ...link("otto"), account: second }]);
    expect(personByAccount(plant, second)).toBeNull();
  });

  test("is found by platform", () => {
    const [first] = [...hamburg.people.values()];
    expect(first && [accountOf(first, "slack"), accountOf(first, "teams")]).toEqual([account, null]);
  });
});

test("what was said about somebody or something a newer file no longer knows changes nothing", () => {
  const plant = applyPlantEvents(hamburg, [
    away("gone", monday("00:00"), monday("18:00")),
    standIn("gone", "otto", monday("00:00"), monday("18:00")),
    standIn("ot-controls", "gone", monday("00:00"), monday("18:00")),
    ruled("gone", "ot-controls", "it was theirs"),
    ruled("plc-12", "gone", "they are no more"),
    { type: "DigestDue", plant: hamburg.code, forDay: "2026-11-24", at: monday("06:00") },
  ]);
  expect(plant).toEqual(hamburg);
});

describe("a ruling that Ops took back", () => {
  const lifted = (ruledAt: EpochMs) =>
    RulingLifted.parse({
      ...{ type: "RulingLifted", asset: "plc-12", ruledAt, reason: "handed over" },
      ...{ by: "paula", at: monday("12:00") },
    });
  const first = { ...ruled("plc-12", "ot-scada", "they commissioned it"), at: monday("09:00") };
  const ownerAfter = (...events: readonly PlantEvent[]) =>
    applyPlantEvents(hamburg, events).assets.get(asset("plc-12"))?.owner;

  test("gives the asset back to whom the plant file names, whatever was ruled before it", () => {
    expect(ownerAfter(first)).toBe("ot-scada");
    expect(ownerAfter(first, lifted(first.at))).toBe("ot-controls");
    const second = { ...ruled("plc-12", "it-security", "no"), at: monday("10:00") };
    expect(ownerAfter(first, second, lifted(second.at))).toBe("ot-controls");
    const plant = applyPlantEvents(hamburg, [first, lifted(first.at)]);
    expect({ ...plant, lifted: hamburg.lifted }).toEqual(hamburg);
  });

  test("counts no more when it comes after that, nor does one from before", () => {
    const second = { ...ruled("plc-12", "it-security", "no"), at: monday("10:00") };
    expect(ownerAfter(lifted(second.at), second)).toBe("ot-controls");
    expect(ownerAfter(second, lifted(second.at), first)).toBe("ot-controls");
  });

  test("leaves one that came since", () => {
    const second = { ...ruled("plc-12", "it-security", "no"), at: monday("10:00") };
    expect(ownerAfter(first, second, lifted(first.at))).toBe("it-security");
    expect(ownerAfter(lifted(first.at), second)).toBe("it-security");
  });
});

test("the plant before an event stays as it was", () => {
  applyPlantEvents(hamburg, [ruled("plc-12", "ot-scada", "they commissioned it")]);
  expect(hamburg.assets.get(asset("plc-12"))?.owner).toBe("ot-controls");
});
