import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Bundled into the local chat's page, so in the archive though not among its packages. */
const BUNDLED = ["preact", "adaptivecards"];

/** Terms that let Referee be passed on as it is. Anything else has to be looked at by a person first. */
export const ACCEPTED = [
  ...["MIT", "Apache-2.0", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0", "Unlicense"],
  // Passed on unchanged, as npm has them: files of their own, whose sources are there (MPL), data (CC-BY), fonts (OFL).
  ...["MPL-2.0", "(ISC AND CC-BY-3.0)", "OFL-1.1", "PSF-2.0", "Python-2.0"],
];

/**
 * The licence texts of everything in the archive.
 * @param root where all packages are
 * @param top the archive's folder, with the packages that are in it
 */
export function licencesIn(root, top) {
  const folders = [
    ...packagesUnder(join(top, "node_modules")),
    ...BUNDLED.map((name) => join(root, "node_modules", name)),
  ];
  const texts = new Map(folders.map((folder) => licenceOf(folder)));
  const parts = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, text]) => `${title}\n\n${text}\n`);
  return `What Referee is made of, and its terms. Referee's own are in LICENSE.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

function licenceOf(folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const terms = license ?? licenses?.map(({ type }) => type).join(" AND ") ?? "";
  if (!ACCEPTED.includes(terms)) throw new Error(`${name} ${version} has the licence "${terms}": look at it first.`);
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map(({ name: file }) => file).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version} (${terms})`, texts.join("\n\n") || `Its package holds no text; ${terms} is its licence.`];
}

function* packagesUnder(modules) {
  if (!existsSync(modules)) return;
  for (const entry of readdirSync(modules)) {
    if (entry.startsWith(".")) continue;
    const names = entry.startsWith("@") ? readdirSync(join(modules, entry)).map((name) => join(entry, name)) : [entry];
    for (const name of names) {
      if (existsSync(join(modules, name, "package.json"))) yield join(modules, name);
      yield* packagesUnder(join(modules, name, "node_modules"));
    }
  }
}
