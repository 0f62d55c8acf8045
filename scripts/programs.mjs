import { giveUp, outputOf } from "./run.mjs";
import { installPackage } from "./systemPackages.mjs";

/** Oldest Redis whose scripts and append-only file behave as Referee needs. Every Valkey is newer. */
const OLDEST_REDIS = [7, 0, 8];

const REDIS_PACKAGES = {
  "apt-get": ["redis-server", "valkey-server"],
  dnf: ["valkey", "redis"],
  apk: ["valkey", "redis"],
  pacman: ["valkey"],
  brew: ["redis"],
};

const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The name of a usable redis-server, installed when there is none. Ends the program with one clear line otherwise. */
export async function bringRedisServer() {
  const present = findRedisServer();
  if (present !== null) return present;
  console.log("Referee keeps its record in Redis, and this machine has no redis-server 7.0.8 or newer.");
  const refusal = await installPackage(REDIS_PACKAGES, () => findRedisServer() !== null);
  return (
    findRedisServer() ??
    giveUp(
      `Please install Redis 7.0.8 or newer, or Valkey (${refusal}), or set REDIS_URL to one that runs elsewhere; then repeat this command.`,
    )
  );
}

/** The name of a usable redis-server, where nothing is to be installed. Ends the program with one clear line without one. */
export function requireRedisServer() {
  return (
    findRedisServer() ??
    giveUp("This machine has no redis-server 7.0.8 or newer. Install one, or set REDIS_URL to one that runs.")
  );
}

/** The name of a chromium for the browser stories, installed when there is none and the system allows it. */
export async function bringChromium() {
  const find = () => CHROMIUM_NAMES.find((name) => outputOf(name, ["--version"]) !== null);
  if (find() !== undefined) return find();
  const packages = {
    "apt-get": ["chromium", "chromium-browser"],
    dnf: ["chromium"],
    apk: ["chromium"],
    pacman: ["chromium"],
  };
  const refusal = await installPackage(packages, () => find() !== undefined);
  return find() ?? giveUp(`The browser stories need Chromium on the PATH (${refusal}). Install it, then repeat.`);
}

function findRedisServer() {
  const found = ["redis-server", "valkey-server"].find((name) => isNewEnough(outputOf(name, ["--version"])));
  return found ?? null;
}

/** Reads what `redis-server --version` prints: "Redis server v=7.0.15 sha=…". */
export function isNewEnough(printed) {
  const found = /v=(\d+)\.(\d+)\.(\d+)/.exec(printed ?? "");
  if (found === null) return false;
  const version = found.slice(1).map(Number);
  const firstDifference = version.findIndex((part, index) => part !== OLDEST_REDIS[index]);
  return firstDifference === -1 || version[firstDifference] > OLDEST_REDIS[firstDifference];
}
