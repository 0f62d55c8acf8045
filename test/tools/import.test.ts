import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Run = { readonly code: number | string; readonly said: string };

describe("npm run import", () => {
  let directory = "";
  let plant = "";
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "import-"));
    plant = join(directory, "mine.yaml");
    await copyFile("plants/demo.yaml", plant);
  });
  afterEach(() => rm(directory, { recursive: true }));

  /** Runs it as an administrator does. */
  async function runImport(kind: string, table: string, ...more: readonly string[]): Promise<Run> {
    await writeFile(join(directory, "x.csv"), table);
    const env = { ...process.env, PLANTS_DIR: directory, NODE_OPTIONS: "" };
    const args = ["--import", "tsx", "tools/import.ts", kind, join(directory, "x.csv"), ...more];
    return new Promise((resolve) =>
      execFile(process.execPath, args, { env }, (error, stdout) => resolve({ code: error?.code ?? 0, said: stdout })),
    );
  }

  test("shows what would change, writes it only when told to, and has nothing to do the second time", async () => {
    const table = "name,email\nAnn Lee,a@x.example\n";
    const before = await readFile(plant, "utf8");
    const dry = await runImport("people", table);
    expect(dry.said).toContain('+ people.ann-lee: name "Ann Lee", email "a@x.example"');
    expect(dry.said).toContain(
      "1 new, 0 changed, 0 as they are; 0 to look at, 0 wrong. Nothing was written: --write changes",
    );
    expect(await readFile(plant, "utf8")).toBe(before);
    expect(await runImport("people", table, "--write")).toMatchObject({ code: 0 });
    const { mtimeMs } = await stat(plant);
    expect((await runImport("people", table, "--write")).said).toContain("says all of it already");
    expect((await stat(plant)).mtimeMs).toBe(mtimeMs);
    expect((await readdir(directory)).sort()).toEqual(["mine.yaml", "x.csv"]);
  });

  test("writes nothing that check-plant would refuse, and says where", async () => {
    const before = await readFile(plant, "utf8");
    const { code, said } = await runImport("teams", "id,fallback\not-scada,ot-controls\n", "--write");
    expect(said).toMatch(/mine\.yaml:\d+:\d+ {2}.*fallback/);
    expect(said).toContain("Nothing was written");
    expect(code).toBe(1);
    expect(await readFile(plant, "utf8")).toBe(before);
  });

  test("says how it is used, and which plant it cannot choose", async () => {
    expect(await runImport("persons", "")).toMatchObject({ code: 1 });
    await copyFile(plant, join(directory, "other.yaml"));
    expect((await runImport("people", "name\nx y\n")).said).toContain("has 2 plant files: name one by --plant");
  });
});
