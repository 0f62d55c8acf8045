// Writes what the forms of this release look like, where there is none yet: `node --import tsx test/store/writeFixtures.ts`. What is there
// is somebody's record, and is never changed or deleted.
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { encodeEntry, encodeHeader } from "../../src/store/archiveFile.ts";
import { seal } from "../../src/store/chain.ts";
import { pack } from "../../src/store/packed.ts";
import { sharedText, withoutShared } from "../../src/store/shared.ts";
import { placeId, StreamId } from "../../src/store/types.ts";

const stream = StreamId.parse("req_9f2c41ab7d03");
const text = '{"type":"open-port","stages":[["owner","security"],["network"]]}';
const shared = sharedText(text);
const events = [
  '{"type":"DraftStarted","plant":"HAM","by":"olga","at":1796025600000,"text":"Öffnet bitte Port 502","v":1,"release":"0.1.0"}',
  `{"type":"RequestSent","key":"HAM-3","rules":${text},"by":"olga","at":1796025600000,"v":1,"release":"0.1.0"}`,
  '{"type":"RequestClosed","outcome":"done","reason":"","at":1796032800000,"by":"referee:rules","v":1,"release":"0.1.0"}',
];
const places = [{ place: placeId(stream, "requester"), fields: { lane: "slack:C0LINE3", card: '{"message":"1.2"}' } }];
const commands = ["AbCdEfGh_-012345"];
const elements = seal(stream, events).elements.map((element) => withoutShared(element, [shared]));
const element = pack({ elements, places, commands });
const request = {
  type: "request",
  stream,
  fields: { _v: "3", status: "closed" },
  commands,
  at: 1_796_032_800_000,
  element,
} as const;

await keep("packed-1.json", { stream, element: element.toString("base64"), texts: [text], events, places, commands });
const header = { installation: "6b1d", month: "2026-12", number: 3 };
const file = [encodeHeader(header), encodeEntry({ type: "shared", ...shared }), encodeEntry(request)];
await keep("archive-1.json", {
  file: Buffer.concat(file).toString("base64"),
  header,
  shared,
  request: { ...request, element: element.toString("base64") },
});

async function keep(name: string, value: unknown): Promise<void> {
  const path = new URL(`stored/${name}`, import.meta.url);
  if (!existsSync(path)) await writeFile(path, `${JSON.stringify(value, null, 1)}\n`);
}
