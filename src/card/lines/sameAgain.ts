import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import type { Place } from "../../request/place.ts";
import { joinedOf } from "../../request/rules/join.ts";
import { differences, isAlike } from "../../request/rules/sameAgain.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { Card, CardPart } from "../card.ts";
import { onCard, titleOf } from "../words.ts";
import { factsOf } from "./facts.ts";
import { sayStanding } from "./standing.ts";

/**
 * To whoever decides: what was asked for before and is like it, and in what it differs as both stand now. Null where
 * nothing is, any more.
 */
export function saySame({ same, rules, values, at }: Open | Closed, plant: Plant): string | null {
  if (same === null || !isAlike(rules, values, same.values)) return null;
  const labels = differences(rules.fields, values, same.values).map(({ label }) => label);
  const differs = { count: labels.length, fields: labels.join(", ") };
  return say(plant, WAS[same.was], { key: same.key, when: onCard(same.at, at, plant), ...differs });
}

/** What came of it by the time this was sent. It decides nothing about this one. */
const WAS = { allowed: "same.likeAllowed", denied: "same.likeDenied", open: "same.likeOpen" } as const;

/** Who wanted the same and hears how it ends. */
export function alsoWait(state: Open | Closed, plant: Plant): readonly CardPart[] {
  const waits = joinedOf(state).filter(({ role }) => !role.asSponsor);
  const names = waits.map(({ role }) => sayWho(role.by, state.asked, plant, role.name));
  if (names.length === 0) return [];
  const who = sayList([...new Set(names)], plant);
  return [{ type: "text", text: say(plant, "same.alsoWait", { who }), tone: "muted" }];
}

/** To somebody who joined it, where they would have asked for the same; or to whoever looks after a visitor. */
export function joinedCard(state: Open | Closed, { role }: Place, plant: Plant): Card {
  const who = role.type === "joined" ? sayWho(role.by, state.asked, plant, role.name) : "";
  const isSponsor = role.type === "joined" && role.asSponsor;
  return {
    title: titleOf(state.rules, state.values, plant, state.at),
    key: state.key,
    blocks: [
      { type: "text", text: say(plant, isSponsor ? "vendor.looksAfter" : "same.waitsToo", { who }), tone: "plain" },
      ...(isSponsor ? [{ type: "facts", facts: factsOf(state, plant) } as const] : []),
      { type: "text", text: sayStanding(state, plant), tone: "plain" },
    ],
  };
}
