import type { AwayCounts } from "../plant.ts";
import { type Component, parameterOf, propertiesOf, textOf } from "./jcal.ts";
import { AWAY_TITLE, foldedWords } from "./titleWords.ts";

/**
 * Whether an event of a person's own calendar makes them away. Outlook and Exchange say so by a property of their own;
 * Google and others do not, so there whole days that are not free count, and titles such as "Urlaub". What was called off,
 * declined, is tentative or free never does. An hour's meeting makes nobody away, unless the plant file asks for it.
 * @source X-MICROSOFT-CDO-BUSYSTATUS: [MS-OXCICAL] section 2.1.3.1.1.20.31; TRANSP: RFC 5545, section 3.8.2.7; from memory
 */
export function countsAsAway(event: Component, counts: AwayCounts): boolean {
  if (isOff(event)) return false;
  const busy = textOf(event, "x-microsoft-cdo-busystatus")?.toUpperCase() ?? null;
  if (busy === "OOF") return true;
  if (busy !== null && busy !== "BUSY") return false;
  if (textOf(event, "transp")?.toUpperCase() === "TRANSPARENT") return false;
  return counts === "busy" || lastsWholeDays(event) || saysAway(textOf(event, "summary") ?? "");
}

function isOff(event: Component): boolean {
  const status = textOf(event, "status")?.toUpperCase();
  if (status === "CANCELLED" || status === "TENTATIVE") return true;
  const invited = propertiesOf(event, "attendee");
  const declined = invited.filter((property) => parameterOf(property, "partstat")?.toUpperCase() === "DECLINED");
  return invited.length > 0 && declined.length === invited.length;
}

function lastsWholeDays(event: Component): boolean {
  const value = textOf(event, "dtstart");
  return value !== null && !value.includes("T");
}

function saysAway(title: string): boolean {
  return foldedWords(title).some((word) => AWAY_TITLE.has(word)) || /\bout of (?:the )?office\b/i.test(title);
}
