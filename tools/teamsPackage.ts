import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { strToU8, zipSync } from "fflate";
import { z } from "zod";
import { LANGUAGES, localization } from "../adapters/teams/commands.ts";
import { languageFile, SCHEMA, teamsManifest } from "../adapters/teams/manifest.ts";
import { argumentsOf } from "./arguments.ts";
import { colorIcon, outlineIcon } from "./teamsIcons.ts";

// Writes the package that a Teams administrator uploads. Run by `npm run teams-package`, which may be given another path
// to write to; see docs/teams.md.
const https = z.url({ protocol: /^https$/ });

const Settings = z.object({
  TEAMS_APP_ID: z.guid("TEAMS_APP_ID is the app id of Referee's Azure bot, e.g. 1f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11"),
  TEAMS_APP_VERSION: z
    .string()
    .regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, "TEAMS_APP_VERSION is three numbers, e.g. 1.0.0")
    .default("1.0.0"),
  TEAMS_APP_COMPANY: z.string().min(1).max(32, "TEAMS_APP_COMPANY has 32 characters at most").default("Plant IT"),
  TEAMS_APP_WEBSITE: https.default("https://example.com"),
  TEAMS_READ_THREADS: z.enum(["yes", "no"], "TEAMS_READ_THREADS is yes or no").default("no"),
});

const [wanted] = argumentsOf({ takes: "the file to write, or nothing", most: 1 });
process.exitCode = await writePackage(wanted ?? "dist/referee-teams.zip");

async function writePackage(output: string): Promise<0 | 1> {
  const settings = Settings.safeParse(process.env);
  if (!settings.success) {
    for (const { message } of settings.error.issues) console.log(message);
    return 1;
  }
  const { TEAMS_APP_ID: appId, TEAMS_APP_VERSION: version, TEAMS_APP_COMPANY: name, ...rest } = settings.data;
  const website = rest.TEAMS_APP_WEBSITE;
  const developer = { name, website, privacy: website, terms: website };
  const manifest = teamsManifest({ appId, version, developer, readThreads: rest.TEAMS_READ_THREADS === "yes" });
  const zip = zipSync({
    "manifest.json": strToU8(JSON.stringify(manifest, null, 2)),
    ...Object.fromEntries(
      LANGUAGES.map((each) => [languageFile(each), strToU8(JSON.stringify(localization(each, SCHEMA), null, 2))]),
    ),
    "color.png": colorIcon(),
    "outline.png": outlineIcon(),
  });
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, zip);
  console.log(`${output}: Referee ${version} for app ${appId}. Upload it in the Teams admin centre.`);
  return 0;
}
