// `npm run package`: one archive that runs on any machine with Node, without npm, a compiler or the internet: what was built,
// the packages that run, request types, a plant to try, docs, what to install it with, its parts (SBOM) and their licences.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buildIfStale } from "./build.mjs";
import { licencesIn } from "./licences.mjs";
import { giveUp, isMain, outputOf, run } from "./run.mjs";
import { root, setUp } from "./setup.mjs";

const PARTS = [
  ...["dist", "bin", "plants", "workflows", "docs", "deploy"],
  ...["scripts/checkNode.mjs", "scripts/run.mjs"],
  // What of the local chat's page needs no build.
  ...["adapters/web/page/page.html", "adapters/web/page/icon.svg"],
  ...["README.md", "CHANGELOG.md", "LICENSE", ".env.example"],
];

/** @returns the archive's path */
async function makePackage() {
  await setUp();
  await buildIfStale();
  const { name, version, ...more } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "referee-package-"));
  const top = join(folder, `${name}-${version}`);
  try {
    for (const part of PARTS) cpSync(join(root, part), join(top, part), { recursive: true });
    await bringPackages(top);
    writeFileSync(join(top, "sbom.cdx.json"), `${JSON.stringify(sbomOf(top, name), null, 2)}\n`);
    writeFileSync(join(top, "THIRD-PARTY-LICENCES.txt"), licencesIn(root, top));
    writeFileSync(join(top, "package.json"), packageJson({ name, version, ...more }));
    for (const left of ["package-lock.json", "dist/.built-from"]) rmSync(join(top, left));
    leaveOutTypes(join(top, "node_modules"));
    return await pack(folder, basename(top));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Exactly what the lock file says, without what only builds and tests. Optional packages are left out too: they are compiled
 * for one kind of machine, and what uses them does without.
 */
async function bringPackages(top) {
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(root, file), join(top, file));
  const quietly = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = await run("npm", ["ci", "--omit=dev", "--omit=optional", ...quietly, "--prefix", top]);
  if (code !== 0) giveUp("npm ci failed, see above. Making a package needs the npm registry; running it does not.");
}

/** The parts by CycloneDX. What differs from one run to the next is left out, so that the same sources give the same archive. */
function sbomOf(top, name) {
  const args = ["sbom", "--sbom-format=cyclonedx", "--omit=dev", "--package-lock-only", "--prefix", top];
  const printed = outputOf("npm", args) ?? giveUp("npm sbom failed.");
  const { serialNumber: _, metadata, components, dependencies, ...sbom } = JSON.parse(printed);
  const { timestamp: __, ...stays } = metadata;
  const isThere = installedIn(top);
  const there = components.filter(({ name: part, version }) => isThere.has(`${part}@${version}`));
  const refs = new Set([metadata.component["bom-ref"], ...there.map((each) => each["bom-ref"])]);
  return {
    ...sbom,
    metadata: { ...stays, component: { ...metadata.component, type: "application", name } },
    components: there,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
}

function installedIn(top) {
  const { packages } = JSON.parse(readFileSync(join(top, "node_modules", ".package-lock.json"), "utf8"));
  const named = Object.entries(packages).map(([path, { version }]) => [path.split("node_modules/").at(-1), version]);
  return new Set(named.map((each) => each.join("@")));
}

/** Half of the packages' bytes are types, sources and maps of sources, which only compilers and debuggers read. */
function leaveOutTypes(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile() && /\.([cm]?ts|map)$/.test(entry.name)) rmSync(join(entry.parentPath, entry.name));
}

/** Says how it is started, and nothing of what is not in it. */
function packageJson({ devDependencies: _, scripts: __, ...more }) {
  return `${JSON.stringify({ ...more, scripts: { start: "node bin/referee.mjs start" } }, null, 2)}\n`;
}

/** The same bytes for the same contents: names in order, no owner, the date of the commit. */
async function pack(folder, top) {
  const into = join(root, "artefact");
  mkdirSync(into, { recursive: true });
  for (const old of readdirSync(into)) rmSync(join(into, old));
  const archive = join(into, `${top}.tar.gz`);
  const date = outputOf("git", ["-C", root, "log", "-1", "--format=%ct"])?.trim() ?? "0";
  const same = ["--sort=name", `--mtime=@${date}`, "--owner=0", "--group=0", "--numeric-owner", "--mode=u+rw,go+r-w"];
  const code = await run("tar", [...same, "-C", folder, "-I", "gzip -n9", "-cf", archive, top]);
  if (code !== 0) giveUp("tar failed, see above. It has to be GNU tar.");
  const digest = createHash("sha256").update(readFileSync(archive)).digest("hex");
  writeFileSync(`${archive}.sha256`, `${digest}  ${basename(archive)}\n`);
  return archive;
}

if (isMain(import.meta.url)) console.log(await makePackage());
