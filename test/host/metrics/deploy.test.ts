import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { createMeters } from "../../../host/metrics/meters.ts";

const RULES = "deploy/prometheus/referee.rules.yml";
const Rules = z.object({ groups: z.array(z.object({ rules: z.array(z.object({ expr: z.string() })) })) });
const Dashboard = z.object({
  panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })).default([]) })),
});

const rules = Rules.parse(parse(readFileSync(RULES, "utf8"))).groups.flatMap((group) => group.rules);
const dashboard = Dashboard.parse(JSON.parse(readFileSync("deploy/grafana/referee.json", "utf8")));
const asked = [...rules, ...dashboard.panels.flatMap(({ targets }) => targets)].map(({ expr }) => expr);

/** Labels that Prometheus itself adds, or that belong to a histogram. */
const GIVEN = ["job", "instance", "le"];
const Metric = z.object({ name: z.string(), labelNames: z.array(z.string()) });
const told = new Map(
  createMeters()
    .registry.getMetricsAsArray()
    .map((metric) => {
      const { name, labelNames } = Metric.parse(metric);
      return [name, labelNames];
    }),
);

const plainName = (name: string) => (told.has(name) ? name : name.replace(/_(bucket|sum|count)$/, ""));

test("every metric that the alerts and the dashboard ask for is told by Referee, with the labels they ask for", () => {
  const names = asked.flatMap((expr) => expr.match(/\b(referee|nodejs|process)_\w+/g) ?? []);
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !told.has(plainName(name)))).toEqual([]);
  const selected = asked.flatMap((expr) => [...expr.matchAll(/\b((?:referee|nodejs|process)_\w+)\{([^}]*)\}/g)]);
  const wrong = selected.flatMap(([, name = "", labels = ""]) => {
    const known = [...GIVEN, ...(told.get(plainName(name)) ?? [])];
    return [...labels.matchAll(/(\w+)\s*(?:=|!)/g)].filter(([, label = ""]) => !known.includes(label));
  });
  expect(wrong).toEqual([]);
});

test("every label by which they add up is one of what they add up", () => {
  const wrong = asked.flatMap((expr) => {
    const metrics = expr.match(/\b(referee|nodejs|process)_\w+/g) ?? [];
    const known = [...GIVEN, ...metrics.flatMap((name) => told.get(plainName(name)) ?? [])];
    return [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels = ""]) =>
      labels.split(/,\s*/).filter((label) => !known.includes(label)),
    );
  });
  expect(wrong).toEqual([]);
});

const has = spawnSync("promtool", ["--version"]).status === 0;
const withPromtool = has ? test : test.skip;

function promtool(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync("promtool", args, { encoding: "utf8", input });
  return { status, said: `${stdout}${stderr}` };
}

withPromtool("Prometheus's own tool takes the rules, and they fire when they should", () => {
  expect(promtool(["check", "rules", "--lint-fatal", RULES])).toMatchObject({ status: 0 });
  expect(promtool(["test", "rules", "deploy/prometheus/referee.rules.test.yml"])).toMatchObject({ status: 0 });
});

withPromtool("Prometheus's own tool finds nothing wrong with what is told", async () => {
  const own = createMeters().registry;
  for (const { name } of own.getMetricsAsArray()) if (/^(nodejs|process)_/.test(name)) own.removeSingleMetric(name);
  expect(promtool(["check", "metrics"], await own.metrics())).toEqual({ status: 0, said: "" });
});
