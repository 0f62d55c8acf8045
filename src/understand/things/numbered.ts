import { namesIn, type Vocabulary } from "../text/vocabulary.ts";
import { classesOf } from "../text/wordClasses.ts";
import { isNameWord } from "../utterance/portNumber.ts";
import type { Utterance } from "../utterance/utterance.ts";
import type { Mention } from "./mention.ts";

// "to kneader 88", "zur Anlage 53", "al horno 25", "PLC-12 and kneader 88": a word and a number that no list knows.
const NUMBERED =
  /(?<=(?:^|[^\p{L}\d])(?:to|from|towards|nach|zu|zum|zur|vom|von|auf|an|al|a|desde|hacia|del|and|und|y)\s(?:(?:the|our|der|die|das|dem|den|el|la|los|las)\s)?)(\p{L}{3,20})[\s-](\d{1,4})(?![\p{L}\d%]|[.:,/-]\d|\s?(?:%|uhr|am|pm|h|min|mins|minutes|minuten|minutos|hours?|stunden|horas?|days?|tage|dias|weeks?|people|times|pcs)(?!\p{L}))/gu;
const NO_MACHINE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|miercoles|jueves|viernes|sabado|domingo|jan\p{L}*|feb\p{L}*|mar|march|marz|marzo|apr\p{L}*|may|mai|mayo|jun\p{L}*|jul\p{L}*|aug\p{L}*|ago|agosto|sep\p{L}*|o[ck]t\p{L}*|nov\p{L}*|de[cz]\p{L}*|dic\p{L}*|ene\p{L}*|today|tomorrow|tonight|heute|morgen|hoy|manana|noon|week|woche|semana|kw|lines?|linie|linea|errors?|fehler|alarma?|code|ticket|version|step|schritt|crew|year|batch|order|auftrag|charge|lote|level|zone|hall|halle|nave|room|raum|page|phase|shift|schicht|turno|vlan|rule|regel|about|etwa|um|half|halb|viertel|dreiviertel|quarter|kurz|punkt|sharp|the|our|der|die|das|dem|den|los|las|bis|until|after|before|nach|vor|last|next|all|codes|function|functions|register|registers|value|type|typ|channel|kanal)$/u;
const COUNTED =
  /^\s?(?:,|and|und|y|&|\+|,\s?(?:and|und|y))\s?(\d{1,4})(?![\p{L}\d%:]|[.:/-]\d|\s?(?:%|uhr|am|pm|h|min|minutes|hours|stunden|horas|days|tage|dias|people|times)(?!\p{L}))/u;
/** As for ports: machines that are counted in one breath have numbers as close as this. */
const COUNTED_WITHIN = 100;

/** Machines that are told by a word and a number, where the number is nothing else. */
export function numberedThings({ text, folded, entities }: Utterance): readonly Mention[] {
  return [...folded.matchAll(NUMBERED)].flatMap((match) => {
    const [said, word = ""] = match;
    const [start, end] = [match.index, match.index + said.length];
    const isOther = entities.some((entity) => entity.start < end && start < entity.end);
    if (isOther || NO_MACHINE.test(word) || !isNameWord(word) || classesOf(word).length > 0) return [];
    return [{ start, end, what: { type: "text", text: text.slice(start, end) } as const }];
  });
}

/** The machines that go on from one: "PLC-12, 7 and 9", each under the name of the first with its own number. */
export function countedOn({ folded, entities }: Utterance, first: Mention, { assets }: Vocabulary): readonly Mention[] {
  const name = first.what.type === "address" ? null : /^(?=[^\p{L}\n]*\p{L})(.*?)(\d{1,4})$/u.exec(first.what.text);
  if (name === null) return [];
  const [, called = "", number = ""] = name;
  const found: Mention[] = [];
  let end = first.end;
  for (let match = COUNTED.exec(folded.slice(end)); match?.[1] !== undefined; match = COUNTED.exec(folded.slice(end))) {
    const start = end + match[0].length - match[1].length;
    if (Math.abs(Number(match[1]) - Number(number)) >= COUNTED_WITHIN) return found;
    if (entities.some((entity) => entity.start <= start && start < entity.end)) return found;
    end += match[0].length;
    found.push({ start, end, what: thingCalled(`${called}${match[1]}`, assets) });
  }
  return found;
}

function thingCalled(name: string, assets: Vocabulary["assets"]): Mention["what"] {
  const known = namesIn(assets, name).find(({ text }) => text === name);
  return known === undefined ? { type: "text", text: name } : { type: "asset", id: known.id, text: name };
}
