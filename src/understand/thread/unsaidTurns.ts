import { turns } from "../turns/turns.ts";

/** Of these it is no hearsay: they speak for themselves. */
const OWN = "(?:i|we|ich|wir|yo|nosotros|ot|it|security|safety|and|und|y|would|could|to|will|can) ";
const TELLS =
  "said|says|wrote|writes|told|tells|claims|claimed|meint|meinte|sagte|schrieb|schreibt|dijo|escribio|comento";
/** Somebody else is said to have said it. */
const HEARSAY = new RegExp(`(?<= |^)(?!${OWN})[^| ]+ (?:(?!${OWN})[^| ]+ )?(?:${TELLS})(?: |$)`);
const SAID_SO = turns([
  "hat|haben ... gesagt|geschrieben|gemeint|erzahlt",
  "told me|us|him|her",
  "is|was what he|she|they|otto|you",
  "according to",
  "laut _",
  "segun _",
  "on the phone",
  "am telefon",
  "por telefono",
  "ha|han dicho",
  "someone|somebody|everybody|everyone|nobody|no_one|keiner|niemand|jemand|alguien|nadie (_)? (_)? approved|denied|rejected|signed|said|done|genehmigt|abgelehnt|aprobado|denegado",
]);

/** It is only thought of, wanted of others, or still to come. */
const SUPPOSED = turns([
  "^ (and|but|so|well|only|i_think|i_guess)? if|once|when|whenever|unless|before|after|as_soon_as|until_then|wenn|falls|sobald|bevor|nachdem|cuando|antes|despues|ojala|in_case",
  "would|might|maybe|perhaps|probably|possibly|wish|hopefully|hope|guess|suppose|presumably|wurde|wurden|vielleicht|wahrscheinlich|eventuell|vermutlich|hoffentlich|quizas|quiza|probablemente|podria|deberia|diria|espero|supongo",
  "could|should|shall be|have|we|i|they|you|it|approve|say|deny",
  "i|we|he|she|they|you|it|somebody|someone could|should",
  "please|bitte|favor|kindly|you|you_please|someone|somebody approve|deny|reject|genehmigen|aprobar|aprobadlo|ablehnen",
  "konnte|konnten|sollte|sollten|musste",
  "^ si _",
]);
/** Words that are not certain in the very answer they stand in: "I would say yes". */
const YET = turns([
  "not|never|nobody|nothing (_)? (_)? been|yet|approved_it|approved_anything",
  "not yet",
  "still checking|looking|thinking|waiting|collecting|open|pending",
  "still have|has|need|needs to",
  "almost|nearly|soon|half",
  "waiting for|on",
  "wait for",
  "need|needs|needed|requires|awaiting an|a|the|your|our|some|more approval|ok|yes|decision",
  "approval|decision is needed|required|pending|missing|open",
  "let me",
  "have|has|need to check|look|ask|see|verify|think|read|test",
  "must|will|i_will|we_will first|check|decide|think|discuss",
  "decide|discuss|tell_you|answer|decides|decided tomorrow|later|on|in|monday|next",
  "not sure|certain|decided",
  "noch nicht",
  "noch zu|prufen|offen",
  "muss|mussen|mochte|will (ich|wir|das|es|noch|mir|_)? erst|zuerst|vorher|noch ...",
  "erst prufen|klaren|schauen|nachsehen|fragen|testen",
  "mal sehen",
  "bin|sind (mir)? nicht sicher",
  "todavia|aun no",
  "no estoy|esta|estamos seguro|segura|seguros|hecho|aprobado|todavia",
  "tengo|tenemos|hay que mirar*|ver*|revisar*|preguntar*|comprobar*|probar*",
  "primero",
  "esperando|esperamos|pendiente",
]);

/** Whether a text speaks of a decision instead of making it, for every clause of it. */
export function isHearsay(line: string): boolean {
  return HEARSAY.test(line) || SAID_SO.test(` ${line}`);
}

export function isSupposed(line: string): boolean {
  return SUPPOSED.test(` ${line}`) && !YES_TO_BOTH.test(line);
}

/** "Sí a ambos" is no "si": with nothing behind it that would hang on it. */
const YES_TO_BOTH = /^si a (?:ambos|ambas|los dos|las dos)(?: pasos)?$/;

export function isYetToCome(line: string): boolean {
  return YET.test(` ${line}`);
}

/** It is not meant: laughter, scorn. */
const NOT_MEANT = turns([
  "<laugh>|lol|lmao|rofl|haha|hahaha|hahahaha|hehe|jaja|jajaja|kidding|joking|joke|jk|sarcasm|witz|scherz|spass|broma|nuts|insane|verruckt|locos|loco",
  "as if",
  "yeah right",
  "great|brilliant|fantastic|wonderful|good idea $",
  "what|que (a|una|buena)? (great|good|buena)? idea",
  "tolle|super|geniale idee",
  "what could (possibly)? go",
  "famous last_words",
  "open|close|abrimos|machen everything|anything|all|todo|alles (to|for)? (the)? (internet|world|everyone)?",
  "ins|a internet",
  "the whole|entire internet|world",
]);

export function isNotMeant(line: string): boolean {
  return NOT_MEANT.test(` ${line}`);
}

/** It is about something long past. */
const LONG_PAST = turns([
  "last|previous week|month|year|time|monday|tuesday|wednesday|thursday|friday|summer|winter|shift|one|ticket",
  "yesterday|ago|earlier|gestern|vorgestern|damals|ayer|anteayer",
  "in january|february|march|april|june|july|august|september|october|november|december",
  "letzte|letztes|letzten|letzter woche|monat|jahr|mal|schicht",
  "la semana|vez pasada",
  "el mes|ano pasado",
]);

export function isLongPast(line: string): boolean {
  return LONG_PAST.test(` ${line}`);
}
