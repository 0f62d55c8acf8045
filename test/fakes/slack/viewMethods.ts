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

export function wireView({ id, view, hash }: OpenView): Readonly<Record<string, unknown>> {
  return { callback_id: "", private_metadata: "", ...view, id, hash, state: { values: {} } };
}

export const viewMethods: Readonly<Record<string, Method>> = {
  "views.open": method([], Triggered, open),
  "views.push": method([], Triggered, open),
  "views.update": method([], z.object({ view_id: z.string(), hash: z.string().optional(), view: z.unknown() }), update),
  "views.publish": method(
    [],
    z.object({ user_id: z.string(), view: z.unknown() }),
    ({ user_id, view }, { workspace }) => {
      if (!workspace.users.has(user_id)) throw new Refusal("user_not_found");
      const home: OpenView = {
        id: workspace.id("V"),
        user: user_id,
        view: readView(view),
        hash: workspace.id("h"),
        errors: {},
        found: new Map(),
      };
      workspace.views.set(`home ${user_id}`, [home]);
      workspace.changed();
      return { view: wireView(home) };
    },
  ),
};
