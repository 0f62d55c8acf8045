import { languageOf, type Tongue } from "../../src/index.ts";
import type { Activity } from "./activity.ts";

/** In which language whoever acted has Teams, for what the adapter says by itself; English where it is none that Referee speaks. */
export function tongueOf({ locale }: Pick<Activity, "locale">): Tongue {
  const language = languageOf(locale ?? "");
  return language === null ? {} : { language };
}
