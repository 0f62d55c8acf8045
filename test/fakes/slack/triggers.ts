import { SLACK_LIMITS } from "../../../adapters/slack/limits.ts";
import type { FakeClock } from "./clock.ts";
import { Refusal } from "./refusal.ts";
import type { Workspace } from "./workspace.ts";

/** Trigger ids: one view each, within three seconds, for the person who acted. */
export type Triggers = { issue(user: string): string /** Whose it is. */; redeem(trigger: string): string };

export function createTriggers(workspace: Workspace, clock: FakeClock): Triggers {
  const issued = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  return {
    issue(user) {
      const trigger = `${workspace.id("13345224609.")}.738474920.8088930838d88f008e0`;
      issued.set(trigger, { user, at: clock.now(), used: false });
      return trigger;
    },
    redeem(trigger) {
      const found = issued.get(trigger);
      if (found === undefined) throw new Refusal("invalid_trigger_id");
      if (clock.now() - found.at > SLACK_LIMITS.triggerLifeMs) throw new Refusal("expired_trigger_id");
      if (found.used) throw new Refusal("exchanged_trigger_id");
      found.used = true;
      return found.user;
    },
  };
}
