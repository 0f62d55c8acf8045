import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * A program as one file instead of hundreds: who is started again and again must not spend its time on being compiled.
 * @param home the folder whose packages it has, such as another release's. Default: the project's
 */
export async function bundle(entry: URL, name: string, home = ROOT): Promise<string> {
  const outfile = join(home, "node_modules", ".cache", "referee", `${name}.mjs`);
  await mkdir(dirname(outfile), { recursive: true });
  const entryPoints = [fileURLToPath(entry)];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", packages: "external" });
  return outfile;
}
