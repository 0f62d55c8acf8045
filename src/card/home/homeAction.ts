import { z } from "zod";

/** The parts of a home that may be longer than what it shows. */
export const HomeSection = z.enum(["waiting", "mine", "granted"]);
export type HomeSection = z.infer<typeof HomeSection>;

/** What a button of a home asks for that is about no request: the form to ask, or the rest of a section. */
export type HomeAction =
  | { readonly type: "ask" }
  /** `from`: how many entries were shown before. */
  | { readonly type: "rest"; readonly section: HomeSection; readonly from: number };

const Parts = z.union([
  z.tuple([z.literal("h1"), z.literal("ask")]).transform((): HomeAction => ({ type: "ask" })),
  z
    .tuple([z.literal("h1"), z.literal("rest"), HomeSection, z.string().regex(/^\d{1,6}$/)])
    .transform(([, , section, from]): HomeAction => ({ type: "rest", section, from: Number(from) })),
]);

/** The value such a button carries. */
export function encodeHomeAction(action: HomeAction): string {
  return action.type === "ask" ? "h1|ask" : `h1|rest|${action.section}|${action.from}`;
}

/** Null for every other button. */
export function readHomeAction(value: string): HomeAction | null {
  return Parts.safeParse(value.split("|")).data ?? null;
}
