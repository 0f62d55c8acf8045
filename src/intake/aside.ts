import { alsoRead, type Carried } from "../card/alsoRead.ts";
import { emergencyText } from "../card/answers.ts";
import type { Plant } from "../plant/plant.ts";
import { isEmergency } from "../understand/danger.ts";
import { redactSecrets } from "../understand/secrets.ts";
import type { MessageReading } from "./reading.ts";

const SECRET = "What you wrote looked as if it held a password or token. Referee has not kept it; please change it.";

/** What decides whether its author must hear something at once, whatever becomes of what they wrote. */
export type Telltale = Pick<MessageReading, "danger" | "hadSecret">;

/** The same of what was typed into a form. */
export function telltaleIn(typed: Readonly<Record<string, string>>): Telltale {
  const texts = Object.values(typed);
  return {
    danger: texts.some(isEmergency) ? "emergency" : null,
    hadSecret: texts.some((text) => redactSecrets(text).found),
  };
}

/** For the author alone: the emergency number first, then the password to change. Null when there is nothing to say. */
export function asideFor({ danger, hadSecret }: Telltale, plant: Plant): string | null {
  const lines = [...(danger === "emergency" ? [emergencyText(plant)] : []), ...(hadSecret ? [SECRET] : [])];
  return lines.length === 0 ? null : lines.join(" ");
}

/** What a reply to a draft says and the draft does not take; null when it takes all of it. For its author alone. */
export function sayLeftOut(carried: Carried, plant: Plant): string | null {
  const lines = alsoRead(carried, plant);
  return lines.length === 0 ? null : lines.join(" ");
}
