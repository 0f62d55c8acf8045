export type Held = { readonly bytes: number; readonly keys: number };

export type Measured = {
  readonly requests: number;
  readonly open: ReadonlyMap<string, Held>;
  readonly ended: ReadonlyMap<string, Held>;
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
    bull: "jobs",
  },
};

/** Kept for the whole installation, the newest so many: it does not grow with requests for ever. */
const BOUNDED: ReadonlySet<string> = new Set(["deliveries", "bull"]);

/** What requests weigh, as `bench/memory/README.md` says it. */
export function readme({ requests, open, ended, events }: Measured): string {
  const goes = ([name]: readonly [string, Held]) => name.includes("(");
  const stays = (entry: readonly [string, Held]) => !goes(entry) && !BOUNDED.has(entry[0]);
  const total = (held: ReadonlyMap<string, Held>, isPart: (entry: readonly [string, Held]) => boolean) =>
    Math.round([...held].filter(isPart).reduce((sum, [, { bytes }]) => sum + bytes, 0) / requests);
  const per = (held: Held | undefined) => Math.round((held?.bytes ?? 0) / requests);
  const names = [...new Set([...open.keys(), ...ended.keys()])].sort((a, b) => per(ended.get(b)) - per(ended.get(a)));
  const rows = names
    .filter((name) => per(open.get(name)) >= 1 || per(ended.get(name)) >= 1)
    .map(
      (name) =>
        `| \`${name}\` ${WHAT[name.split(" ")[0] ?? ""] ?? ""}${BOUNDED.has(name) ? " (bounded)" : ""} | ${per(open.get(name))} | ${per(ended.get(name))} |`,
    );
  return `# What requests weigh

\`npm run bench:memory\` opens ${requests} requests of the type open-port in the demo plant, weighs every key (\`MEMORY USAGE\`), lives
each through to its end, and weighs again. Bytes for one request:

| | open | over |
| --- | --- | --- |
| **stays** | **${total(open, stays)}** | **${total(ended, stays)}** |
| goes by itself, within 90 days at most | ${total(open, goes)} | ${total(ended, goes)} |
${rows.join("\n")}

Of one life's events:

| event | times | bytes |
| --- | --- | --- |
${events
  .slice(0, 12)
  .map(({ type, count, bytes }) => `| ${type} | ${count} | ${bytes} |`)
  .join("\n")}
`;
}
