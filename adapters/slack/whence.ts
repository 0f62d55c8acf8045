import { z } from "zod";

const Id = z.string().min(1).nullish().catch(null);
const Flag = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")])
  .nullish()
  .catch(null);
const Authorization = z.object({ team_id: Id, enterprise_id: Id, is_enterprise_install: Flag });
const Team = z.object({ id: Id, enterprise_id: Id }).nullish().catch(null);
const Enterprise = z.object({ id: Id }).nullish().catch(null);
const Author = z.object({ team: Id, user_team: Id }).nullish().catch(null);
const Spoken = z.object({ team: Id, user_team: Id, user: Id, message: Author, previous_message: Author });

/**
 * What a delivery tells of where the app is installed and where the people in it are at home.
 * @source https://docs.slack.dev/apis/events-api (`authorizations`, cut to one; `context_team_id`) and
 *   https://api.slack.com/enterprise/apps/reference (`is_enterprise_install`), read 2026-11-29 in stored copies;
 *   `app_installed_team_id`: github.com/slackapi/bolt-js issue 1614; `team` of a press being the workspace of the app that
 *   posted, `user.team_id` that of whoever pressed: github.com/slackapi/java-slack-sdk issue 1041, read the same day
 */
const Told = z.object({
  type: z.string().nullish().catch(null),
  authorizations: z.array(Authorization).optional().catch(undefined),
  is_enterprise_install: Flag,
  context_team_id: Id,
  context_enterprise_id: Id,
  team_id: Id,
  enterprise_id: Id,
  enterprise: Enterprise,
  team: Team,
  user: z.object({ id: Id, team_id: Id }).nullish().catch(null),
  view: z.object({ app_installed_team_id: Id }).nullish().catch(null),
  message: Author,
  event: Spoken.nullish().catch(null),
});
type Told = z.infer<typeof Told>;

export type Whence = {
  /** Workspaces and organisations in which the app may be installed that this came through, the most telling first. */
  readonly installed: readonly string[];
  /** Set where nothing of it tells which workspace of an organisation the app is installed in. */
  readonly untold: Untold | null;
  /** Where the people who speak, press or are quoted are at home, as far as it is told. */
  readonly homes: readonly string[];
};

/** A deed in an organisation that names only the workspace its doer is at home in. */
export type Untold = {
  readonly organisation: string;
  readonly user: string | null;
  /** Whether it was done on what Referee itself had shown there: only where it is installed can it have done so. */
  readonly onOwn: boolean;
};

/** Nothing at all is told by what Slack sends by itself, such as `app_rate_limited`. */
export function whenceIs(body: unknown): Whence {
  const told = Told.safeParse(body);
  if (!told.success) return { installed: [], untold: null, homes: [] };
  const { event, user, message } = told.data;
  const authors = [event, event?.message, event?.previous_message, message];
  return {
    ...(event === null || event === undefined ? fromPress(told.data) : fromEvent(told.data)),
    homes: distinct([user?.team_id, ...authors.flatMap((each) => [each?.user_team, each?.team])]),
  };
}

/** The fields outside tell of where a shared channel was made; only the authorization tells of the app. */
function fromEvent(told: Told): Omit<Whence, "homes"> {
  const [authorization] = told.authorizations ?? [];
  const { team_id, enterprise_id, is_enterprise_install } = authorization ?? {
    team_id: told.context_team_id ?? told.team_id,
    enterprise_id: told.context_enterprise_id ?? told.enterprise_id,
    is_enterprise_install: told.is_enterprise_install,
  };
  const named = is_enterprise_install === true ? [enterprise_id, team_id] : [team_id, enterprise_id];
  return { installed: distinct(named), untold: null };
}

/**
 * A press, a form, a shortcut, a command. A message of Referee's own and a view tell of the app, a command of the workspace it
 * was given in; else the team may be the home of whoever acts, which need not be the app's.
 * @source a command of a workspace without the app "is not a valid command", and a press there arrives:
 *   https://github.com/slackapi/bolt-python/issues/767; `app_installed_team_id`: .../bolt-python/issues/1229; a command's
 *   `team_id`: https://github.com/slackapi/bolt-js/issues/1875; shortcuts: .../bolt-js/issues/1944; read 2026-11-30 in stored
 *   copies
 */
function fromPress(told: Told): Omit<Whence, "homes"> {
  const { view, message, team, user } = told;
  const organisation = told.enterprise?.id ?? team?.enterprise_id ?? told.enterprise_id ?? null;
  const isWhole = told.is_enterprise_install === true;
  // A button stands on a message of Referee's own; a shortcut is used on anybody's.
  const own = told.type === "block_actions" && message?.team?.startsWith("T") ? message.team : null;
  const teams = own === null ? [view?.app_installed_team_id, team?.id, told.team_id] : [own];
  const named = distinct(isWhole ? [organisation, ...teams] : [...teams, organisation]);
  const isHome = team?.id !== undefined && team.id !== null && team.id === user?.team_id;
  const isTold = isWhole || own !== null || (view?.app_installed_team_id ?? null) !== null || !isHome;
  return {
    installed: named.length > 0 ? named : distinct([user?.team_id]),
    untold:
      organisation === null || isTold
        ? null
        : { organisation, user: user?.id ?? null, onOwn: told.type === "block_actions" },
  };
}

function distinct(ids: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}
