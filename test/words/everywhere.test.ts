import { renderCard as adaptiveCard, renderForm as adaptiveForm } from "../../adapters/adaptive/render.ts";
import { renderForm } from "../../adapters/slack/form.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import type { CardBlock } from "../../src/card/card.ts";
import { instant } from "../../src/clock.ts";
import { readPlants } from "../../src/plant/file/read.ts";
import { PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { LANGUAGES, type Reader } from "../../src/words/reader.ts";
import { loadRequestTypes } from "../../src/workflow/read.ts";
import { missingTexts, typeFor } from "../../src/workflow/texts.ts";
import { drawn, formsBehind } from "../../tools/cards/drawn.ts";
import { livesOf, ofState } from "../../tools/cards/lives.ts";
import { problemsOf } from "../adapters/adaptive/official.ts";
import { checkBlocks, checkView } from "../fakes/slack/blocks.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { englishIn } from "./english.ts";
import { MARKED, markedType } from "./marked.ts";

const [demo] = (await readPlants("plants")).plants;
if (demo === undefined) throw new Error("plants/ holds no plant");
const plant = demo;
const olga = PersonId.parse("olga");
const monday = instant("2026-11-23T10:00:00+01:00");
const livesIn = (there: Plant, types = activeTypes) => types.flatMap((type) => livesOf(type, there, olga, monday));

test.each(LANGUAGES)("every shipped type says all of it in %s", async (language) => {
  const reading = await loadRequestTypes("workflows");
  const types = reading.ok ? [...reading.types.values()] : [];
  expect(types.length).toBeGreaterThan(10);
  expect(types.flatMap((type) => missingTexts(type, language).map((place) => `${type.type}: ${place}`))).toEqual([]);
});

describe.each(LANGUAGES)("every card, form and ping in %s", (language) => {
  const lives = livesIn(readIn(plant, language));

  test("is one that Slack and Teams take as it is", () => {
    for (const { text, shows } of lives) {
      expect(checkBlocks(renderMessage({ text, card: shows, mention: [] }).blocks)).toMatchObject({ ok: true });
      expect(shows === null ? [] : problemsOf(adaptiveCard(shows, { dialogs: true }))).toEqual([]);
    }
  });

  test("opens forms that Slack and Teams take as they are", () => {
    const forms = lives.flatMap(formsBehind);
    expect(forms.length).toBeGreaterThan(50);
    for (const { form } of forms) {
      expect(checkView(renderForm(form, { channel: "C0OT", thread: null }))).toMatchObject({ ok: true });
      expect(problemsOf(adaptiveForm(form))).toEqual([]);
    }
  });
});

const marked: Plant & Reader = { ...plant, words: MARKED };

test("nothing on any card, form or ping is said but from the catalogues and the types' texts", () => {
  const lines = livesIn(marked, activeTypes.map(markedType)).flatMap(drawn);
  const all = lines.flatMap(({ text, buttons }) => [...text.split("\n"), ...buttons]);
  const left = [...new Set(all.map(englishIn(plant)))].filter((line) => line !== "");
  expect(all.length).toBeGreaterThan(2_000);
  expect(left).toEqual([]);
});

test("nothing that was decided in the plant's language is read in it by whoever reads another", () => {
  const types = activeTypes.map((type) => [type, typeFor(markedType(type), marked)] as const);
  const all = types.flatMap(([type, read]) => {
    const walks = [...new Map(livesIn(plant, [type]).map(({ walk, state }) => [walk, state] as const))];
    const decided = walks.flatMap(([walk, name]) => {
      if (walk.state.status !== "open" && walk.state.status !== "closed") return [];
      return ofState(type, name, walk, 0, { ...walk.world, plant: marked, types: new Map([[read.type, read]]) });
    });
    return decided.flatMap(({ text, shows }) => [text, ...(shows === null ? [] : shows.blocks.flatMap(linesIn))]);
  });
  const left = [...new Set(all.flatMap((text) => text.split("\n")).map(englishIn(plant)))].filter(
    (line) => line !== "",
  );
  expect(all.length).toBeGreaterThan(2_000);
  expect(left).toEqual([]);
});

/** All that a block says. */
function linesIn(block: CardBlock): readonly string[] {
  if (block.type === "details") return block.blocks.flatMap(linesIn);
  if (block.type === "steps") return block.steps.map(({ owner, says }) => `${owner}: ${says}`);
  if (block.type === "facts") return block.facts.map(({ label, value }) => `${label}: ${value}`);
  return "text" in block ? [block.text] : [];
}
