import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Run = { readonly code: number | string; readonly said: string };

/** Runs the check as an administrator does. */
function checkPlant(plants: string, ...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, PLANTS_DIR: plants, NODE_OPTIONS: "" };
    execFile(process.execPath, ["--import", "tsx", "tools/checkPlant.ts", ...args], { env }, (error, stdout) =>
      resolve({ code: error?.code ?? 0, said: stdout }),
    );
  });
}

describe("npm run check-plant", () => {
  let directory = "";
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "plants-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  test("finds nothing wrong with what comes with Referee", async () => {
    const { code, said } = await checkPlant("plants");
    expect(said).toMatch(/^HAM Hamburg: \d+ people, \d+ teams, \d+ assets$/m);
    expect(code).toBe(0);
  });

  test("ends with 1 and tells file, line and remedy of every mistake", async () => {
    const demo = await readFile("plants/demo.yaml", "utf8");
    const file = join(directory, "mine.yaml");
    await writeFile(file, demo.replace("lead: sabine", "lead: sabin").replace("side: safety", "side: safty"));
    const { code, said } = await checkPlant(directory);
    expect(said).toMatch(/mine\.yaml:\d+:\d+ {2}teams\.safety\.side cannot be "safty" {2}→ did you mean "safety"\?/);
    expect(said).toMatch(
      /mine\.yaml:\d+:\d+ {2}teams\.safety\.lead: no person is called "sabin" {2}→ did you mean "sabine"\? Else/,
    );
    expect(code).toBe(1);
  });

  test("reads the folder, or the one file, that is named behind the command", async () => {
    const demo = await readFile("plants/demo.yaml", "utf8");
    await writeFile(join(directory, "other.yaml"), demo.replace("side: safety", "side: safty"));
    await writeFile(join(directory, "mine.yaml"), demo.replace("code: HAM", "code: KIE"));
    expect((await checkPlant("plants", directory)).said).toContain('cannot be "safty"');
    const { code, said } = await checkPlant("plants", join(directory, "mine.yaml"));
    expect(said).toMatch(/^KIE Hamburg: /);
    expect(code).toBe(0);
    expect((await checkPlant("plants", join(directory, "nobodys.yaml"))).said).toMatch(/There is no file ".*nobodys/);
  });

  test("says so when there is no such directory", async () => {
    const { code, said } = await checkPlant(join(directory, "elsewhere"));
    expect(said).toMatch(/set PLANTS_DIR/);
    expect(code).toBe(1);
  });
});
