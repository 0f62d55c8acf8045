import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFiles } from "../../host/files.ts";
import { followFiles } from "../../host/followFiles.ts";
import { tellOps } from "../../host/tellOps.ts";
import { createLog } from "../../src/log.ts";
import type { Problem } from "../../src/plant/file/read.ts";
import { servedBy } from "../../src/plant/who/served.ts";
import { chatAdapter, createChat } from "../support/chat.ts";
import { demoText } from "../support/plantText.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const log = createLog({ level: "silent" });
let dir = "";

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "referee-plants-"));
  await cp("plants/demo.yaml", join(dir, "demo.yaml"));
});
afterEach(() => rm(dir, { recursive: true }));

/** A process that follows the files of a folder, and what came of it. */
function following() {
  const names: string[] = [];
  const told: (readonly Problem[])[] = [];
  const { again, close } = followFiles({
    read: () => readFiles(dir, "workflows"),
    dirs: [],
    referee: {
      propose: async (plants, sources) => {
        names.push(...plants.map(({ name }, at) => `${name}, ${sources[at]?.text.length ?? 0} characters`));
      },
    },
    tell: async (problems) => {
      told.push(problems);
    },
    log,
  });
  return { again, close, names, told };
}

const change = async (from: string, to: string) => {
  const file = join(dir, "demo.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
};

describe("a plant file that is changed while Referee runs", () => {
  test("is proposed with its text when it is sound", async () => {
    const { again, close, names } = following();
    await change("name: Hamburg", "name: Hamburg North");
    await again();
    close();
    expect(names).toEqual([`Hamburg North, ${demoText().source.text.length + " North".length} characters`]);
  });

  test("is not proposed when it has a mistake, which is told to whoever can mend it", async () => {
    const { again, close, names, told } = following();
    await change("lead: karin", "lead: nobody");
    await again();
    expect(names).toEqual([]);
    expect(told.flat().map(({ what }) => what)).toContain('teams.ot-controls.lead: no person is called "nobody"');
    await change("lead: nobody", "lead: karin");
    await again();
    close();
    expect(names).toHaveLength(1);
  });
});

test("Ops read of mistakes in the plant file once, however many processes find them", async () => {
  const chat = createChat();
  const plant = servedBy(demoText().plant, ["web"]);
  const problem: Problem = {
    severity: "error",
    file: "demo.yaml",
    line: 3,
    column: 1,
    what: "no name",
    todo: "add one",
  };
  const tell = (what: string) =>
    tellOps({ web: redis, prefix }, [chatAdapter(chat)], [plant], [{ ...problem, what }], log);
  await Promise.all([tell("no name"), tell("no name"), tell("no name")]);
  expect(chat.messages.map(({ text }) => text)).toEqual([
    "A plant file was changed and has mistakes. What was in force before stays in force until they are mended:\ndemo.yaml:3:1  no name  → add one",
  ]);
  await tell("no zone");
  expect(chat.messages).toHaveLength(2);
});
