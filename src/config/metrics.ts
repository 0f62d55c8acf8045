import type { Secret } from "../secret.ts";
import type { Settings } from "./settings.ts";
import { oneOf } from "./variables.ts";

/** Who may read `/metrics`: with a token whoever has it, without one only this machine. */
export type MetricsConfig = { readonly token: Secret | null };

const SHORTEST_TOKEN = 16;

/** Null: nothing is counted. */
export function readMetrics(settings: Settings): MetricsConfig | null {
  const token = settings.secret("METRICS_TOKEN", (value) =>
    value.length < SHORTEST_TOKEN ? `must have ${SHORTEST_TOKEN} characters or more: openssl rand -hex 24` : null,
  );
  return settings.withDefault("METRICS", oneOf("on", "off"), "on") === "off" ? null : { token };
}
