import { portsAt } from "../ports/portList.ts";
import type { Found } from "./found.ts";
import { addPorts, isKnown, isNumberOfThing, type Span } from "./portNumber.ts";

const OPENING =
  "open|allow|permit|unblock|enable|need|please|freischalten|freigeben|offnen|aufmachen|bitte|abrir|abre|abra|permitir|habilitar|necesito";
const OPENED = new RegExp(
  `(?<=(?<!\\p{L})(?:${OPENING})\\s)\\d{2,5}(?=\\s?(?:-|/|:|,|\\.{2,3}|to\\s|bis\\s|a\\s)\\s?\\d{2,5})`,
  "gu",
);
/** "Open 22 from", "shut 23 on": a port that is known, by what is asked of it. */
const OPENED_ONE =
  /(?<=(?<!\p{L})(?:open|allow|permit|unblock|close|shut|block|abrir|abre|abra|abrid|cerrar|cierra|cierre|cerrad)(?:\sel)?\s)\d{2,5}(?=\s(?:from|to|for|on|desde|del|al|para|en)\s(?!\d+(?![\d.])))/gu;
/** "Open 503 please", "503 öffnen": a number that is a port by nothing but what is asked of it. */
const ASKED_ALONE =
  /(?<=(?<!\p{L})(?:open|close|allow|unblock|abrir|abre|abra|abrid|cerrar|cierra|cierre|cerrad|offnet?|schliess?[et]?)(?: the| el| den)?\s)\d{3,5}(?=\s?(?:$|[.;!]|(?:instead|please|tcp|udp|and|bitte|stattdessen|por favor|y)(?!\p{L})))|(?<![\p{L}\d.,:/#+-])\d{3,5}(?=\s(?:offnen|aufmachen|freischalten|freigeben|schliess?en|zumachen|dichtmachen|sperren)(?!\p{L})|\s(?:auf|zu|dicht)(?:\s?(?:$|[.,;!])|\s(?:bitte|und)(?!\p{L})))/gu;
/** "Open 1430 please" is said of a gate. */
const CLOCK_LIKE = /^(?:[01]\d|2[0-3])(?:00|15|30|45)$/;
const BEHIND_PROTOCOL = /^\s?(?:[(:]\s?|(?:on|over|at|via|auf|uber|an|por|en)\s)?(?=\d{3,5}(?![\d]|[.:-]\d))/;
const BEFORE_PROTOCOL = /(?<![\p{L}\d.,:/#+-])\d{3,5}(?=\s?[(/]\s?$)/u;
/** What follows a port that is asked for, unlike "modbus 300 registers". */
const GOES_ON_AS_WISH =
  /^\s?(?:$|[.,;!?)>]|-+>|=+>|(?:from|to|on|for|until|till|between|and|please|nach|zu|zum|zur|von|vom|fur|bis|auf|und|bitte|freischalten|freigeben|offnen|aufmachen|al|a|hacia|desde|del|de|para|hasta|entre|y|por|en|in|tcp|udp)(?!\p{L}))/u;

/** "Open 135-139 to", "bitte 502/44818 von": several numbers that are ports by what is asked of them. */
export function addOpenedLists(folded: string, found: Found, names: readonly Span[]): void {
  for (const { index } of folded.matchAll(OPENED)) addList(folded, found, names, index);
  for (const { 0: number, index } of folded.matchAll(OPENED_ONE))
    if (isKnown(Number(number)) && !isNumberOfThing(folded, index, names))
      addPorts(folded, found, portsAt(folded, index));
}

/** "Close 502 and open 503": beside words that open or close, a number no table knows is a port as well. */
export function addOpenedAlone(folded: string, found: Found, names: readonly Span[]): void {
  for (const { 0: number, index } of folded.matchAll(ASKED_ALONE))
    if (!CLOCK_LIKE.test(number) && !isNumberOfThing(folded, index, names))
      addPorts(folded, found, portsAt(folded, index));
}

function addList(folded: string, found: Found, names: readonly Span[], start: number): void {
  const ports = portsAt(folded, start);
  const isAll = ports.every(({ from, to }) => from >= 100 && to >= 100) || ports.every(({ from }) => isKnown(from));
  const isList = ports.length > 1 || ports.some(({ from, to }) => from < to);
  const end = ports.at(-1)?.end ?? start;
  if (isAll && isList && GOES_ON_AS_WISH.test(folded.slice(end, end + 24)) && !isNumberOfThing(folded, start, names))
    addPorts(folded, found, ports);
}

/** "Modbus on 5020", "https 8443 to", "5020 (modbus)": the number beside a protocol is its port, whatever port that is. */
export function addPortsBeside(folded: string, found: Found, names: readonly Span[]): void {
  for (const { start, end, key } of found.protocols()) {
    const at = behindProtocol(folded, end) ?? beforeProtocol(folded, start);
    if (at === undefined || isNumberOfThing(folded, at, names)) continue;
    const ports = portsAt(folded, at);
    if (!ports.some(({ from }) => isAnswer(key, from))) addPorts(folded, found, ports);
  }
}

/** Where the port of a protocol stands behind its name; undefined where a number there may count something. */
function behindProtocol(folded: string, end: number): number | undefined {
  const behind = BEHIND_PROTOCOL.exec(folded.slice(end, end + 24))?.[0];
  if (behind === undefined) return undefined;
  const last = portsAt(folded, end + behind.length).at(-1)?.end;
  return last !== undefined && GOES_ON_AS_WISH.test(folded.slice(last, last + 24)) ? end + behind.length : undefined;
}

function beforeProtocol(folded: string, start: number): number | undefined {
  const from = Math.max(0, start - 12);
  const index = BEFORE_PROTOCOL.exec(folded.slice(from, start))?.index;
  return index === undefined ? undefined : from + index;
}

/** "HTTP 503" is what a server answers. */
function isAnswer(key: string, number: number): boolean {
  return key.startsWith("http") && number >= 400 && number < 600;
}
