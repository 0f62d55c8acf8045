import { stretchOf, type Value } from "./value.ts";

const DOOR =
  /(?<!\p{L})(?:\p{L}{0,12}(?:door|gate|tür|tuer|tor|eingang|schaltraum|tresor|schloss|halle|büro|spind|schrank|container|puerta|taquilla|portón|porton|entrance|alarm|alarma|alarmanlage|keypad|locker|padlock|safe|candado|cerradura))s?(?!\p{L})/iu;
const OPENS =
  /(?<!\p{L})(?:open|opens|unlock|unlocks|get in|off|auf|rein|öffnen|öffnet|oeffnet|aufmachen|abre|abrir|abren|entrar|desbloquea|type|dial|enter|tippen|eintippen|eingeben|marca|teclea|keypad|disarm|disarms|arm|scharf|unscharf|entschärfen|deaktivieren|desactivar|desactiva|desarmar)(?!\p{L})/iu;

/** A number typed at a door, with what surrounds it. */
const TYPED = [
  /(?<!\p{L})(?:with|mit|con|enter|type|dial|press|punch in|tippe|tipp|wähle|gib|marca|marque|marcar|teclea|teclear|pulsa)\s+(?<number>[#*]?\d[\d-]{2,12}[#*]?)(?=$|[\s,.;!?])(?!\s*(?:ms|mbar|mm|cm|m|bar|rpm|kg|v|a|kw|hz|n|nm|uhr|h|s|min|l|%)(?!\p{L}))/giu,
  /(?<![\p{L}\d.-])(?<number>[#*]?\d[\d-]{2,12}[#*]?)\s+(?:eintippen|eingeben|tippen|wählen|drücken|druecken)/giu,
  /(?<![\p{L}\d.-])(?<number>[#*]?\d[\d-]{3,12}[#*]?)\s+(?:opens|unlocks|öffnet|oeffnet|abre)(?!\p{L})/giu,
];
/** "Safe: 4711", "the padlock is 3719": nothing else is told of a lock like this. */
const AT_LOCK =
  /(?<!\p{L})(?:door|gate|safe|keypad|padlock|locker|tür|tor|tresor|\p{L}{0,12}schloss|puerta|portón|candado|caja fuerte)(?:\s?[:=]\s?|\s+(?:is|ist|es|auf|steht auf|set to)\s+)(?<number>[#*]?\d[\d-]{3,12}[#*]?)(?=\s*(?:$|[,.;!?\n]))/giu;

/** A number somebody types at a door, though nobody calls it a code: "the gate opens with 2580#". */
export function doorNumbers(text: string): readonly Value[] {
  if (!/\d[\d-]{2}|[#*]\d|\d[#*]/.test(text)) return [];
  const sentences = [...text.matchAll(/[^\n.!?]{8,400}/g)].filter(({ 0: said }) => DOOR.test(said) && OPENS.test(said));
  return [
    ...numbersIn(text, 0, text, AT_LOCK),
    ...sentences.flatMap(({ 0: said, index }) => TYPED.flatMap((form) => numbersIn(text, index, said, form))),
  ];
}

function numbersIn(text: string, from: number, stretch: string, form: RegExp): readonly Value[] {
  return [...stretch.matchAll(form)].flatMap((found) => {
    const number = found.groups?.number ?? "";
    const start = from + found.index + found[0].lastIndexOf(number);
    const isEnough = number.replace(/\D/g, "").length >= 4 || /[#*]/.test(number);
    const value = isEnough ? stretchOf(text, start, start + number.length) : null;
    return value === null ? [] : [value];
  });
}
