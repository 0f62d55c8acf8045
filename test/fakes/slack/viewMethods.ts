import { z } from "zod";
import { SLACK_LIMITS } from "../../../adapters/slack/limits.ts";
import { checkView, type View } from "./blocks.ts";
import { type Method, type MethodContext, method } from "./method.ts";
import { Refusal } from "./refusal.ts";
import type { OpenView, Workspace } from "./workspace.ts";

const Triggered = z.object({ trigger_id: z.string(), view: z.unknown() });

/** The views a person has open, the top one last. */
export function stackOf(workspace: Workspace, user: string): OpenView[] {
  const stack = workspace.views.get(user) ?? [];
  workspace.views.set(user, stack);
  return stack;
}

/** Puts a view on top for this person. */
export function pushView(workspace: Workspace, user: string, view: View): OpenView {
  const stack = stackOf(workspace, user);
  if (stack.length >= SLACK_LIMITS.viewStack) throw new Refusal("push_limit_reached");
  const opened = { id: workspace.id("V"), user, view, hash: workspace.id("h"), errors: {}, found: new Map() };
  stack.push(opened);
  workspace.changed();
  return opened;
}

/** Shows a newer content in the same view. */
export function replaceView(workspace: Workspace, opened: OpenView, view: View): OpenView {
  opened.view = view;
  opened.hash = workspace.id("h");
  opened.errors = {};
  opened.found.clear();
  workspace.changed();
  return opened;
}

export function readView(sent: unknown): View {
  const checked = checkView(sent);
  if (!checked.ok) throw new Refusal(checked.error, checked.messages);
  return checked.value;
}

function open(args: z.infer<typeof Triggered>, { workspace, triggers }: MethodContext) {
  const view = readView(args.view);
  const user = triggers.redeem(args.trigger_id);
  return { view: wireView(pushView(workspace, user, view)) };
}

function update(
  { view_id, hash, view }: { view_id: string; hash?: string | undefined; view?: unknown },
  { workspace }: MethodContext,
) {
  const opened = [...workspace.views.values()].flat().find(({ id }) => id === view_id);
  if (opened === undefined) throw new Refusal("not_found");
  if (hash !== undefined && hash !== opened.hash) throw new Refusal("hash_conflict");
  return { view: wireView(replaceView(workspace, opened, readView(view))) };
}

/** What a person's Home tab shows, or undefined while the app has shown nothing there. */
export function homeOf(workspace: Workspace, user: string): OpenView | undefined {
  return workspace.views.get(homeKey(user))?.[0];
}

const homeKey = (user: string) => `home ${user}`;

/**
 * One view a person, which keeps its id. Needs no scope, but the tab must be switched on.
 * @source the errors of views.publish as in slack_kit 1.0.0-alpha.0 on hex.pm (priv/docs/methods/views.publish.json), read
 *   2026-11-29: `hash_conflict`, `not_enabled`, `view_too_large`; what an unknown user is answered: from memory
 */
function publish(
  { user_id, hash, view }: { user_id: string; hash?: string | undefined; view?: unknown },
  { workspace }: MethodContext,
) {
  if (!workspace.users.has(user_id)) throw new Refusal("user_not_found");
  const read = readView(view);
  if (read.type !== "home")
    throw new Refusal("invalid_arguments", ["[ERROR] must be a home view [json-pointer:/view/type]"]);
  if (!workspace.homeTab.enabled) throw new Refusal("not_enabled");
  const known = homeOf(workspace, user_id);
  if (hash !== undefined && hash !== known?.hash) throw new Refusal("hash_conflict");
  if (known !== undefined) return { view: wireView(replaceView(workspace, known, read)) };
  const home: OpenView = {
    id: workspace.id("V"),
    user: user_id,
    view: read,
    hash: workspace.id("h"),
    errors: {},
    found: new Map(),
  };
  workspace.views.set(homeKey(user_id), [home]);
  workspace.changed();
  return { view: wireView(home) };
}

export function wireView({ id, view, hash }: OpenView): Readonly<Record<string, unknown>> {
  return { callback_id: "", private_metadata: "", ...view, id, hash, state: { values: {} } };
}

export const viewMethods: Readonly<Record<string, Method>> = {
  "views.open": method([], Triggered, open),
  "views.push": method([], Triggered, open),
  "views.update": method([], z.object({ view_id: z.string(), hash: z.string().optional(), view: z.unknown() }), update),
  "views.publish": method(
    [],
    z.object({ user_id: z.string(), hash: z.string().optional(), view: z.unknown() }),
    publish,
  ),
};
