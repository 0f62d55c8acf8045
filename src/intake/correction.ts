import { fold } from "../understand/text/fold.ts";
import type { RequestType } from "../workflow/requestType.ts";
import type { Values } from "../workflow/value.ts";
import { factsIn, type ReadContext } from "./readMessage.ts";

/** What people say when they take back a fact: "wrong port, i meant 503", "nicht 502 sondern 503", "quise decir 503". */
const CORRECTS =
  /(?<!\p{L})(?:wrong|meant|mean|instead|rather|correction|corrected|typo|oops|sorry|should (?:be|have been|read)|falsch\p{L}*|gemeint|meinte|meine|sondern|stattdessen|korrektur|korrigiere|vertippt|verschrieben|equivocad[oa]|me equivoque|quise decir|quiero decir|queria decir|sino|mejor dicho|perdon|correccion|error mio)(?!\p{L})/u;

/** Whether words take a fact back. */
export function takesBack(folded: string): boolean {
  return CORRECTS.test(folded);
}

/** Behind these stands what is right. */
const RIGHT_IS =
  /^.*(?<!\p{L})(?:meant|mean|but|sondern|gemeint|meinte|meine|sino|decir|dicho|should (?:be|have been|read)|rather|instead|it is|it's|es ist|ist|es)(?!\p{L})/su;
const NO_THING = new RegExp(
  `${CORRECTS.source}|(?<!\\p{L})(?:nicht|keine?|that|this|please|bitte|pero|not|the|was|its|but|ich|und|que|por|favor|port)(?!\\p{L})`,
  "gu",
);
const NUMBERS = /(?<![\p{L}\d.]|\p{L}-)\d{1,5}(?:\s?\/\s?(?:tcp|udp))?(?![\d.:]\d)/u;

/**
 * The facts of a draft that a reply takes back and says anew; empty where it takes nothing back, since who talks of other
 * ports or machines does not change what is asked for.
 * @param isMeant whether its author has said that it is for this draft: then it need not take anything back
 */
export function correctionsIn(
  text: string,
  type: RequestType,
  known: Values,
  context: ReadContext,
  isMeant = false,
): Values {
  const folded = fold(text);
  const takesBack = CORRECTS.test(folded);
  if (!takesBack && !isMeant) return {};
  const port = takesBack ? portOf(text, folded, type, known, context) : {};
  const said = { ...port, ...factsIn(text, type, context) };
  const changed = type.fields.flatMap(({ id }) => {
    const [before, now] = [known[id], said[id]];
    return before === undefined || now === undefined || now === before ? [] : [[id, now] as const];
  });
  return Object.fromEntries(changed);
}

/** "I meant 503" names no port by that word, and is one where a port is what was wrong, or all that the reply holds. */
function portOf(text: string, folded: string, type: RequestType, known: Values, context: ReadContext): Values {
  const field = type.fields.find(({ kind, id }) => kind === "port" && known[id] !== undefined);
  const from = RIGHT_IS.exec(folded)?.[0].length ?? 0;
  const number = NUMBERS.exec(folded.slice(from)) ?? NUMBERS.exec(folded);
  if (field === undefined || number === null) return {};
  const isAboutPorts = /ports?|puertos?|tcp|udp/.test(folded) || !/\p{L}{3,}/u.test(folded.replace(NO_THING, ""));
  if (!isAboutPorts) return {};
  const start = number.index + (folded.slice(from).includes(number[0]) ? from : 0);
  const facts = factsIn(`port ${text.slice(start)}`, type, context);
  return facts[field.id] === undefined ? {} : { [field.id]: facts[field.id] ?? "" };
}
