import type { TeamId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { plainly } from "./homeWords.ts";
import { teamsIn } from "./queriesIn.ts";
import type { Query } from "./reading.ts";

/** Longer than anything that asks for a digest in so many words. */
const LONGEST = 80;

const SHOW =
  "(?:(?:can|could|kannst|konntest|puedes|podrias) (?:you |du )?)?(?:(?:show|give|send|get|zeig|zeige|zeigen sie|gib|schick|schicke|muestra|muestrame|mostrarme|dame|darme|ensename|envia|enviame)(?: me| us| mir| uns)? )?";
const ARTICLE = "(?:(?:the|a|my|our|der|den|die|das|einen|eine|unsere|unseren|el|la|un|nuestro|mir|uns|me) )*";
const NAME =
  "(?:(?:daily|morning|ops) )?(?:digest|summary|tagesubersicht|tageszusammenfassung|zusammenfassung|morgenbericht|tagesbericht|lagebericht|resumen|informe diario|parte diario|parte del dia)(?: (?:del dia|diario|matutino))?";
const OF =
  "(?: (?:for|of|fur|von|vom|de|del|para)(?: (?:the|das|die|den|dem|der|team|equipo|el|la|los|las))* (?<team>.+?))?";
const LAST = "(?: (?:zeigen|geben|schicken))?";

const DIGEST = new RegExp(`^${SHOW}${ARTICLE}${NAME}${OF}${LAST}$`);

const YESTERDAY = /(?: (?:of|from|for|von|vom|fur|de|del))? (?:yesterdays?|gestern|gestrige[nrsm]?|ayer)(?= )/;
const TODAY = /(?: (?:of|from|for|von|vom|fur|de|del))? (?:todays?|now|heute|jetzt|heutige[nrsm]?|hoy|ahora)(?= )/;

/** "digest", "digest for OT", "yesterday's digest", and so in German and Spanish; null for everything else. */
export function asksForDigest(text: string, plant: Plant): Query | null {
  const words = ` ${plainly(text)} `;
  if (words.length > LONGEST) return null;
  const day = YESTERDAY.test(words) ? "yesterday" : "now";
  const found = DIGEST.exec(words.replace(YESTERDAY, "").replace(TODAY, "").trim());
  if (found === null) return null;
  const team = found.groups?.team;
  if (team === undefined) return { type: "digest", teams: [], day };
  const teams = teamsOf(team, plant);
  return teams.length === 0 ? null : { type: "digest", teams, day };
}

/** The name alone: a word too many, and something else is asked for. */
function teamsOf(said: string, plant: Plant): readonly TeamId[] {
  return teamsIn(said.length <= SIDE ? said.toUpperCase() : said, plant);
}

/** IT, OT. */
const SIDE = 2;
