import { readFileSync } from "node:fs";
import { sourcesUnder } from "../support/sources.ts";

/** What people in a chat read comes from here; the local chat's page and the tools have words of their own. */
const SPEAKING = [
  "adapters/slack",
  "adapters/teams",
  "adapters/adaptive",
  "src/card",
  "src/intake",
  "src/referee",
  "src/request",
];

/** English on purpose: told to whoever runs Referee, in the log, at `/readyz` or while it is installed. */
const FOR_ADMINISTRATORS: ReadonlySet<string> = new Set([
  "adapters/slack/access.ts",
  "adapters/slack/install.ts",
  "adapters/slack/installations.ts",
  "adapters/slack/leanCall.ts",
  "adapters/slack/scopes.ts",
  "adapters/slack/slack.ts",
  "adapters/teams/transport/access.ts",
  "adapters/teams/transport/botbuilder/signer.ts",
  "adapters/teams/transport/loginNetwork.ts",
  "adapters/teams/transport/rest/connector.ts",
  "adapters/teams/transport/rest/keys.ts",
]);
/** The texts of the Teams manifest, each in three languages beside each other. */
const IN_THREE_LANGUAGES = "adapters/teams/commands.ts";

const COMMENTS = /\/\*[\s\S]*?\*\/|(?<![:"\w/])\/\/[^\n]*|^import[^;]*;/gm;
const LITERALS = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
/** A sentence or a title: more than one word, the first with a capital. */
const SENTENCE = /^\p{Lu}\p{Ll}+.* [\p{L}\p{N}]/u;
/** Errors, facts of the log, and reasons for an administrator. */
const NOT_FOR_CHATS = /(?:Error|log\.\w+|why|problem|describe|trouble|remark)\W[^;]*$/;
/** What a platform shows beside something, in one word. */
const LABEL = /(?:\b(?:title|label|placeholder|alt_text|altText|close|submit|errorMessage): |\bplain\()$/;

test("nothing that people read in a chat is written beside the catalogues", () => {
  const files = sourcesUnder(...SPEAKING).filter(
    (file) => !FOR_ADMINISTRATORS.has(file) && file !== IN_THREE_LANGUAGES,
  );
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => written(readFileSync(file, "utf8")).map((text) => `${file}: ${text}`))).toEqual([]);
});

test("rules, and what they ask of a plant, put nothing into the record in one language alone", () => {
  const files = [...sourcesUnder("src/request/rules", "src/plant/duty"), "src/plant/who/owner.ts"];
  expect(files.length).toBeGreaterThan(50);
  const inWords = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bsay\((?:world\.)?plant\b[^\n]*/g)].map(([found]) => `${file}: ${found}`),
  );
  expect(inWords).toEqual([]);
});

test("finds a sentence, a template and a label, and none that only the log has", () => {
  expect(written('const FAILED = "The form could not be opened.";')).toEqual(["The form could not be opened."]);
  expect(written("const text = `It does not work: now`;")).toEqual(["It does not work: now"]);
  expect(written('const view = { close: plain("Cancel", 24) };')).toEqual(["Cancel"]);
  expect(written('log.warn("Slack sent something Referee cannot read", {});')).toEqual([]);
});

function written(source: string): readonly string[] {
  const code = source.replaceAll(COMMENTS, "");
  return [...code.matchAll(LITERALS)].flatMap((found) => {
    const text = found[1] ?? found[2] ?? "";
    const before = code.slice(Math.max(0, found.index - 160), found.index);
    const isLabel = LABEL.test(before) && /^\p{Lu}\p{Ll}/u.test(text);
    return (isLabel || SENTENCE.test(text)) && !NOT_FOR_CHATS.test(before) ? [text] : [];
  });
}
