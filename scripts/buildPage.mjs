import { join } from "node:path";
import { root } from "./setup.mjs";

/** Puts the local chat's page, with the libraries it uses, into one script and one sheet: nothing is loaded from anywhere else. */
export async function buildPage(outDir) {
  // Imported here, as it comes with the dependencies that the setup may only just have brought.
  const { build } = await import("esbuild");
  await build({
    entryPoints: { page: join(root, "adapters/web/page/main.tsx"), style: join(root, "adapters/web/page/page.css") },
    outdir: outDir,
    bundle: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    minify: true,
    legalComments: "linked",
    logLevel: "warning",
  });
}
