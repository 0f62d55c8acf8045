import { get } from "node:http";

/** What stands behind a sample of `/metrics`, as it is written there: `referee_drafts_total{type="open-port"}`. */
export function sampleIn(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number | null {
  const lines = text.split("\n").filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  const found = lines.find((line) =>
    Object.entries(labels).every(([key, value]) => line.includes(`${key}="${value}"`)),
  );
  return found === undefined ? null : Number(found.slice(found.lastIndexOf(" ") + 1));
}

/** Asks as a scraper does. */
export function scraped(
  port: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: "/metrics", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    }).on("error", reject);
  });
}
