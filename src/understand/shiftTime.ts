import type { ShiftSpan } from "./vocabulary.ts";

/** A point that a shift gives: its start or its end. */
export type ShiftPoint = { readonly timeOfDay: string; readonly after: boolean; readonly said: string };

const WHICH: readonly (readonly [forms: RegExp, startsFrom: number, startsTo: number])[] = [
  [
    /(?:early|morning|first|1st|day|fruh|erste[rn]?|manana|primer) ?(?:shift|schicht)|turno de (?:la )?manana|primer turno/,
    3,
    10,
  ],
  [
    /(?:late|second|2nd|evening|afternoon|spat|zweite[rn]?|mittag) ?(?:shift|schicht)|turno de (?:la )?tarde|segundo turno/,
    11,
    18,
  ],
  [/(?:night|third|3rd|nacht|dritte[rn]?) ?(?:shift|schicht)|turno de (?:la )?noche|tercer turno/, 19, 24],
];
const ENDS =
  /(?:after|end of|until|till|bis|hasta|nach|ende|despues|fin|tras)(?: (?:the|der|die|zum|ende|end|of|del|de|el|la|que termine|zur))* ?$/;

/** "after second shift" is 22:00 where the late shift ends then; "night shift" is its start. Null without such a shift. */
export function findShiftPoint(folded: string, shifts: readonly ShiftSpan[]): ShiftPoint | null {
  for (const [forms, from, to] of WHICH) {
    const match = forms.exec(folded);
    if (match === null) continue;
    const shift = shifts.find((span) => isWithin(Number(span.from.slice(0, 2)), from, to));
    if (shift === undefined) return null;
    const after = ENDS.test(folded.slice(Math.max(0, match.index - 30), match.index));
    return { timeOfDay: after ? shift.to : shift.from, after, said: match[0] };
  }
  return null;
}

function isWithin(hour: number, from: number, to: number): boolean {
  return from <= hour && hour <= to;
}
