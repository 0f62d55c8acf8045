import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { AccountId, LineId } from "../../src/plant/ids.ts";
import { OwnerRole, type Party, partyName } from "../../src/plant/party.ts";
import { tell } from "../../src/plant/told/told.ts";
import { channelOf } from "../../src/plant/who/channel.ts";
import { resolveOwner } from "../../src/plant/who/owner.ts";
import { asset, hamburg, line3, operators, otControls, person, plantOf, smallPlant, team } from "./cast.ts";
import { inWords } from "./inWords.ts";
import { ruled } from "./said.ts";

const olga: Party = { type: "person", person: person("olga") };
const sina: Party = { type: "person", person: person("sina") };
const guest: Party = { type: "account", account: AccountId.parse("slack:U0GUEST") };
const ops: Party = { type: "ops" };
const line7 = LineId.parse("line-7");

describe("the owner of a step", () => {
  test.each([
    {
      role: "assetOwner",
      context: { asset: asset("plc-12"), requester: olga },
      party: otControls,
      because: "owns PLC-12",
    },
    { role: "security", context: { requester: olga }, party: team("it-security"), because: "security of Hamburg" },
    {
      role: "dataOwner",
      context: { asset: asset("scada"), requester: olga },
      party: team("ot-scada"),
      because: "owns SCADA server",
    },
    { role: "ops", context: { requester: olga }, party: ops, because: "this step belongs to Ops" },
    {
      role: "team:ot-scada",
      context: { requester: olga },
      party: team("ot-scada"),
      because: "named by the request type",
    },
    {
      role: "shiftLead",
      context: { asset: asset("plc-12"), requester: sina },
      party: { type: "shiftLead", line: line3 },
      because: "leads the shift on Line 3",
    },
    {
      role: "shiftLead",
      context: { requester: olga },
      party: { type: "shiftLead", line: line3 },
      because: "leads the shift on Line 3",
    },
    {
      role: "shiftLead",
      context: { line: line7, requester: olga },
      party: operators,
      because: "runs Line 7, which has no shift lead in the plant file",
    },
  ] as const)("as $role is found, with the reason: $because", ({ role, context, party, because }) => {
    expect(inWords(hamburg, resolveOwner(hamburg, role, context))).toEqual({ party, because });
  });

  test.each([
    { name: "no asset is named", role: "assetOwner", context: { requester: olga } },
    {
      name: "the asset is not in the plant file",
      role: "assetOwner",
      context: { asset: asset("plc-99"), requester: olga },
    },
    { name: "nothing says which line", role: "shiftLead", context: { requester: sina } },
    { name: "the request type names a team of another plant", role: "team:elsewhere", context: { requester: olga } },
  ] as const)("is Ops when $name", ({ role, context }) => {
    const { party, because: why } = resolveOwner(hamburg, role, context);
    const because = tell(hamburg, why);
    expect(party).toEqual(ops);
    expect(because).toMatch(/; Ops decide whose it is$/);
  });

  test("is whom Ops ruled it to be", () => {
    const plant = applyPlantEvents(hamburg, [ruled("plc-12", "ot-scada", "they commissioned it")]);
    expect(inWords(plant, resolveOwner(plant, "assetOwner", { asset: asset("plc-12"), requester: olga }))).toEqual({
      party: team("ot-scada"),
      because: "Ops ruled that PLC-12 is theirs: “they commissioned it”",
    });
  });
});

describe("the requester's own step", () => {
  test("belongs to the line on shift when an operator asked", () => {
    expect(inWords(hamburg, resolveOwner(hamburg, "requester", { requester: olga }))).toEqual({
      party: operators,
      because: "Olga Weber asked for it on the line",
    });
  });

  test("stays with anybody else who asked", () => {
    expect(resolveOwner(hamburg, "requester", { asset: asset("plc-12"), requester: sina }).party).toEqual(sina);
    expect(resolveOwner(hamburg, "requester", { requester: guest }).party).toEqual(guest);
  });
});

test.each(["assetOwner", "team:ot-controls"])("%s is a role a request type may name", (role) => {
  expect(OwnerRole.safeParse(role).success).toBe(true);
});

test.each(["owner", "team:", "team:OT Controls", ""])("%j is not a role", (role) => {
  expect(OwnerRole.safeParse(role).success).toBe(false);
});

describe("what a party is called and where it is addressed", () => {
  test.each([
    { party: otControls, name: "OT controls", place: { adapter: "web", channel: "ot-controls" } },
    {
      party: { type: "shiftLead", line: line3 },
      name: "shift lead of Line 3",
      place: { adapter: "web", channel: "line-3" },
    },
    { party: ops, name: "Ops", place: { adapter: "slack", channel: "C0OPS" } },
    { party: olga, name: "Olga Weber", place: null },
    { party: guest, name: "the requester", place: null },
    { party: { type: "manager" }, name: "plant manager", place: null },
  ] as const)("$name", ({ party, name, place }) => {
    expect(partyName(hamburg, party)).toBe(name);
    expect(channelOf(hamburg, party)).toEqual(place);
  });

  test("the preferred platform comes before the team's home, if there is a channel on it", () => {
    expect(channelOf(hamburg, otControls, "slack")).toEqual({ adapter: "slack", channel: "C0OT" });
    expect(channelOf(hamburg, otControls, "teams")).toEqual({ adapter: "web", channel: "ot-controls" });
  });

  test("a line's own channel comes before that of the team that runs it", () => {
    const plant = plantOf(smallPlant.replace("aliases: [L3]", "channel: { web: line-3-shift }"));
    expect(channelOf(plant, { type: "shiftLead", line: line3 })).toEqual({ adapter: "web", channel: "line-3-shift" });
  });
});
