import { type HttpServer, serve } from "../../host/httpServer.ts";
import { openScim, type Scim } from "../../host/scim/scim.ts";
import { createLog } from "../../src/log.ts";
import { PersonId, PlantCode } from "../../src/plant/ids.ts";
import { Secret } from "../../src/secret.ts";
import { demoText, withoutPerson } from "../support/plantText.ts";
import { OWNER_FACTS, portAsked } from "./openPort.ts";
import { LINE_3, OPS, OT, useStory } from "./useStory.ts";

const story = useStory({ texts: [demoText()] });
const HAM = PlantCode.parse("HAM");
const TOKEN = "a-token-of-the-directory-0001";
const CORE = "urn:ietf:params:scim:schemas:core:2.0:User";

let scim: Scim;
let server: HttpServer;
beforeEach(async () => {
  const log = createLog({ level: "silent" });
  scim = openScim(
    { tokens: [new Secret(TOKEN), new Secret("the-token-from-before-0000")] },
    story.world.record,
    () => story.world.referee.plants,
    log,
  );
  server = await serve("127.0.0.1", 0, scim.mounts);
});
afterEach(() => server.close());

type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers };

/** What a directory sends, and is answered. */
async function send(method: string, path: string, body?: object, token = TOKEN): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${server.port}/scim/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}

const user = (name: string) => ({
  schemas: [CORE],
  userName: `${name}@hamburg.example`,
  externalId: `id-${name}`,
  active: true,
  name: { givenName: name, familyName: "x" },
  emails: [{ value: `${name}@hamburg.example`, type: "work", primary: true }],
});
const OTTO = "otto.brandt";
const off = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations: [{ op: "Replace", path: "active", value: "False" }],
};

async function create(name: string): Promise<string> {
  const { status, body } = await send("POST", "/Users", user(name));
  expect(status).toBe(201);
  return String(body.id);
}

describe("somebody who leaves the company", () => {
  test("loses their say the minute the directory says so, in every process; the next is asked, and reads why", async () => {
    const otto = await create(OTTO);
    await portAsked(story);
    await story.presses("otto", OT, "Take it");
    const second = await story.world.another([demoText()]);
    expect((await send("PATCH", `/Users/${otto}`, off)).status).toBe(200);
    await story.world.settled();
    const card = story.card(OT, "HAM-1 Open port 502 to PLC-12 is with you now");
    expect(card.text).toContain("Otto Brandt, who had it, has left, as the directory says");
    expect(card.notifies).toEqual(["U0OLE"]);
    expect((await second.plants.world(HAM)).plant.people.has(PersonId.parse("otto"))).toBe(false);
    await story.presses("otto", OT, "Take it");
    expect(await story.told("otto", "cannot decide")).toContain("The plant does not know this account");
    expect(story.said(OPS).some((text) => text.includes("Otto Brandt has left"))).toBe(true);
    await story.presses("ole", OT, "Approve…", OWNER_FACTS);
    expect(story.card(LINE_3, "· HAM-1").text).toContain("Ole Petersen approved");
  });

  test("is told once, however often and in which words the directory repeats it, and has it back when they return", async () => {
    const otto = await create(OTTO);
    await Promise.all([1, 2, 3].map(() => send("PATCH", `/Users/${otto}`, off)));
    await send("PATCH", `/Users/${otto}`, { Operations: [{ op: "replace", value: { active: false } }] });
    expect((await send("DELETE", `/Users/${otto}`)).status).toBe(204);
    expect((await send("DELETE", `/Users/${otto}`)).status).toBe(404);
    await story.world.settled();
    expect(story.said(OPS).filter((text) => text.includes("Otto Brandt has left"))).toHaveLength(1);
    expect([...(await story.world.referee.plants.leaving(HAM)).left.keys()]).toEqual(["otto"]);
    await create(OTTO);
    expect((await story.world.referee.plants.leaving(HAM)).left.size).toBe(0);
  });

  test("stays without a say under an address they had before, and where the plant file names them only later", async () => {
    const otto = await create(OTTO);
    await send("PATCH", `/Users/${otto}`, {
      Operations: [{ op: "replace", value: { userName: "gone@x.example", emails: [] } }],
    });
    await send("PATCH", `/Users/${otto}`, off);
    expect((await story.world.referee.plants.leaving(HAM)).left.size).toBe(1);
    const without = demoText(withoutPerson("sven", "karin"));
    await story.world.referee.propose([without.plant], [without.source]);
    const sven = await create("sven.adler");
    await send("PATCH", `/Users/${sven}`, off);
    const again = demoText((text) => `${text}\n# once more\n`);
    await story.world.referee.propose([again.plant], [again.source]);
    await scim.lookAtAll();
    expect([...(await story.world.referee.plants.leaving(HAM)).left.keys()].sort()).toEqual(["otto", "sven"]);
  });

  test("does not come back by what is left unsaid, however that is written", async () => {
    const otto = await create(OTTO);
    await send("PATCH", `/Users/${otto}`, off);
    const { active: _, ...unsaid } = user(OTTO);
    for (const body of [unsaid, { ...unsaid, active: null }, { ...unsaid, Active: null }])
      expect((await send("PUT", `/Users/${otto}`, body)).body).toMatchObject({ active: false });
    for (const value of [{ active: null, displayName: "O" }, { Active: null }])
      expect((await send("PATCH", `/Users/${otto}`, { Operations: [{ op: "replace", value }] })).body).toMatchObject({
        active: false,
      });
    expect((await story.world.referee.plants.leaving(HAM)).left.size).toBe(1);
    expect((await send("PUT", `/Users/${otto}`, { ...unsaid, [CORE]: { active: true } })).body).toMatchObject({
      active: true,
    });
    expect((await send("PUT", `/Users/${otto}`, { ...unsaid, [CORE]: { active: false } })).body).toMatchObject({
      active: false,
    });
    expect((await send("PUT", `/Users/${otto}`, { ...unsaid, Active: true })).body).toMatchObject({ active: true });
    expect((await send("PUT", `/Users/${otto}`, { ...unsaid, ACTIVE: "False" })).body).toMatchObject({ active: false });
    expect((await story.world.referee.plants.leaving(HAM)).left.size).toBe(1);
  });

  test("has left also where something else in the same breath cannot be done, and the directory hears of that", async () => {
    const [otto, sven, ole] = [await create(OTTO), await create("sven.adler"), await create("ole.petersen")];
    const gone = async () => [...(await story.world.referee.plants.leaving(HAM)).left.keys()];
    const [isOff] = off.Operations;
    const refused = await send("PATCH", `/Users/${otto}`, {
      Operations: [isOff, { op: "replace", path: "emails", value: 7 }],
    });
    expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining("has no say from now on") } });
    expect(await gone()).toEqual(["otto"]);
    const taken = { Operations: [{ op: "replace", path: "userName", value: user(OTTO).userName }, isOff] };
    expect(await send("PATCH", `/Users/${sven}`, taken)).toMatchObject({
      status: 409,
      body: { scimType: "uniqueness" },
    });
    expect(await gone()).toEqual(["otto", "sven"]);
    expect((await send("PUT", `/Users/${ole}`, { ...user("ole.petersen"), active: false, emails: 7 })).status).toBe(
      400,
    );
    expect(await gone()).toEqual(["otto", "sven", "ole"]);
    expect((await send("GET", `/Users/${ole}`)).body).toMatchObject({
      active: false,
      userName: user("ole.petersen").userName,
    });
    expect((await send("PATCH", "/Users/nobody", off)).status).toBe(404);
  });

  test("leaves their id free: whoever is new under it has a say", async () => {
    const otto = await create(OTTO);
    await send("PATCH", `/Users/${otto}`, off);
    const nina = demoText((text) => text.replaceAll("Otto Brandt", "Nina Falk").replaceAll("otto.brandt@", "nina@"));
    await story.world.referee.propose([nina.plant], [nina.source]);
    await scim.lookAtAll();
    expect((await story.world.referee.plants.world(HAM)).plant.people.get(PersonId.parse("otto"))?.name).toBe(
      "Nina Falk",
    );
  });
});

describe("a directory that deletes everybody", () => {
  const NAMES = [
    OTTO,
    "ole.petersen",
    "karin.vogt",
    "sven.adler",
    "sina.roth",
    "deniz.kaya",
    "nils.hagen",
    "vera.lang",
  ];

  test("is stopped after as many as leave, Ops hear of it once, and an administrator's yes is recorded", async () => {
    const ids: string[] = [];
    for (const name of NAMES) ids.push(await create(name));
    const answers = [];
    for (const id of ids) answers.push((await send("DELETE", `/Users/${id}`)).status);
    expect(answers).toEqual([204, 204, 204, 503, 503, 503, 503, 503]);
    const { status, body, headers } = await send("DELETE", `/Users/${ids[7]}`);
    expect({ status, detail: body.detail }).toEqual({
      status: 503,
      detail: expect.stringContaining("administrator's yes"),
    });
    expect(headers.get("retry-after")).toBe("3600");
    await story.world.settled();
    expect(story.said(OPS).filter((text) => text.includes("unusually many people"))).toHaveLength(1);
    const { plants } = story.world.referee;
    await plants.all();
    expect(plants.waiting()).toEqual([{ plant: "HAM", people: 5 }]);
    expect((await plants.world(HAM)).plant.people.has(PersonId.parse("vera"))).toBe(true);
    const word = { name: "Olga Meyer", because: "the plant was sold" };
    expect(await plants.acceptLeaving(HAM, word, "yes-1")).toHaveLength(5);
    expect(await plants.acceptLeaving(HAM, word, "yes-1")).toEqual([]);
    expect((await plants.world(HAM)).plant.people.has(PersonId.parse("vera"))).toBe(false);
    expect((await send("DELETE", `/Users/${ids[7]}`)).status).toBe(404);
  });
});

describe("a directory that says that all have left who lead Ops", () => {
  test("is stopped at the last of them alone, Ops read why, and they go once the plant file names another", async () => {
    const led = async (leads: string) => {
      const { plant, source } = demoText((text) => text.replace("leads: [paula, piet]", `leads: [${leads}]`));
      await story.world.referee.propose([plant], [source]);
      await scim.lookAtAll();
    };
    await led("paula, sina");
    const [paula, sina] = [await create("paula.stein"), await create("sina.roth")];
    const gone = async () => [...(await story.world.referee.plants.leaving(HAM)).left.keys()];
    expect((await send("DELETE", `/Users/${paula}`)).status).toBe(204);
    for (const _ of [1, 2])
      expect(await send("PATCH", `/Users/${sina}`, off)).toMatchObject({
        status: 503,
        body: { detail: expect.stringContaining("nobody would lead Ops") },
      });
    await story.world.settled();
    const told = story.said(OPS).filter((text) => text.includes("the last who leads Ops"));
    expect(told).toHaveLength(1);
    expect((await send("PATCH", `/Users/${await create(OTTO)}`, off)).status).toBe(200);
    expect(await gone()).toEqual(["paula", "otto"]);
    await led("sina, lars");
    expect(await gone()).toEqual(["paula", "otto", "sina"]);
    expect((await send("PATCH", `/Users/${sina}`, off)).status).toBe(200);
  });
});

describe("the directory's address", () => {
  test("says nothing without a token, takes the one from before while it is changed, and tells what it can", async () => {
    for (const token of ["", "wrong", `${TOKEN}x`])
      expect((await send("GET", "/Users", undefined, token)).status).toBe(401);
    expect((await send("GET", "/Users", undefined, "the-token-from-before-0000")).status).toBe(200);
    expect((await send("GET", "/ServiceProviderConfig")).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
    });
    expect((await send("GET", "/Schemas")).body).toMatchObject({ totalResults: 2 });
    expect((await send("GET", `/Schemas/${CORE}`)).body).toMatchObject({ id: CORE });
    expect((await send("GET", "/Users/nobody")).body).toMatchObject({
      status: "404",
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    });
    expect((await send("PUT", "/Users", {})).status).toBe(405);
    expect((await send("POST", "/Bulk", {})).status).toBe(404);
  });

  test("finds by userName in any case, shows pages, and keeps a userName for one", async () => {
    for (const name of ["a1", "a2", "a3"]) await create(name);
    const found = await send("GET", `/Users?filter=${encodeURIComponent('userName eq "A2@HAMBURG.EXAMPLE"')}`);
    expect(found.body).toMatchObject({
      totalResults: 1,
      Resources: [{ userName: "a2@hamburg.example", active: true }],
    });
    expect((await send("GET", `/Users?filter=${encodeURIComponent('userName eq "nobody"')}`)).body).toMatchObject({
      totalResults: 0,
      Resources: [],
    });
    expect(
      (await send("GET", `/Users?filter=${encodeURIComponent('emails[type eq "work"].value eq "a3@hamburg.example"')}`))
        .body,
    ).toMatchObject({ totalResults: 1 });
    const page = await send("GET", "/Users?startIndex=2&count=1");
    expect(page.body).toMatchObject({
      totalResults: 3,
      startIndex: 2,
      itemsPerPage: 1,
      Resources: [{ userName: "a2@hamburg.example" }],
    });
    expect((await send("GET", "/Users?count=0")).body).toMatchObject({
      totalResults: 3,
      itemsPerPage: 0,
      Resources: [],
    });
    expect(await send("POST", "/Users", user("a1"))).toMatchObject({ status: 409, body: { scimType: "uniqueness" } });
    expect(await send("GET", "/Users?filter=((")).toMatchObject({ status: 400, body: { scimType: "invalidFilter" } });
  });

  test("keeps no password and nothing else it has no use for, and says what is wrong with a body", async () => {
    const { body } = await send("POST", "/Users", { ...user("a1"), password: "Sommer2026!", title: "x" });
    expect(JSON.stringify(body)).not.toContain("Sommer2026");
    const kept = await story.world.record.web.hvals(`${story.world.record.prefix}x:users`);
    expect(kept.join()).not.toMatch(/Sommer2026|title/);
    expect(await send("POST", "/Users", { active: true })).toMatchObject({
      status: 400,
      body: { scimType: "invalidValue" },
    });
    expect(await send("PATCH", `/Users/${body.id}`, { Operations: [{ op: "frob" }] })).toMatchObject({ status: 400 });
  });

  test("keeps groups and their members, which give nobody a say", async () => {
    const otto = await create(OTTO);
    const { body } = await send("POST", "/Groups", { displayName: "IT security", members: [{ value: otto }] });
    expect((await send("GET", `/Groups/${body.id}?excludedAttributes=members`)).body.members).toBeUndefined();
    await send("PATCH", `/Groups/${body.id}`, {
      Operations: [{ op: "Remove", path: "members", value: [{ value: otto }] }],
    });
    expect((await send("GET", `/Groups/${body.id}`)).body.members).toEqual([]);
    expect(
      (await send("GET", `/Groups?filter=${encodeURIComponent('displayName eq "it security"')}`)).body,
    ).toMatchObject({ totalResults: 1 });
    const { plant } = await story.world.referee.plants.world(HAM);
    expect([...plant.teams.values()].find(({ name }) => name === "IT security")?.members).not.toContain("otto");
  });
});
