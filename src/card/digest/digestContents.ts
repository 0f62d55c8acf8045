import type { EpochMs } from "../../clock.ts";
import type { TeamId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Open } from "../../request/state.ts";
import { SECTION_NAMES, SECTIONS, type SectionName } from "./digestSections.ts";

/** An open request as the digest sees it; `link` opens its thread, where the platform has such addresses. */
export type Listed = { readonly request: RequestId; readonly state: Open; readonly link: string | null };

/** Something told of a request in one line. */
export type Told = { readonly says: string; readonly link: string | null; readonly teams: readonly TeamId[] };

/** What a section shows, in its order, how many come after that, and where to go on reading. */
export type SectionShown = {
  readonly name: SectionName;
  readonly listed: readonly Listed[];
  readonly left: number;
  readonly next: number;
  /** Those that come after it. */
  readonly after: readonly RequestId[];
};

/** What of a section stood in a digest and was not shown, as it stands now: a page of it. */
export type KeptRest = {
  readonly day: string;
  readonly section: SectionName;
  readonly listed: readonly Told[];
  readonly left: number;
  readonly next: number;
};

/** What of what ended undecided since an instant is shown, how many come after that, and where to go on reading. */
export type EndedShown = {
  readonly since: EpochMs;
  readonly listed: readonly Told[];
  readonly left: number;
  readonly next: number;
};

/** What a digest says. */
export type DigestContents = {
  /** When it fell due, or was asked for. */
  readonly dueAt: EpochMs;
  /** How many requests are open. */
  readonly open: number;
  readonly sections: readonly SectionShown[];
  /** What ended since the digest before it that was said, before anybody decided, and what it would have taken. */
  readonly ended: EndedShown;
  /** What it asked Ops to decide, and what came of that since. */
  readonly decided: readonly Told[];
  /** What it asked Ops to decide and they did, where something else is theirs to decide now. */
  readonly answered: ReadonlySet<RequestId>;
};

/** What Ops are asked of a request, and by which buttons. */
export type AskedOps = { readonly request: RequestId; readonly values: readonly string[] };

/** What a digest asks Ops to decide about a request. */
export function askOf({ request, state }: Pick<Listed, "request" | "state">, plant: Plant, at: EpochMs): AskedOps {
  const actions = SECTIONS.decide.line(request, state, plant, at)?.actions ?? [];
  return { request, values: actions.flatMap((action) => (action.type === "press" ? [action.value] : [])) };
}

/** Each request in the first section that it belongs to, and in no other. */
export function eachOnce(
  belonging: (name: SectionName) => readonly RequestId[],
): ReadonlyMap<SectionName, readonly RequestId[]> {
  const told = new Set<RequestId>();
  const found = new Map<SectionName, readonly RequestId[]>();
  for (const name of SECTION_NAMES) {
    const here = belonging(name).filter((request) => !told.has(request));
    found.set(name, here);
    for (const request of here) told.add(request);
  }
  return found;
}
