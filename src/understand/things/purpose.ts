import type { Utterance } from "../utterance/utterance.ts";

/**
 * What somebody says they need it for: "to read the counters", "for the OEE report", "um die Zähler zu lesen", "para leer
 * los contadores". Only forms that can hardly mean anything else: who is asked once too often is better off than who
 * finds words in a request that they did not mean as its reason. Null when nothing is said.
 */
export function purposeIn({ text, folded }: Pick<Utterance, "text" | "folded">): string | null {
  const found = FORMS.flatMap((form) => [...folded.matchAll(form)].flatMap((match) => spanOf(match, folded)));
  const [first] = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return first === undefined ? null : text.slice(first.start, first.end).trim();
}

/** Whether a reply says at once what something is for: "to find out why the palletizer stops", "damit wir …", "para …". */
export function beginsWithPurpose(folded: string): boolean {
  return BEGINS.test(folded);
}
const BEGINS =
  /^[^\p{L}\d]*(?:it is |it's |its |just |only |es ist |nur |es |solo )?(?:to|so that|so we|in order to|because|for|um|damit|weil|wegen|zum|zur|fur|para|porque) (?!\d)/u;

type Span = { readonly start: number; readonly end: number };

const DOING =
  "read|get|collect|pull|check|see|watch|monitor|test|fix|find|look|download|upload|back ?up|log|record|track|analy[sz]e|diagnose|troubleshoot|debug|report|measure|compare|verify|investigate|finish|import|export|transfer|calibrate|commission|train|prepare|repair|adjust|replace|show|count|view|inspect|work|run|make|feed|poll|use|sync|archive";
const GERUNDS =
  "(?:down|up)?loading|reading|getting|collecting|pulling|checking|watching|monitoring|testing|fixing|finding|looking|backing up|logging|recording|tracking|analy[sz]ing|diagnosing|troubleshooting|debugging|reporting|measuring|comparing|verifying|importing|exporting|transferring|calibrating|commissioning|training|preparing|adjusting|showing|counting|polling|syncing|archiving|making|feeding";
/** What something is done for, and no machine, person or time is called. */
const AIM = {
  en: "downloads?|uploads?|log ?files?|logs?|logging|read-?outs?|exports?|imports?|transfers?|synchroni[sz]ation|data collection|trending|trends?|reports?|reporting|dashboards?|analysis|analytics|audit|tests?|testing|trials?|projects?|study|evaluation|kpis?|oee|statistics|traceability|commissioning|maintenance|troubleshooting|diagnosis|diagnostics|inspection|backups?|migration|calibration|documentation|monitoring|acceptance|training|handover|optimi[sz]ation",
  de: "\\p{L}*(?:bericht|auswertung|analyse|audit|tests?|projekt|inbetriebnahme|wartung|fehlersuche|diagnose|dokumentation|uberwachung|monitoring|sicherung|download|upload|auslesen|datenerfassung|kennzahlen|statistik|abnahme|kalibrierung|schulung|prufung|ruckverfolgung)",
  es: "informes?|reportes?|analisis|auditoria|pruebas?|proyecto|estudio|mantenimiento|diagnostico|puesta en marcha|estadisticas?|trazabilidad|calibracion|formacion|copias? de seguridad|descargas?|registros?",
};
const WORDS = "(?:[\\p{L}\\d']+[ -]){0,3}?";
/** Up to where the words of a reason go. */
const REST = "[^.!?;,\\n]{3,120}";

// No form repeats inside a repetition, so that no text can make them slow.
const FORMS: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\d])to (?:${DOING}) ${REST}`, "gu"),
  new RegExp(
    `(?<![\\p{L}\\d])for (?:the |our |an? |this )?${WORDS}(?:${AIM.en})(?:[ -](?:${AIM.en})){0,2}(?![\\p{L}\\d])`,
    "gu",
  ),
  // "For reading temps for the quality report" is one purpose as a whole.
  new RegExp(`(?<![\\p{L}\\d])for (?:${GERUNDS}) ${REST}`, "gu"),
  /(?<![\p{L}\d])zum (?:aus)?(?:lesen|laden|holen|sammeln|prufen|testen|sichern|messen|vergleichen|uberwachen|protokollieren|herunterladen|auslesen) [^.!?;,\n]{3,100}/gu,
  /(?<![\p{L}\d])um (?!\d)[^.!?;,\n\d]{3,100}? (?:zu \p{L}{3,}|\p{L}{2,5}zu\p{L}{3,}en)(?!\p{L})/gu,
  new RegExp(
    `(?<!\\p{L})(?:fur (?:die|den|das|einen?|unsere?n?|eine) ${WORDS}|zur |fur )(?:${AIM.de})(?!\\p{L})`,
    "gu",
  ),
  new RegExp(`(?<!\\p{L})para (?!ayer|parar )\\p{L}{2,12}(?:ar|er|ir)(?:l[oae]s?)? ${REST}`, "gu"),
  new RegExp(`(?<!\\p{L})para (?:el|la|los|las|un|una|nuestro|nuestra) ${WORDS}(?:${AIM.es})(?![\\p{L}])`, "gu"),
  new RegExp(`(?<!\\p{L})(?:because|weil|porque|so that) (?!of )${REST}`, "gu"),
];

// "I need to read …", "access to check …", "allow the historian to read …": what is asked for, not what for.
const WANTED_BEFORE =
  /(?:need|needs|needed|want|wants|have|has|had|able|unable|like|going|try|trying|possible|allowed|permission|permissions|rights?|access|how|ready|used|supposed|someone|somebody|anyone|us|me|permisos?|acceso|autorizacion|ayuda|falta|listo)$/;
const WHO_MAY =
  /(?:allow|let|enable|permit|want|wants|need|needs|ask|tell|help|get)(?: (?!to |until |from |for |on |at |by |till |access |port )[\p{L}\d-]+){1,4}$/u;
/** Said behind a reason, and no part of it. */
const AFTERWARDS =
  / (?:until|till|bis|hasta|please|pls|plz|bitte|por favor|thanks|thx|danke|gracias|tomorrow|today|tonight|morgen|heute|manana|hoy|asap|from \d|between \d|by (?:\d|mon|tue|wed|thu|fri|sat|sun|tomorrow|noon)|(?:on|next|this) (?:mon|tue|wed|thu|fri|sat|sun|week)|for \d|at \d|um \d|ab \d|and (?:who|can|could|please|also|open|restart)|und (?:wer|kann|bitte)|y (?:quien|puedes))(?![\p{L}]{4}).*$/u;

function spanOf(match: RegExpExecArray, folded: string): readonly Span[] {
  const start = match.index;
  const before = folded.slice(Math.max(0, start - 60), start).trimEnd();
  if (WANTED_BEFORE.test(before) || (match[0].startsWith("to ") && WHO_MAY.test(before))) return [];
  const said = match[0].replace(AFTERWARDS, "").trimEnd();
  return said.split(" ").length < 3 && !/^(?:for|fur|zur|para) /.test(said)
    ? []
    : [{ start, end: start + said.length }];
}
