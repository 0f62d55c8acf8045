import { type DigestContents, eachOnce, type Listed } from "../../src/card/digest/digestContents.ts";
import { SECTION_NAMES, SECTIONS } from "../../src/card/digest/digestSections.ts";
import type { EpochMs } from "../../src/clock.ts";

/** What a digest says of these requests, as the record's lists would have it. */
export function digestOf(listed: readonly Listed[], at: EpochMs): DigestContents {
  const ids = eachOnce((name) => {
    const { rank, withinMs } = SECTIONS[name];
    const ranked = listed.flatMap(({ request, state }) => {
      const score = rank(state);
      return score === null || (withinMs !== null && score > at + withinMs) ? [] : [{ request, score }];
    });
    return ranked.toSorted((a, b) => a.score - b.score).map(({ request }) => request);
  });
  const sections = SECTION_NAMES.map((name) => {
    const here = (ids.get(name) ?? []).flatMap((id) => listed.find(({ request }) => request === id) ?? []);
    const shown = here.slice(0, SECTIONS[name].most);
    return {
      name,
      listed: shown,
      left: here.length - shown.length,
      next: shown.length,
      after: here.slice(shown.length).map(({ request }) => request),
    };
  });
  return {
    dueAt: at,
    open: listed.length,
    sections,
    ended: { since: at, listed: [], left: 0, next: 0 },
    decided: [],
    answered: new Set(),
  };
}
