import type { IncomingMessage, ServerResponse } from "node:http";
import type { Secret } from "../../src/index.ts";
import { askedLanguage } from "./askedLanguage.ts";
import { createGuard } from "./guard.ts";
import { addressOf, refuse } from "./http.ts";
import type { PageLanguage, Texts } from "./texts.ts";

/** A mistake in a plant or workflow file, and what to do about it. */
export type PageProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly todo: string;
};

/** The page that stands in for the chat while files have mistakes. */
export type ProblemPage = {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Shows other problems at once; none at all means mended, and the page loads the chat. */
  show(problems: readonly PageProblem[]): void;
  close(): void;
};

/** @param token the key in the page's address: files of a plant are nobody else's to read */
export function createProblemPage(token: Secret, initial: readonly PageProblem[]): ProblemPage {
  const guard = createGuard(token.reveal());
  const open = new Set<ServerResponse>();
  let problems = initial;
  const watch = (response: ServerResponse) => {
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    response.write("retry: 1000\n\n");
    open.add(response);
    response.on("close", () => open.delete(response));
  };
  return {
    handle(request, response) {
      const refusal = guard.check(request, response);
      if (refusal !== null) return refuse(response, refusal);
      const { pathname } = addressOf(request);
      if (pathname === "/problems/live") return watch(response);
      const file = FILES.get(pathname) ?? { type: "text/html", body: problemHtml(problems, askedLanguage(request)) };
      response.writeHead(pathname === "/" || FILES.has(pathname) ? 200 : 404, {
        "Content-Type": `${file.type}; charset=utf-8`,
      });
      response.end(file.body);
    },
    show(newer) {
      problems = newer;
      for (const page of open) page.write("event: changed\ndata: {}\n\n");
    },
    close() {
      for (const page of open) page.end();
    },
  };
}

// A page that lost its server asks again until one answers: the chat itself, after a restart, or this page.
const SCRIPT = `
const live = new EventSource("/problems/live");
let lost = false;
live.addEventListener("changed", () => location.reload());
live.addEventListener("open", () => { if (lost) location.reload(); });
live.addEventListener("error", () => {
  if (live.readyState === EventSource.CLOSED) location.reload();
  lost = true;
});
`;

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1d21; --soft: #565c66; --paper: #f6f5f2; --sheet: #fff; --rule: #dcdad4; --mark: #a33a1b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ecebe8; --soft: #a9adb5; --paper: #15171a; --sheet: #1e2125; --rule: #34383e; --mark: #ff9a76; }
}
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }
p { margin: .25rem 0; } .soft { color: var(--soft); }
ol { list-style: none; margin: 2rem 0; padding: 0; display: grid; gap: .75rem; }
li { background: var(--sheet); border: 1px solid var(--rule); border-left: 3px solid var(--mark); border-radius: 8px; padding: 1rem 1.1rem; }
code { font: .875rem ui-monospace, monospace; color: var(--soft); overflow-wrap: anywhere; }
.what { font-weight: 600; }
`;

const FILES: ReadonlyMap<string, { readonly type: string; readonly body: string }> = new Map([
  ["/problems/page.js", { type: "text/javascript", body: SCRIPT }],
  ["/problems/page.css", { type: "text/css", body: STYLE }],
]);

/** What and what to do stand as `npm run check-plant` says them, in English like the files' own keys. */
function problemHtml(problems: readonly PageProblem[], language: PageLanguage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE[language]} · Referee</title>
<link rel="stylesheet" href="/problems/page.css"><script type="module" src="/problems/page.js"></script>
</head>
<body><main>
<h1>${headline(problems.length, language)}</h1>
<p class="soft">${FOLLOWS[language]}</p>
<ol lang="en">${problems.map(problemItem).join("")}</ol>
</main></body>
</html>
`;
}

const TITLE: Texts = { en: "Files to look at", de: "Dateien zum Ansehen", es: "Archivos por revisar" };

const FOLLOWS: Texts = {
  en: "Change the file and save it. This page follows by itself.",
  de: "Die Datei ändern und speichern. Diese Seite zieht von selbst nach.",
  es: "Cambiar el archivo y guardarlo. Esta página se actualiza sola.",
};

const MENDED: Texts = {
  en: "Put right. Referee is starting …",
  de: "Erledigt. Referee startet …",
  es: "Corregido. Referee está arrancando …",
};

const ONE_THING: Texts = {
  en: "One thing to put right before Referee can start",
  de: "Etwas ist zu berichtigen, bevor Referee starten kann",
  es: "Hay una cosa que corregir antes de que Referee pueda arrancar",
};

function headline(count: number, language: PageLanguage): string {
  if (count === 0) return MENDED[language];
  const things: Texts = {
    en: `${count} things to put right before Referee can start`,
    de: `${count} Stellen sind zu berichtigen, bevor Referee starten kann`,
    es: `Hay ${count} cosas que corregir antes de que Referee pueda arrancar`,
  };
  return (count === 1 ? ONE_THING : things)[language];
}

function problemItem({ file, line, column, what, todo }: PageProblem): string {
  const place = escapeHtml(`${file}:${line}:${column}`);
  return `<li><code>${place}</code><p class="what">${escapeHtml(what)}</p><p>${escapeHtml(todo)}</p></li>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
