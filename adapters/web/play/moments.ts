import type { LocalId } from "../localId.ts";
import { askedAgain } from "./appeals.ts";
import { limits, sentence, stall } from "./approvals.ts";
import { twoChats } from "./crossing.ts";
import { breakGlass } from "./emergency.ts";
import { killed, lineDown, whoOwns } from "./floor.ts";
import type { Moment } from "./play.ts";
import { refused, safety } from "./refusals.ts";
import { twoHats } from "./together.ts";
import { vendor } from "./vendors.ts";
import { week } from "./week.ts";

/** The people without whom the play cannot be played: those of the demo plant. */
export const CAST: readonly LocalId[] = [
  "web:olga",
  "web:otto",
  "web:ole",
  "web:karin",
  "office:sina",
  "office:nils",
  "web:sabine",
  "web:paula",
  "web:pia",
  "web:lars",
];

/** The guided play, in the order in which one thing leads to the next. */
export const MOMENTS: readonly Moment[] = [
  sentence,
  limits,
  twoChats,
  stall,
  week,
  refused,
  whoOwns,
  lineDown,
  breakGlass,
  safety,
  killed,
  askedAgain,
  vendor,
  twoHats,
];
