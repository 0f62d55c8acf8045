import { parseArgs } from "node:util";
import { instant } from "../src/clock.ts";
import { readPlants } from "../src/plant/file/read.ts";
import { PersonId } from "../src/plant/ids.ts";
import { readIn } from "../src/plant/who/language.ts";
import { LANGUAGES, type Language } from "../src/words/reader.ts";
import { loadRequestTypes } from "../src/workflow/read.ts";
import { drawn } from "./cards/drawn.ts";
import { lifelike } from "./cards/lifelike.ts";
import { livesOf } from "./cards/lives.ts";
import { takePictures } from "./cards/pictures.ts";
import { drawTwelve } from "./cards/twelve.ts";

// Every card, form and notification of every request type in its usual states, in every language, as JSON lines; with --pictures also as Teams
// would draw the cards; with --twelve only the pictures and the page of the docs. `npm run cards`,
// `npm run cards -- --type open-port --language de --pictures <folder>`, `npm run cards -- --twelve docs`
const values = readOptions();
const [plant] = (await readPlants("plants", "demo.yaml")).plants;
const reading = await loadRequestTypes("workflows");
if (plant === undefined || !reading.ok) throw new Error("npm run check-plant says what must be mended first.");

const types = [...reading.types.values()].filter(
  ({ type, active }) => active && (values.type === undefined || values.type === type),
);
if (types.length === 0 || (values.language !== undefined && !LANGUAGES.some((each) => each === values.language)))
  stop(`Nothing is drawn for --type ${values.type ?? "(all)"} --language ${values.language ?? "(all)"}.`);
const asker = PersonId.parse("olga");
const at = instant("2026-11-23T10:00:00+01:00");
const readsIn = (language: Language) =>
  types.flatMap((type) => livesOf(type, readIn(plant, language), asker, at, lifelike(type)));
if (values.twelve === undefined) await writeAll();
else await drawTwelve(readsIn("en"), values.twelve);

async function writeAll(): Promise<void> {
  const all = LANGUAGES.filter((each) => values.language === undefined || values.language === each)
    .flatMap(readsIn)
    .flatMap(drawn);
  // A line that stands is called for again and again, in the same words.
  const lines = [
    ...new Map(
      all.map((line) => [JSON.stringify([line.card, line.state, line.language, line.platform, line.text]), line]),
    ).values(),
  ];
  for (const { adaptive, ...line } of lines) console.log(JSON.stringify(line));
  if (values.pictures !== undefined) await takePictures(lines, values.pictures);
}

function readOptions() {
  const options = {
    type: { type: "string" },
    language: { type: "string" },
    pictures: { type: "string" },
    twelve: { type: "string" },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return stop(why);
  }
}

function stop(why: string): never {
  const languages = LANGUAGES.join("|");
  console.error(`${why}\nUsage: npm run cards -- [--type open-port] [--language ${languages}] [--pictures <folder>]`);
  process.exit(1);
}
