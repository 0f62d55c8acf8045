import { readFile } from "node:fs/promises";
import { decodeEntry, decodeHeader } from "../../src/store/archiveFile.ts";
import { elementsIn, eventsIn, placesIn, readPacked, verifyPacked } from "../../src/store/packed.ts";
import { StreamId } from "../../src/store/types.ts";

// What releases have written lies in somebody's record and in somebody's archives: it is read for ever.

const stored = async (name: string) => JSON.parse(await readFile(new URL(`stored/${name}`, import.meta.url), "utf8"));

test("what was packed in form 1 is read, verified and unpacked", async () => {
  const kept = await stored("packed-1.json");
  const packed = readPacked(StreamId.parse(kept.stream), Buffer.from(kept.element, "base64"));
  if (packed === null) throw new Error("It reads as an event");
  expect(eventsIn(packed, kept.texts)).toEqual(kept.events);
  expect(placesIn(packed)).toEqual(kept.places);
  expect(packed.commands).toEqual(kept.commands);
  expect(verifyPacked(packed, kept.texts)).toMatchObject({ type: "intact", version: 3 });
  expect(elementsIn(packed, kept.texts)).toHaveLength(3);
});

test("what was archived in form 1 is read", async () => {
  const kept = await stored("archive-1.json");
  const file = Buffer.from(kept.file, "base64");
  const begins = decodeHeader(file);
  expect(begins?.header).toEqual(kept.header);
  const text = decodeEntry(file, begins?.length);
  expect(text?.entry).toEqual({ type: "shared", ...kept.shared });
  const request = decodeEntry(file, text?.end);
  expect(request?.entry).toEqual({ ...kept.request, element: Buffer.from(kept.request.element, "base64") });
  expect(request?.end).toBe(file.length);
});
