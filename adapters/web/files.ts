import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { RefereeError } from "../../src/index.ts";

/** One file of the page, in memory. */
type PageFile = { readonly type: string; readonly body: Buffer };

/** The page's files by path: these and no others are served, so no path can lead out of them. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const HTML = "text/html; charset=utf-8";
const CSS = "text/css; charset=utf-8";
const SVG = "image/svg+xml";
const SCRIPT = "text/javascript; charset=utf-8";

/** Where the build puts the page, as seen from the project's root. */
const BUILT = "dist/adapters/web/page";

/**
 * Reads the page: what needs no build stands beside the sources, script and sheet were built.
 * @param built the folder the page was built into; the product's own when left out
 * @throws RefereeError `CONFIG_INVALID` when the page was never built
 */
export function readPageFiles(built?: string): PageFiles {
  const root = projectRoot(dirname(fileURLToPath(import.meta.url)));
  const folder = built ?? join(root, BUILT);
  if (!existsSync(join(folder, "page.js"))) {
    throw new RefereeError("CONFIG_INVALID", "The local chat's page is not built yet: run `npm run build`.");
  }
  return new Map([
    ["/", { type: HTML, body: readFileSync(join(root, "adapters/web/page/page.html")) }],
    ["/icon.svg", { type: SVG, body: readFileSync(join(root, "adapters/web/page/icon.svg")) }],
    ["/page.css", { type: CSS, body: readFileSync(join(folder, "style.css")) }],
    ["/page.js", { type: SCRIPT, body: readFileSync(join(folder, "page.js")) }],
  ]);
}

export function sendFile(response: ServerResponse, { type, body }: PageFile): void {
  response.writeHead(200, { "Content-Type": type, "Content-Length": body.length });
  response.end(body);
}

/** The sources run from `adapters/web`, the built files from `dist/adapters/web`: the package file is above both. */
function projectRoot(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const above = dirname(from);
  if (above === from)
    throw new RefereeError("CONFIG_INVALID", "package.json was not found above the local chat's files.");
  return projectRoot(above);
}
