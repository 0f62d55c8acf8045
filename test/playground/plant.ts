import { guidFor } from "../fakes/teams/world.ts";

/** What version of the Playground this was written for: its HTTP interface is nobody's contract. */
export const PLAYGROUND = "@microsoft/m365agentsplayground@0.2.28";

/** Who is in the Playground: it takes one current user, and five more. */
export const CAST = {
  oksana: "Oksana Melnyk",
  otto: "Otto Brandt",
  sina: "Sina Roth",
  nils: "Nils Hagen",
  paula: "Paula Stein",
  olga: "Olga Weber",
} as const;
export type Cast = keyof typeof CAST;

export const TENANT = guidFor("tenant of the playground");
export const BOT = { id: "28:referee", name: "Referee" };
export const CHAT = "a:chat-of-oksana";
export const GROUP = "19:everybody@thread.v2";
/** The team's General channel has the team's own id. */
export const FLOOR = "19:floor@thread.tacv2";
export const OT = "19:ot-controls@thread.tacv2";

export const entraId = (person: string): string => guidFor(`person ${person}`);

/** The Playground's `.m365agentsplayground.yml`; JSON is YAML. It looks people up by `id` alone, so that is their Entra id. */
export function configuration(): string {
  const [me, ...others] = Object.entries(CAST).map(([handle, name]) => ({
    ...{ id: entraId(handle), aadObjectId: entraId(handle), name, userPrincipleName: `${handle}@hamburg.example` },
    ...{ givenName: name.split(" ")[0], surname: name.split(" ")[1], email: `${handle}@hamburg.example` },
  }));
  return JSON.stringify({
    ...{ version: "0.1.1", tenantId: TENANT, bot: BOT, currentUser: me, users: others, personalChat: { id: CHAT } },
    groupChat: { id: GROUP, name: "Everybody" },
    team: {
      ...{ id: FLOOR, name: "Plant", aadGroupId: guidFor("team of the playground") },
      channels: [{ id: OT, name: "ot-controls" }],
    },
  });
}

/** The demo plant with its people on Teams, and its channels where the Playground has some. */
export function plantFile(demo: string): string {
  const places: Readonly<Record<string, string>> = { "line-3": FLOOR, "ot-controls": OT };
  return demo
    .replaceAll(
      /channel: \{ slack: \w+, (?:web|office): ([\w-]+) \}/g,
      (_, name: string) => `channel: { teams: "${places[name] ?? GROUP}" }`,
    )
    .replaceAll(/accounts: \["\w+:([\w-]+)"[^\]]*\]/g, (_, name: string) => `accounts: ["teams:${entraId(name)}"]`);
}
