/** Words that say that somebody is not there, in the languages of calendars in English, German and Spanish. */
export const AWAY = words(`
  off out away absent absence leave pto ooo vacation vacations holiday holidays sick ill illness unavailable free
  birthday cancelled canceled declined not no without except parental
  urlaub ferien krank krankheit krankgemeldet frei dienstfrei abwesend abwesenheit feiertag elternzeit geburtstag
  abgesagt nicht kein keine ohne ausser
  vacaciones baja enfermo enferma libre ausente ausencia permiso festivo cumpleanos cancelado sin
`);

/** Words by which somebody's own calendar says that they are not at work. */
export const AWAY_TITLE = words(`
  ooo pto vacation vacations leave sick ill absent
  urlaub ferien krank krankheit krankgemeldet abwesend abwesenheit elternzeit dienstfrei
  vacaciones baja ausente ausencia
`);

/** Words between two names after which the first stands in for the second. */
export const STANDS_IN = words(`
  covers covering cover for instead replaces replacing stands steps swapped swaps
  vertritt vertretung fur statt anstelle ersetzt getauscht tauscht ubernimmt
  sustituye sustituyendo reemplaza cubre por lugar cambiado cambia
`);

/** What may stand among them: "stands in for", "en lugar de". */
export const LITTLE = words("in of the with to a de del en con el la von mit den der die das und and y");

/** Words between two names of people who are both there. */
export const TOGETHER = words("and und y e");

/** Words that calendars of on-call tools put beside a name, and that are nobody's name. */
export const ON_CALL = words(`
  on call oncall duty shift schedule rota rotation primary secondary first second third level tier layer support
  early late night day morning evening week weekend standby stand by engineer technician contact person
  bereitschaft rufbereitschaft bereitschaftsdienst dienst notdienst schicht fruhschicht spatschicht nachtschicht
  tagschicht fruh spat nacht tag woche wochenende hat ist im dienstplan herr frau
  guardia turno noche tarde manana semana responsable localizable es esta
  is has at the in of mr mrs ms dr ing l1 l2 l3 p1 p2 kw w
`);

/** The words of a text, without case, accents and signs: "Vogt-Peña" is vogt pena. */
export function foldedWords(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ""));
}
