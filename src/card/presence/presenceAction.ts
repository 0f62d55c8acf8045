import { z } from "zod";
import { EpochMs } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import type { Arrangement } from "../../plant/arrangement/arrangement.ts";
import { AssetId, LineId, PersonId, TeamId } from "../../plant/ids.ts";

// The button that confirms an arrangement carries all of it, so that what is done is what was shown. Whoever presses it
// must be allowed to arrange it themselves.

const instant = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .pipe(EpochMs);
const nobody = z.literal("").transform(() => null);
const listOf = <Id extends z.ZodType<unknown, string>>(id: Id) =>
  z
    .string()
    .transform((text) => (text === "" ? [] : text.split(",")))
    .pipe(z.array(id));

const Parts = z.union([
  z
    .tuple([z.literal("w1"), z.literal("away"), PersonId, z.union([nobody, PersonId]), instant, instant])
    .transform(([, type, person, standIn, from, to]): Arrangement => ({ type, person, standIn, from, to })),
  z
    .tuple([z.literal("w1"), z.literal("back"), PersonId])
    .transform(([, type, person]): Arrangement => ({ type, person })),
  z
    .tuple([z.literal("w1"), z.literal("standIn"), PersonId, PersonId, instant, instant])
    .transform(([, type, person, standIn, from, to]): Arrangement => ({ type, person, standIn, from, to })),
  z
    .tuple([z.literal("w1"), z.literal("standInEnd"), PersonId, z.union([nobody, PersonId]), instant, instant])
    .transform(([, type, person, standIn, from, to]): Arrangement => ({ type, person, standIn, from, to })),
  z
    .tuple([z.literal("w1"), z.literal("duty"), TeamId, PersonId, instant, instant])
    .transform(([, type, team, person, from, to]): Arrangement => ({ type, team, person, from, to })),
  z
    .tuple([z.literal("w1"), z.literal("freeze"), listOf(AssetId), listOf(LineId), instant, instant])
    .transform(([, type, assets, lines, from, to]): Arrangement => ({ type, assets, lines, from, to })),
  z
    .tuple([z.literal("w1"), z.literal("thaw"), listOf(AssetId), listOf(LineId)])
    .transform(([, type, assets, lines]): Arrangement => ({ type, assets, lines })),
]);

/** The value such a button carries. */
export function encodeArrangement(arrangement: Arrangement): string {
  return ["w1", arrangement.type, ...partsOf(arrangement)].join("|");
}

/** Null for every other button. */
export function readArrangement(value: string): Arrangement | null {
  return Parts.safeParse(value.split("|")).data ?? null;
}

function partsOf(arrangement: Arrangement): readonly (string | number)[] {
  switch (arrangement.type) {
    case "away":
    case "standInEnd":
      return [arrangement.person, arrangement.standIn ?? "", arrangement.from, arrangement.to];
    case "back":
      return [arrangement.person];
    case "standIn":
      return [arrangement.person, arrangement.standIn, arrangement.from, arrangement.to];
    case "duty":
      return [arrangement.team, arrangement.person, arrangement.from, arrangement.to];
    case "freeze":
      return [arrangement.assets.join(","), arrangement.lines.join(","), arrangement.from, arrangement.to];
    case "thaw":
      return [arrangement.assets.join(","), arrangement.lines.join(",")];
    default:
      return assertNever(arrangement, "arrangement");
  }
}
