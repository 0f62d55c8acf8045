import leven from "leven";
import { cutText, oneLine } from "../../plainText.ts";
import { say } from "../../words/say.ts";
import { type AccountId, adapterOf, type PersonId } from "../ids.ts";
import { personByAccount } from "../person.ts";
import type { Person, Plant } from "../plant.ts";
import { perPlant } from "../remember.ts";
import { hasTwoScripts, looksLike, mixesScripts } from "./lookAlike.ts";
import { platformName, platformsOf } from "./platforms.ts";

/** Longest name that an account gives itself on a card, in UTF-16 units. */
const MOST_IN_NAME = 60;

/** What Referee calls itself, the parties that are no team, and the platforms' own voices: nobody else is called that. */
const RESERVED = [
  ...["Referee", "Ops", "Operations", "Ops lead", "plant manager", "shift lead", "the requester"],
  ...[
    "shift supervisor",
    "shift manager",
    "IT security",
    "OT security",
    "security team",
    "Slackbot",
    "Microsoft Teams",
  ],
  // The same as plants say it in German and Spanish, whatever their teams are called in the file.
  ...[
    "Schichtleiter",
    "Schichtleiterin",
    "Schichtleitung",
    "Schichtführer",
    "Werksleiter",
    "Werksleitung",
    "Werkleiter",
  ],
  ...["Betriebsleiter", "Betriebsleitung", "Produktionsleiter", "IT-Sicherheit", "OT-Sicherheit", "Anlagenleiter"],
  ...["jefe de turno", "jefa de turno", "jefe de operaciones", "jefa de operaciones", "Operaciones", "jefe de planta"],
  ...[
    "director de planta",
    "directora de planta",
    "dirección de planta",
    "quien lo solicitó",
    "die anfragende Person",
    "seguridad informática",
    "seguridad de TI",
    "seguridad IT",
  ],
];

/** What speaks in a chat beside people. */
const VOICES = ["Slack", "Teams", "Microsoft", "bot", "system", "admin", "administrator"];

/** What turns letters round or calls somebody: no platform's own name has it, and none is shown with it. */
const TRICKS = /[\u202d\u202e]|<[@!#]|^[\s\p{P}]*[@＠]/u;

const EXTERNAL = " · external";

/** Marks the name of an account that its platform says is of another company: cards then say so. */
export function externalName(name: string): string {
  return name.endsWith(EXTERNAL) ? name : `${name}${EXTERNAL}`;
}

/** The name as its platform shows it. */
function unmarked(given: string): string {
  return given.endsWith(EXTERNAL) ? given.slice(0, -EXTERNAL.length) : given;
}

/**
 * How an account is called on everything that people read. Of a person of the plant: by the plant's name. An account that
 * the plant does not know is always said to be one, with its platform: "Nadia Novak (Slack, not linked)"; and it has no
 * name at all where the one it gives itself could be taken for that of a person, of a team or of Referee.
 * @param given the name its platform shows, or null where that is not known; whoever has the account chose it
 */
export function sayAccount(plant: Plant, account: AccountId, given: string | null): string {
  const person = personByAccount(plant, account);
  if (person !== null) return person.name;
  const platform = platformName(adapterOf(account), [...platformsOf(plant), adapterOf(account)], plant);
  const isExternal = given?.endsWith(EXTERNAL) === true;
  const name = given === null ? "" : nameless(oneLine(unmarked(given).slice(0, 1_000)));
  if (!/[\p{L}\p{N}]/u.test(name) || TRICKS.test(given ?? "") || mixesScripts(name) || isTaken(plant, name))
    return say(plant, isExternal ? "who.externalAccount" : "who.account", { platform });
  const said = { name: cutText(name, MOST_IN_NAME), platform };
  return say(plant, isExternal ? "who.externalNotLinked" : "who.notLinked", said);
}

/** Brackets, quotes and colons are how a card says who someone is, and what they say: no name brings its own. */
function nameless(name: string): string {
  return name
    .replace(/[()[\]{}（）«»“”„"<>:：;|]+/gu, " ")
    .replace(/\s{2,}/gu, " ")
    .trim();
}

/**
 * Everybody whose name, e-mail address or id the name fits that an account gives itself, however it is written. A first
 * name alone fits all who bear it. In a name of two scripts a letter nobody knows may stand for any.
 */
export function peopleBehind(plant: Plant, given: string): readonly PersonId[] {
  const name = unmarked(given).slice(0, 1_000);
  const looks = looksLike(name);
  if (looks === "") return [];
  const words = new Set(looks.split(" "));
  const isMixed = hasTwoScripts(name);
  return peopleByLooks(plant).flatMap((each) =>
    fits(each, looks, words) || (isMixed && mayRead(each, looks)) ? [each.id] : [],
  );
}

/** Whether a mixed name can be read as somebody's, letter by letter. */
function mayRead({ whole, name }: Looks, looks: string): boolean {
  const words = looks.split(" ");
  const all = squashed(looks);
  return (
    name.every((word) => words.some((each) => isReadAs(each, word))) ||
    [name.join(""), ...whole].some((each) => isReadAs(all, each))
  );
}

function isReadAs(looks: string, known: string): boolean {
  const letters = [...looks];
  const theirs = [...known];
  return (
    letters.length === theirs.length &&
    letters.some((letter) => IS_PLAIN.test(letter)) &&
    letters.every((letter, at) => letter === theirs[at] || !IS_PLAIN.test(letter))
  );
}

const IS_PLAIN = /^[a-z0-9]$/;

/** A person by what they go by: each of `whole` in one word, and the words of their name, the first name first. */
type Looks = { readonly id: PersonId; readonly whole: ReadonlySet<string>; readonly name: readonly string[] };

const peopleByLooks = perPlant((plant): readonly Looks[] => [...plant.people.values()].map(looksOf));

function looksOf({ id, name, email = "", aliases }: Person): Looks {
  const [mailbox = ""] = email.split("@");
  const whole = new Set([id, mailbox, email, ...aliases].map((each) => squashed(looksLike(each))));
  return { id, whole, name: looksLike(name).split(" ") };
}

function fits({ whole, name }: Looks, looks: string, words: ReadonlySet<string>): boolean {
  const all = squashed(looks);
  return (
    whole.has(all) ||
    name.every((word) => words.has(word)) ||
    all.includes(name.join("")) ||
    isShortFor([...words], name) ||
    isSlipOf(all, name.join("")) ||
    (words.has(name[0] ?? "") && [...words].every((word) => name.includes(word)))
  );
}

type Names = {
  readonly whole: ReadonlySet<string>;
  readonly within: readonly (readonly string[])[];
  readonly people: readonly (readonly string[])[];
};

const namesOf = perPlant((plant): Names => {
  const people = [...plant.people.values()].map(({ name }) => name);
  const teams = [...plant.teams.values()].map(({ name }) => name);
  const others = [...plant.lines.values(), ...plant.assets.values()].map(({ name }) => name);
  // Cards call people by their first names alone.
  const first = people.map((name) => name.split(" ")[0] ?? name);
  const ids = [...plant.people.keys(), ...plant.teams.keys()];
  const aliases = [...plant.people.values()].flatMap((person) => person.aliases);
  const whole = new Set(
    [plant.name, ...first, ...aliases, ...others, ...ids, ...VOICES].map((name) => squashed(looksLike(name))),
  );
  const words = (name: string) => looksLike(name).split(" ");
  return { whole, within: [...people, ...teams, ...RESERVED].map(words), people: people.map(words) };
});

/** Whether a name could be taken for one that stands for somebody else: in any order of its words, and with more of them. */
function isTaken(plant: Plant, name: string): boolean {
  const { whole, within, people } = namesOf(plant);
  const looks = looksLike(name);
  const given = looks.split(" ");
  const words = new Set(given);
  const all = squashed(looks);
  return (
    whole.has(all) ||
    people.some((taken) => isShortFor(given, taken)) ||
    within.some((taken) => {
      const one = taken.join("");
      if (one === "") return false;
      return (
        taken.every((word) => words.has(word)) ||
        (one.length >= SHORTEST_WITHIN && all.includes(one)) ||
        isSlipOf(all, one)
      );
    })
  );
}

/** "Otto B." and "O. Brandt": a word of the name, and initials of the others. */
function isShortFor(given: readonly string[], taken: readonly string[]): boolean {
  const left = [...taken];
  const takes = (fits: (word: string) => boolean) => {
    const at = left.findIndex(fits);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const initials = given.filter((word) => word.length === 1);
  const others = given.filter((word) => word.length > 1);
  return (
    initials.length > 0 &&
    others.length > 0 &&
    others.every((word) => takes((each) => each === word)) &&
    initials.every((initial) => takes((each) => each.startsWith(initial)))
  );
}

/** One letter more, less or another, or two changed over: read over in a card, as "Referree" and "Brantd". */
function isSlipOf(all: string, one: string): boolean {
  if (one.length < SHORTEST_SLIP || Math.abs(all.length - one.length) > 1) return false;
  return leven(all, one, { maxDistance: 2 }) <= 1 || isChangedOver(all, one);
}

function isChangedOver(all: string, one: string): boolean {
  const at = [...all].findIndex((letter, index) => letter !== one.charAt(index));
  return at >= 0 && all === `${one.slice(0, at)}${one.charAt(at + 1)}${one.charAt(at)}${one.slice(at + 2)}`;
}

/** In shorter names a letter makes another one. */
const SHORTEST_SLIP = 7;

/** Shorter names stand in too many others: "Ops" in "Popsy". */
const SHORTEST_WITHIN = 6;

const squashed = (looks: string) => looks.replaceAll(" ", "");
