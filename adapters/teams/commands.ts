/** The languages of the app's description. The first one stands in the manifest itself, the others in files beside it. */
export const LANGUAGES = ["en", "de", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

type InEach = Readonly<Record<Language, string>>;

export type BotCommand = {
  /** What is put into the message when the command is chosen: Referee must understand it as it stands. */
  readonly title: InEach;
  readonly description: InEach;
  /** Offered in the chat between one person and Referee only. Default: everywhere. */
  readonly isPersonal?: true;
};

type Scope = "team" | "groupChat" | "personal";

/**
 * What Teams offers people who name Referee or write to it: a word each that does something by itself. No "help": it would
 * be read as a call for help, as it should be.
 */
export const COMMANDS: readonly BotCommand[] = [
  {
    title: { en: "Home", de: "Startseite", es: "Inicio" },
    description: {
      en: "What waits for you, what you asked for, and what is open on your lines",
      de: "Was auf dich wartet, worum du gebeten hast und was auf deinen Linien offen ist",
      es: "Qué te espera, qué has pedido y qué está abierto en tus líneas",
    },
    isPersonal: true,
  },
  {
    title: { en: "What is waiting?", de: "Was wartet gerade?", es: "¿Qué está pendiente?" },
    description: {
      en: "Every open request, who has it and until when",
      de: "Jede offene Anfrage, wer sie hat und bis wann",
      es: "Cada solicitud abierta, quién la tiene y hasta cuándo",
    },
  },
  {
    title: { en: "My requests", de: "Meine Anfragen", es: "Mis solicitudes" },
    description: {
      en: "What became of what you asked for",
      de: "Was aus dem geworden ist, worum du gebeten hast",
      es: "Qué ha sido de lo que has pedido",
    },
  },
  {
    title: { en: "link", de: "link", es: "link" },
    description: {
      en: "Show that your accounts in two chats are both yours",
      de: "Zeigen, dass deine Konten in zwei Chats beide dir gehören",
      es: "Mostrar que tus cuentas en dos chats son las dos tuyas",
    },
  },
];

type CommandList = { readonly scopes: readonly Scope[]; readonly commands: readonly BotCommand[] };

/** Teams reads one list for each scope, so a command that is offered everywhere stands in both. */
export const COMMAND_LISTS: readonly CommandList[] = [
  { scopes: ["team", "groupChat"], commands: COMMANDS.filter(({ isPersonal }) => isPersonal !== true) },
  { scopes: ["personal"], commands: COMMANDS },
];

/** The app itself, and the action on a message. */
export const ABOUT = {
  short: {
    en: "Ask IT, OT and Operations in one sentence. Everybody sees who has it.",
    de: "IT, OT und Betrieb in einem Satz fragen. Alle sehen, wer es hat.",
    es: "Pregunta a TI, OT y Operaciones en una frase. Todos ven quién lo tiene.",
  },
  full: {
    en:
      "Referee finds out whose call a request is, gets the call made, and keeps the clock. Write what you need, in a " +
      "channel, a chat, or by Ask Referee on a message. It asks only what you can know, shows a draft, and once sent asks " +
      "the right owners in order. Everybody sees who has the ball and since when. Silence never approves anything, and no " +
      "machine ever decides.",
    de:
      "Referee findet heraus, wer über eine Anfrage entscheidet, holt die Entscheidung ein und achtet auf die Zeit. " +
      "Schreib, was du brauchst, in einem Kanal, einem Chat oder mit „Referee fragen“ an einer Nachricht. Es fragt nur, was " +
      "du wissen kannst, zeigt einen Entwurf und fragt nach dem Senden die Zuständigen der Reihe nach. Alle sehen, wer am " +
      "Zug ist und seit wann. Schweigen genehmigt nie etwas, und keine Maschine entscheidet.",
    es:
      "Referee averigua quién decide sobre una solicitud, consigue la decisión y vigila el tiempo. Escribe lo que " +
      "necesitas en un canal, en un chat o con «Preguntar a Referee» en un mensaje. Solo pregunta lo que puedes saber, " +
      "muestra un borrador y, una vez enviado, pregunta por orden a los responsables. Todos ven quién lo tiene y desde " +
      "cuándo. El silencio nunca aprueba nada, y ninguna máquina decide.",
  },
  name: {
    en: "Referee: whose call is it?",
    de: "Referee: Wer entscheidet das?",
    es: "Referee: ¿quién decide?",
  },
  action: { en: "Ask Referee", de: "Referee fragen", es: "Preguntar a Referee" },
  actionDoes: {
    en: "Make a request out of this message",
    de: "Aus dieser Nachricht eine Anfrage machen",
    es: "Hacer una solicitud de este mensaje",
  },
} as const satisfies Readonly<Record<string, InEach>>;

/**
 * What a file of another language says: the texts of the manifest, each by where it stands there.
 * @source MicrosoftTeams.Localization.schema.json of schema 1.30 in the npm package @microsoft/app-manifest 1.1.2, read
 *   2026-11-29
 */
export function localization(language: Language, schema: string): Readonly<Record<string, string>> {
  const commands = COMMAND_LISTS.flatMap((list, which) =>
    list.commands.flatMap(({ title, description }, index) => {
      const at = `bots[0].commandLists[${which}].commands[${index}]`;
      return [[`${at}.title`, title[language]] as const, [`${at}.description`, description[language]] as const];
    }),
  );
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schema}/MicrosoftTeams.Localization.schema.json`,
    "name.short": "Referee",
    "name.full": ABOUT.name[language],
    "description.short": ABOUT.short[language],
    "description.full": ABOUT.full[language],
    "composeExtensions[0].commands[0].title": ABOUT.action[language],
    "composeExtensions[0].commands[0].description": ABOUT.actionDoes[language],
    ...Object.fromEntries(commands),
  };
}
