import { fold } from "./fold.ts";

// Words that hold a sentence together. They weigh in the model, but nobody is told anything by "because of “to”".
const HOLDING = {
  en: `a an the this that these those it its i me my we us our you your he she they them their is are am was were be been
    being do does did done doing has have had having will would shall should can could may might must let get gets got
    to of in on at by for from with without into onto through via until till about over under up out off if then than so
    as and or but nor not no yes also too just only still again there here some any all both each every one ones please
    thanks now today tomorrow tonight ok okay hi hello hey something anything someone somebody else`,
  de: `der die das den dem des ein eine einen einem einer eines kein keine ich mich mir wir uns du dich dir ihr sie er es
    man mein meine unser unsere euer eure ist sind bin war waren sein wird werden wurde hat haben hatte kann koennen
    konnen kannst koennte koennten muss mussen muessen soll sollen sollte darf durfen duerfen mag moechte zu zum zur von
    vom in im ins an am auf aus bei beim bis fur fuer mit nach uber ueber um unter durch gegen ohne wegen und oder aber
    auch noch nur schon mal bitte danke jetzt heute morgen dann wenn weil dass als wie so hier da ja nein nicht`,
  es: `el la los las un una unos unas lo le les se me te nos mi mis tu tus su sus nuestro nuestra yo es son soy esta estan
    era ser estar estoy estamos hay ha han he hemos puede pueden puedes podemos podria podrian debe hace hacer a al de del en con sin
    por para desde hasta sobre entre y e o u ni pero si no que como cuando porque favor gracias ahora hoy manana ya muy
    tambien solo este esta ese esa`,
};

let kept: ReadonlySet<string> | undefined;

/** Whether a word, as the reader writes it, can be a reason by itself. */
export function isTelling(word: string): boolean {
  kept ??= new Set(Object.values(HOLDING).flatMap((words) => words.split(/\s+/)));
  return /\p{L}{2}/u.test(word) && !kept.has(word);
}

/** The language most of a text's holding words are of; English when there are none. */
export function mostSpoken(text: string): "en" | "de" | "es" {
  const said = fold(text).split(/[^\p{L}]+/u);
  const counts = LANGUAGES.map((language) => {
    const words = new Set(HOLDING[language].split(/\s+/));
    return { language, count: said.filter((word) => words.has(word)).length };
  });
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).language;
}

const LANGUAGES = ["en", "de", "es"] as const;
