import { emergencyText } from "../card/answers.ts";
import { sayList } from "../card/words.ts";
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

/** What of a reply to a draft was not kept, and why; null when there was nothing. */
export function sayUnread(reading: Pick<MessageReading, "notPorts" | "openTimes">): string | null {
  const lines = [sayLeftOut(reading), ...reading.openTimes.map(({ why }) => why)].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.join(" ");
}

/** That a number called a port was not kept; null when there was none. For the author of a draft. */
export function sayLeftOut({ notPorts }: Pick<MessageReading, "notPorts">): string | null {
  if (notPorts.length === 0) return null;
  return `Ports go from 1 to 65535, so ${sayList(notPorts.map(String))} ${notPorts.length === 1 ? "was" : "were"} left out.`;
}
