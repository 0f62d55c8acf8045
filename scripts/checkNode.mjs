import { giveUp } from "./run.mjs";

const OLDEST_NODE = [20, 19];

/** Ends the program with one clear line when this Node is too old. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  giveUp(`Referee needs Node ${OLDEST_NODE.join(".")} or newer, and this is ${version}. See https://nodejs.org/.`);
}
