import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

type Run = { readonly tool: string; readonly code: number | string; readonly err: string };

/** Runs it with something that no command takes, in an environment without a Redis to touch. */
function tried(tool: string): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: "", REDIS_URL: "redis://127.0.0.1:1" };
    const args = ["--import", "tsx", `tools/${tool}`, "--nonsense"];
    const run = execFile(process.execPath, args, { env }, (error, _, err) =>
      resolve({ tool, code: error?.code ?? 0, err }),
    );
    run.stdin?.end();
  });
}

/** Those that package.json and `referee` run; the others are only imported. */
const PARTS: ReadonlySet<string> = new Set([
  ...[
    "arguments.ts",
    "calendarsByAddress.ts",
    "now.ts",
    "plantFiles.ts",
    "record.ts",
    "teamsIcons.ts",
    "threadRole.ts",
  ],
  "verifyRecord.ts",
]);

test.each(["rulings.ts", "understand.ts", "directory.ts", "doctor.ts"])(
  "%s refuses what it does not know, and says what it takes",
  async (tool) => {
    const { code, err } = await tried(tool);
    expect({ code, isTold: /It takes: /.test(err), isThrown: /\n {4}at /.test(err) }).toEqual({
      code: 2,
      isTold: true,
      isThrown: false,
    });
  },
);

test("so does every other command: none reads what it was given by itself", () => {
  const tools = readdirSync("tools").filter((file) => file.endsWith(".ts") && !PARTS.has(file));
  expect(tools.length).toBeGreaterThan(15);
  const own = tools.filter((file) => {
    const text = readFileSync(`tools/${file}`, "utf8");
    return text.includes("process.argv") || !/from "\.\/arguments\.ts"|USAGE|Usage/.test(text);
  });
  expect(own).toEqual([]);
});
