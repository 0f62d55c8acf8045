import { emergencyText } from "../card/answers.ts";
import { alsoRead, type Carried } from "../card/draft/alsoRead.ts";
import type { Plant } from "../plant/plant.ts";
import { isEmergency } from "../understand/danger.ts";
import { say } from "../words/say.ts";
import type { MessageReading } from "./reading.ts";
import type { Whose } from "./withoutSecrets.ts";

/** What decides whether its author must hear something at once, whatever becomes of what they wrote. */
export type Telltale = Pick<MessageReading, "danger">;

/** The same of what was typed into a form. */
export function telltaleIn(typed: Readonly<Record<string, string>>): Telltale {
  return { danger: Object.values(typed).some(isEmergency) ? "emergency" : null };
}

/** For the author alone: the emergency number first, then the password to change. Null when there is nothing to say. */
export function asideFor({ danger }: Telltale, secret: Whose | null, plant: Plant): string | null {
  const lines = [
    ...(danger === "emergency" ? [emergencyText(plant)] : []),
    ...(secret === null ? [] : [say(plant, secret === "own" ? "alone.secretOwn" : "alone.secretOther")]),
  ];
  return lines.length === 0 ? null : lines.join(" ");
}

/** Why times that a text says are asked for, in its words; null when none is. For its author. */
export function sayOpenTimes({ openTimes }: Pick<MessageReading, "openTimes">): string | null {
  return openTimes.length === 0 ? null : openTimes.map(({ why }) => why).join(" ");
}

/** What a reply to a draft says and the draft does not take; null when it takes all of it. For its author alone. */
export function sayLeftOut(carried: Carried, plant: Plant): string | null {
  const lines = alsoRead(carried, plant);
  return lines.length === 0 ? null : lines.join(" ");
}
