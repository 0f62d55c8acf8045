import { languageOf, type Tongue, type Tongues } from "../../src/index.ts";
import type { Activity } from "./activity.ts";
import { spotOf, whoActed } from "./inbound.ts";

/** The language of the client alone, where nobody knows more of its people. */
export const BY_CLIENT: Tongues = {
  by: (_account, locale) => {
    const language = languageOf(locale ?? "");
    return language === null ? {} : { language };
  },
  at: () => null,
};

/** In which language whoever acted reads what is said to them alone; that of their client where Teams does not say who they are. */
export function tongueOf(activity: Activity, { by }: Tongues): Tongue {
  const who = whoActed(activity);
  return who === null ? clientOf(activity) : by(who.account, activity.locale ?? null);
}

/** In which language something is said where they wrote: in a channel everybody reads it. */
export function tongueHere(activity: Activity, tongues: Tongues): Tongue {
  const who = whoActed(activity);
  const kind = activity.conversation.conversationType;
  if (kind === "personal") return tongueOf(activity, tongues);
  const conversation = who === null ? activity.conversation.id : spotOf(activity, who.account).conversation;
  return tongues.at({ adapter: "teams", conversation }) ?? tongueOf(activity, tongues);
}

function clientOf({ locale }: Activity): Tongue {
  const language = languageOf(locale ?? "");
  return language === null ? {} : { language };
}
