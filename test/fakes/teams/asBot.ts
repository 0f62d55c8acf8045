import type { FakeTeams } from "./fakeTeams.ts";

/** Signs in as the bot does. @returns a token, or "" where the secret is wrong */
export async function signIn({ app }: FakeTeams, secret = app.secret): Promise<string> {
  const form = new URLSearchParams({ client_id: app.id, client_secret: secret });
  const response = await fetch(app.tokenUrl, { method: "POST", body: form });
  const { access_token: token = "" } = Object(await response.json());
  return token;
}

/** Calls the connector as a bot would that nobody wrote. Default for `token`: one of its own. */
export async function callConnector(teams: FakeTeams, method: string, path: string, body?: unknown, token?: string) {
  const authorization = `Bearer ${token ?? (await signIn(teams))}`;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { "content-type": "application/json", authorization };
  const response = await fetch(`${teams.serviceUrl}v3/conversations${path}`, { method, headers, ...sent });
  const answer = await response.text();
  return {
    status: response.status,
    body: Object(answer === "" ? {} : JSON.parse(answer)),
    wait: response.headers.get("retry-after"),
  };
}
