import { SLACK_PATH } from "../../adapters/slack/http.ts";
import { MESSAGES_PATH } from "../../adapters/teams/listener.ts";
import type { Config } from "../../src/config.ts";
import type { Outgoing } from "../../src/outgoing/outgoing.ts";
import { bad, type Finding, ok, untried, warn, whyOf } from "./finding.ts";

const ABOUT = "Address";
const PATIENCE_MS = 8_000;

/**
 * Whether Referee answers where the platforms look for it. Both paths tell a look from a delivery, so nothing is refused
 * there or logged.
 * @param address e.g. https://referee.example.com, or null when it was not named
 */
export async function examineAddress(
  { slack, teams }: Config,
  address: string | null,
  outgoing: Pick<Outgoing, "fetch">,
): Promise<readonly Finding[]> {
  const paths = [
    ...(slack?.receiver.mode === "http" ? [{ path: SLACK_PATH, method: "GET", status: 405 }] : []),
    ...(teams === null ? [] : [{ path: MESSAGES_PATH, method: "HEAD", status: 200 }]),
  ];
  if (paths.length === 0) return [];
  if (address === null) {
    const which = paths.map(({ path }) => path).join(" and ");
    return [
      warn(ABOUT, `nobody tried whether ${which} can be reached from outside`, "npm run doctor -- --address=https://…"),
    ];
  }
  if (!URL.canParse(address) || !address.startsWith("https://"))
    return [bad(ABOUT, `"${address}" is no address that begins with https://`, "Slack and Teams post to https only")];
  return Promise.all(paths.map((each) => tryPath(new URL(each.path, address), each, outgoing)));
}

async function tryPath(
  url: URL,
  { method, status }: { readonly method: string; readonly status: number },
  outgoing: Pick<Outgoing, "fetch">,
): Promise<Finding> {
  try {
    const answer = await outgoing.fetch(url, { method, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status === status) return ok(ABOUT, `Referee answers at ${url.href}`);
    return bad(
      ABOUT,
      `${url.href} answers ${answer.status}, which is not Referee`,
      "start Referee, and have the web server in front pass this path on",
    );
  } catch (error) {
    return untried(
      ABOUT,
      `${url.href} cannot be reached from here: ${whyOf(error)}`,
      "try it from outside; some networks do not let you reach yourself",
    );
  }
}
