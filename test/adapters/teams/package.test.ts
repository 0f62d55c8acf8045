import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { inflateSync } from "node:zlib";
import ajvDraft04 from "ajv-draft-04";
import ajvFormats from "ajv-formats";
import { strFromU8, unzipSync } from "fflate";
import { COMMAND_LISTS, COMMANDS, LANGUAGES, localization } from "../../../adapters/teams/commands.ts";
import { SCHEMA, teamsManifest } from "../../../adapters/teams/manifest.ts";
import { systemClock } from "../../../src/clock.ts";
import { asksForHome } from "../../../src/intake/homeWords.ts";
import { NO_VOCABULARY } from "../../../src/understand/text/vocabulary.ts";
import { understand } from "../../../src/understand/understand.ts";
import { guidFor } from "../../fakes/teams/world.ts";

const run = promisify(execFile);

const developer = {
  name: "Plant IT",
  website: "https://plant.example",
  privacy: "https://plant.example/privacy",
  terms: "https://plant.example/terms",
};
const options = { appId: guidFor("app"), version: "1.0.0", developer, readThreads: false };

async function problemsOf(manifest: unknown, kind = ""): Promise<unknown> {
  const path = createRequire(import.meta.url).resolve(
    `@microsoft/app-manifest/build/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.${kind}schema.json`,
  );
  const schema = JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  const ajv = new ajvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  ajvFormats.default(ajv);
  const validate = ajv.compile(schema);
  return validate(manifest) ? [] : validate.errors;
}

describe("the app's description for Teams", () => {
  test.each([
    { name: "reading mentions only", readThreads: false },
    { name: "reading whole threads", readThreads: true },
  ])("keeps to Microsoft's schema: $name", async ({ readThreads }) => {
    expect(await problemsOf(teamsManifest({ ...options, readThreads }))).toEqual([]);
  });

  test("is of the newest schema that Microsoft's package has", async () => {
    const path = createRequire(import.meta.url).resolve(
      "@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json",
    );
    const versions = (await readdir(join(dirname(path), ".."))).filter((name) => /^v\d/.test(name));
    const newest = Math.max(...versions.map((name) => Number(name.split(".")[1])));
    expect(teamsManifest(options)).toMatchObject({ manifestVersion: `1.${newest}`, supportsChannelFeatures: "tier1" });
  });

  test.each(LANGUAGES)("has its texts in each language, within Microsoft's limits: %s", async (language) => {
    const texts = localization(language, SCHEMA);
    expect(await problemsOf(texts, "Localization.")).toEqual([]);
    // Every text of the manifest that people read has its translation, and no other.
    const { name, description, bots, composeExtensions } = teamsManifest(options);
    const english = { name, description, bots, composeExtensions };
    const places = Object.keys(texts).filter((place) => place !== "$schema");
    for (const place of places) expect(at(english, place)).toBe(localization("en", SCHEMA)[place]);
    expect(places).toHaveLength(6 + 2 * COMMAND_LISTS.flatMap(({ commands }) => commands).length);
  });

  test.each(LANGUAGES)("offers commands that Referee understands as they stand: %s", (language) => {
    const [home = "", waiting, mine, link] = COMMANDS.map(({ title }) => title[language]);
    const read = (text = "") => understand(text, { vocabulary: NO_VOCABULARY, now: systemClock() }).intent;
    expect([read(waiting), read(mine)]).toEqual(["status", "status"]);
    expect(link).toBe("link");
    expect(asksForHome(home)).toBe(true);
  });

  test("offers the home in the chat with Referee only, and everything else wherever it can be written to", () => {
    const [bot] = teamsManifest(options).bots;
    const offered = (bot?.commandLists ?? []).flatMap(({ scopes, commands }) =>
      scopes.map((scope) => [scope, commands.map(({ title }) => title)] as const),
    );
    const everywhere = ["What is waiting?", "My requests", "link"];
    expect(offered).toEqual([
      ["team", everywhere],
      ["groupChat", everywhere],
      ["personal", ["Home", ...everywhere]],
    ]);
    expect(bot?.scopes.toSorted()).toEqual(offered.map(([scope]) => scope).toSorted());
  });

  test("that is wrong is found by the schema", async () => {
    expect(await problemsOf(teamsManifest({ ...options, appId: "referee" }))).not.toEqual([]);
  });

  test("asks to read messages only when it is told to", () => {
    expect(teamsManifest(options)).not.toHaveProperty("authorization");
    expect(teamsManifest({ ...options, readThreads: true })).toMatchObject({
      authorization: {
        permissions: { resourceSpecific: [{ name: "ChannelMessage.Read.Group", type: "Application" }] },
      },
    });
  });
});

/** What stands at `bots[0].commandLists[0]` of something. */
function at(something: unknown, place: string): unknown {
  return place
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((found: unknown, key) => Object(found)[key], something);
}

describe("a package that asks to read threads", () => {
  // The schema lets the resource be left out; Teams answers an upload without one with an error.
  test("names the app, and a resource, which Teams wants beside the permission", () => {
    expect(teamsManifest({ ...options, readThreads: true }).webApplicationInfo).toEqual({
      id: options.appId,
      resource: expect.stringMatching(/./),
    });
  });
});

describe("npm run teams-package", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "referee-teams-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const tool = (env: NodeJS.ProcessEnv) =>
    run(process.execPath, ["--import", "tsx", "tools/teamsPackage.ts", join(folder, "app.zip")], {
      env: { ...process.env, NODE_OPTIONS: "", ...env },
    });

  test("writes a package with the description and both icons in the sizes Teams asks for", async () => {
    await tool({ TEAMS_APP_ID: options.appId });
    const files = unzipSync(await readFile(join(folder, "app.zip")));
    expect(Object.keys(files).sort()).toEqual([
      "color.png",
      "de.json",
      "en.json",
      "es.json",
      "manifest.json",
      "outline.png",
    ]);
    expect(JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()))).toMatchObject({ id: options.appId });
    expect([sizeOf(files["color.png"]), sizeOf(files["outline.png"])]).toEqual([
      { width: 192, height: 192, bytes: 192 * (192 * 4 + 1) },
      { width: 32, height: 32, bytes: 32 * (32 * 4 + 1) },
    ]);
  }, 30_000);

  test("says what is missing", async () => {
    await expect(tool({ TEAMS_APP_ID: "" })).rejects.toMatchObject({
      stdout: expect.stringContaining("TEAMS_APP_ID is"),
    });
  }, 30_000);

  /** What a PNG says of itself, and how many bytes its pixels are. */
  function sizeOf(png: Uint8Array = new Uint8Array()) {
    const view = Buffer.from(png);
    const dataAt = view.indexOf("IDAT") + 4;
    const length = view.readUInt32BE(dataAt - 8);
    const bytes = inflateSync(view.subarray(dataAt, dataAt + length)).length;
    return { width: view.readUInt32BE(16), height: view.readUInt32BE(20), bytes };
  }
});
