export type Held = { readonly bytes: number; readonly keys: number };

export type Measured = {
  readonly requests: number;
  readonly open: ReadonlyMap<string, Held>;
  /** Over just now, and packed. */
  readonly over: ReadonlyMap<string, Held>;
  readonly packed: ReadonlyMap<string, Held>;
  readonly archived: ReadonlyMap<string, Held>;
  /** Bytes of all of them in archives. */
  readonly inFiles: number;
  readonly events: readonly { readonly type: string; readonly bytes: number; readonly count: number }[];
  readonly cpu: string;
};

const WHAT: Readonly<Record<string, string>> = {
  ...{
    s: "events",
    p: "what it came to",
    pl: "places",
    k: "commands of people",
    c: "answers to commands",
    said: "messages said",
  },
  ...{
    i: "indexes",
    shared: "rules, once for all",
    l: "lanes",
    threads: "threads",
    deliveries: "what was said where",
    d: "what is owed",
    m: "how long each took",
    packed: "when something last happened",
    packs: "when to look again",
    archived: "where it lies",
    bull: "jobs",
  },
};

/** Kept for the whole installation, the newest so many: it does not grow with requests for ever. */
const BOUNDED: ReadonlySet<string> = new Set(["deliveries", "bull"]);

/** What requests weigh, as `bench/memory/README.md` says it. */
export function readme({ requests, open, over, packed, archived, inFiles, events }: Measured): string {
  const goes = ([name]: readonly [string, Held]) => name.includes("(");
  const stays = (entry: readonly [string, Held]) => !goes(entry) && !BOUNDED.has(entry[0]);
  const total = (held: ReadonlyMap<string, Held>, isPart: (entry: readonly [string, Held]) => boolean) =>
    Math.round([...held].filter(isPart).reduce((sum, [, { bytes }]) => sum + bytes, 0) / requests);
  const per = (held: Held | undefined) => Math.round((held?.bytes ?? 0) / requests);
  const columns = [open, over, packed, archived];
  const row = (what: string, bytes: (held: ReadonlyMap<string, Held>) => number, bold = "") =>
    `| ${bold}${what}${bold} | ${columns.map((held) => `${bold}${bytes(held)}${bold}`).join(" | ")} |`;
  const heaviest = (name: string) => Math.max(...columns.map((held) => per(held.get(name))));
  const rows = [...new Set(columns.flatMap((held) => [...held.keys()]))]
    .sort((a, b) => heaviest(b) - heaviest(a))
    .filter((name) => heaviest(name) >= 1)
    .map((name) => {
      const what = `\`${name}\` ${WHAT[name.split(" ")[0] ?? ""] ?? ""}${BOUNDED.has(name) ? " (bounded)" : ""}`;
      return row(what, (held) => per(held.get(name)));
    });
  return `# What requests weigh

\`npm run bench:memory\` opens ${requests} requests of the type open-port in the demo plant, weighs every key (\`MEMORY USAGE\`), lives
each through to its end, weighs again, once more two days later, when they are packed, and then archived. Bytes of Redis for one request:

| | open | over | packed | archived |
| --- | --- | --- | --- | --- |
${row("stays", (held) => total(held, stays), "**")}
${row("goes by itself, within 400 days at most", (held) => total(held, goes))}
${rows.join("\n")}

An archived one takes ${Math.round(inFiles / requests)} bytes of its file.

Of one life's events:

| event | times | bytes |
| --- | --- | --- |
${events
  .slice(0, 12)
  .map(({ type, count, bytes }) => `| ${type} | ${count} | ${bytes} |`)
  .join("\n")}
`;
}
