import type { EpochMs } from "../clock.ts";
import { findAssets, findLines } from "../plant/findAssets.ts";
import type { Plant } from "../plant/plant.ts";
import { readWhen } from "../understand/when.ts";
import { type FieldId, type RequestType, TypeId } from "../workflow/requestType.ts";
import type { MessageReading } from "./reading.ts";

export type ReadContext = {
  readonly plant: Plant;
  readonly types: ReadonlyMap<TypeId, RequestType>;
  readonly now: EpochMs;
};

/** INTERIM: replaced by src/understand's reading. */
export function readMessage(text: string, { plant, types, now }: ReadContext): MessageReading {
  const assets = [...new Set(findAssets(plant, text).map(({ id }) => id))];
  const lines = findLines(plant, text).map(({ id }) => id);
  const base = { drafts: [], queries: [], danger: null, text, hadSecret: false } as const;
  if (/who owns/i.test(text)) return { ...base, queries: [{ type: "whoOwns", assets, text }] };
  if (/waiting|where is my/i.test(text))
    return { ...base, queries: [{ type: "waiting", mine: /my/.test(text), team: null }] };
  if (text.trim() === "") return base;
  const id = /\bdown\b|stands|black/i.test(text) ? "line-down" : /\bport\b|\b502\b/i.test(text) ? "open-port" : "other";
  const type = types.get(TypeId.parse(id));
  if (type === undefined) return base;
  const values: [FieldId, string][] = type.fields.flatMap((field): [FieldId, string][] => {
    const [asset] = assets;
    const [line] = lines;
    if ((field.kind === "asset" || field.kind === "place") && asset !== undefined)
      return [[field.id, `asset:${asset}`]];
    if (field.kind === "place" && line !== undefined) return [[field.id, `line:${line}`]];
    const port = /\b(\d{2,5})\b/.exec(text)?.[1];
    if (field.kind === "port" && port !== undefined) return [[field.id, `${port}/any`]];
    const when =
      field.id === "until" && /until/.test(text) ? readWhen(text.slice(text.indexOf("until")), { plant, now }) : null;
    return when === null ? [] : [[field.id, String(when)]];
  });
  const reading = { type: type.type, candidates: [type.type], because: [] };
  return { ...base, drafts: [{ reading, values: Object.fromEntries(values), text }] };
}
