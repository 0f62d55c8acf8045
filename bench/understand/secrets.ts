import { BY_ANOTHER, OWN, readSecretLines, type SecretLine, type SecretScore, secretScore } from "./secretLines.ts";

// Prints how many typed passwords are missed, and on how much talk there is a false alarm, for both authors' lines.

const LANGUAGES = ["en", "de", "es"] as const;
const percent = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

function row(title: string, lines: readonly SecretLine[]): string {
  const { withSecret, missed, without, falseAlarms, tooMuch }: SecretScore = secretScore(lines);
  return `| ${title} | ${percent(missed, withSecret)} | ${percent(falseAlarms, without)} | ${tooMuch} |`;
}

for (const [author, file] of Object.entries({ "our own": OWN, "by another": BY_ANOTHER })) {
  const lines = readSecretLines(file);
  console.log(`| ${author} | missed (bar ≤ 3 %) | false alarms (bar ≤ 2 %) | more taken than the secret |`);
  console.log("|---|---|---|---|");
  for (const each of LANGUAGES)
    console.log(
      row(
        each,
        lines.filter(({ language }) => language === each),
      ),
    );
  console.log(`${row("all", lines)}\n`);
}
