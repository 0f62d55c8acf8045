import { outputOf, run } from "./run.mjs";

const YES = { DEBIAN_FRONTEND: "noninteractive" };

/** How each package manager installs without asking. Those that change the whole system want to be root. */
const MANAGERS = [
  {
    name: "apt-get",
    refresh: ["update", "-qq"],
    install: ["install", "-y", "-qq", "--no-install-recommends"],
    root: true,
  },
  { name: "dnf", install: ["install", "-y", "-q"], root: true },
  { name: "apk", install: ["add", "-q"], root: true },
  { name: "pacman", install: ["-Sy", "--noconfirm", "--needed"], root: true },
  { name: "brew", install: ["install", "-q"], root: false },
];

/**
 * Installs the first package that makes `isThere` true, if this machine can do so without asking anybody.
 *
 * @param packages names to try, by package manager: `{ brew: ["redis"] }`
 * @returns null when it worked, else why not, as the start of a sentence
 */
export async function installPackage(packages, isThere) {
  const manager = MANAGERS.find(({ name }) => packages[name] && outputOf(name, ["--version"]) !== null);
  if (!manager) return "no package manager known to Referee was found";
  const prefix = privilege(manager);
  if (prefix === null) return `${manager.name} needs root here, and sudo would ask for a password`;
  if (manager.refresh) await runAs(prefix, manager.name, manager.refresh);
  for (const name of packages[manager.name]) {
    console.log(`Installing ${name} with ${manager.name} …`);
    await runAs(prefix, manager.name, [...manager.install, name]);
    if (isThere()) return null;
  }
  return `${manager.name} did not bring it`;
}

/** What goes before a command so that it may change the system: nothing, sudo, or null when that takes a password. */
function privilege({ root }) {
  if (!root || process.getuid?.() === 0) return [];
  return outputOf("sudo", ["-n", "true"]) === null ? null : ["sudo", "-n"];
}

function runAs(prefix, program, args) {
  const [first, ...rest] = [...prefix, program, ...args];
  return run(first, rest, { env: { ...process.env, ...YES } });
}
