import { join, resolve } from "node:path";
import { argumentsOf } from "./arguments.ts";
import { readMessages } from "./learning/messages.ts";
import { phrasesTool } from "./learning/phrasesTool.ts";
import { runTool, withRecord } from "./record.ts";

// `npm run phrases`: lists what people corrected in their drafts, and what Referee had read. Names nobody.
// `npm run phrases -- accept 3 7`: shows what would be read otherwise if those became phrases; writes with `--write`.
// `npm run phrases -- ignore 4`: does not list it again.
// What people chose a type of your own for goes into its own file in WORKFLOWS_DIR.
const PRODUCT = "workflows";
const sentences = readMessages("bench/understand/dev.jsonl").map(({ text, addressed }) => ({ text, means: addressed }));
const { WORKFLOWS_DIR = PRODUCT } = process.env;
const wishes = argumentsOf({
  takes: "nothing, accept 3 7 [--write], or ignore 4",
  most: Number.POSITIVE_INFINITY,
  flags: ["--write"],
});
await runTool(() =>
  withRecord((record) =>
    phrasesTool(wishes, {
      record,
      folder: join(PRODUCT, "phrases"),
      types: { folder: WORKFLOWS_DIR, areOwn: resolve(WORKFLOWS_DIR) !== resolve(PRODUCT) },
      modelPath: "src/understand/model/modelData.ts",
      sentences,
      print: (line) => console.log(line),
    }),
  ),
);
