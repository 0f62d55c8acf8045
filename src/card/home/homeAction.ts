import { z } from "zod";
import { AssetId, LineId, TeamId } from "../../plant/ids.ts";

/** The parts of a home that may be longer than what it shows. */
export const HomeSection = z.enum(["waiting", "mine", "granted"]);
export type HomeSection = z.infer<typeof HomeSection>;

/** What a button of a home asks for that is about no request: the form to ask, or the rest of a section. */
export type HomeAction =
  | { readonly type: "ask" }
  /** `from`: how many entries were shown before. */
  | { readonly type: "rest"; readonly section: HomeSection; readonly from: number }
  /** The rest of a list of the record. */
  | { readonly type: "list"; readonly list: RecordList; readonly from: number };

/** What of the record is listed: all that is open, what stands in a certain way, or what is with or about somebody or something. */
export const RecordList = z.union([
  z.object({ of: z.enum(["open", "stuck", "held", "undecided", "granted"]) }).readonly(),
  z.object({ of: z.literal("team"), id: TeamId }).readonly(),
  z.object({ of: z.literal("asset"), id: AssetId }).readonly(),
  z.object({ of: z.literal("line"), id: LineId }).readonly(),
]);
export type RecordList = z.infer<typeof RecordList>;

const Parts = z.union([
  z.tuple([z.literal("h1"), z.literal("ask")]).transform((): HomeAction => ({ type: "ask" })),
  z
    .tuple([z.literal("h1"), z.literal("rest"), HomeSection, z.string().regex(/^\d{1,6}$/)])
    .transform(([, , section, from]): HomeAction => ({ type: "rest", section, from: Number(from) })),
  z
    .tuple([z.literal("h1"), z.literal("list"), z.string(), z.string(), z.string().regex(/^\d{1,6}$/)])
    .transform(([, , of, id, from], context): HomeAction => {
      const list = RecordList.safeParse(id === "" ? { of } : { of, id });
      if (list.success) return { type: "list", list: list.data, from: Number(from) };
      context.addIssue({ code: "custom", message: "no list of the record" });
      return z.NEVER;
    }),
]);

/** The value such a button carries. */
export function encodeHomeAction(action: HomeAction): string {
  switch (action.type) {
    case "ask":
      return "h1|ask";
    case "rest":
      return `h1|rest|${action.section}|${action.from}`;
    default:
      return `h1|list|${action.list.of}|${"id" in action.list ? action.list.id : ""}|${action.from}`;
  }
}

/** Null for every other button. */
export function readHomeAction(value: string): HomeAction | null {
  return Parts.safeParse(value.split("|")).data ?? null;
}
