import { type EpochMs, earliest, latest } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import { type Arrangement, nextAbsence } from "../../plant/arrangement/arrangement.ts";
import { noStandIn, whyNotArrange } from "../../plant/arrangement/mayArrange.ts";
import { AssetId, LineId, PersonId } from "../../plant/ids.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant, StandIn } from "../../plant/plant.ts";
import { covers, dayOf, type Interval, overlaps } from "../../plant/time/localTime.ts";
import type { Arranged, Things, Whom } from "../../understand/presence/readPresence.ts";
import { meantBy } from "../../understand/text/vocabulary.ts";
import { say } from "../../words/say.ts";
import { sayChoice } from "../../words/sayList.ts";
import { dayStartOf, midnightOf, type Period, periodOf } from "./period.ts";
import { teamsCalled } from "./teamsCalled.ts";
import { beginningsSaid, turnNow, turnsSaid, turnWithin } from "./turns.ts";

/** What a sentence arranges, or why nothing, for whoever wrote it. `other`: its other reading. */
export type Arranging =
  | { readonly type: "arrange"; readonly arrangement: Arrangement; readonly other: Arrangement | null }
  | { readonly type: "tell"; readonly text: string };

/** Resolves who, from when and until when; refuses at once what whoever writes may not arrange. */
export function arrangementsIn(said: Arranged, plant: Plant, by: PersonId, now: EpochMs): Arranging {
  const which = whichIsMeant(said, plant);
  if (which !== null) return tell(which);
  const read = resolved(said, { plant, by, now });
  if (read.type === "tell") return read;
  const why = whyNotArrange(plant, by, read.arrangement, now);
  return why === null ? read : tell(why);
}

/** Asks which of several people with one first name is meant; null where nobody can be mistaken. */
function whichIsMeant(said: Arranged, plant: Plant): string | null {
  const named = [
    ...("person" in said ? [said.person] : []),
    ...("standIn" in said ? [said.standIn] : []),
    ...(said.type === "swap" ? [said.one, said.other] : []),
  ];
  const [several] = named.flatMap((whom) =>
    typeof whom === "string" && meantBy(whom).length > 1 ? [meantBy(whom)] : [],
  );
  if (several === undefined) return null;
  const names = several.map((id) => nameOf(plant, PersonId.parse(id)));
  return say(plant, "presence.which", { first: names[0]?.split(" ")[0] ?? "", choice: sayChoice(names, plant) });
}

type Writing = { readonly plant: Plant; readonly by: PersonId; readonly now: EpochMs };

function tell(text: string): Arranging {
  return { type: "tell", text };
}

function resolved(said: Arranged, writing: Writing): Arranging {
  const { by } = writing;
  switch (said.type) {
    case "away": {
      const person = someone(said.person, by);
      const standIn = said.standIn === undefined ? null : someone(said.standIn, by);
      return during(personPeriod(said, person, writing), writing.plant, (span) => ({
        type: "away",
        person,
        standIn,
        ...span,
      }));
    }
    case "back":
      return back(said, someone(said.person, by), writing);
    case "standIn": {
      const [person, standIn] = [someone(said.person, by), someone(said.standIn, by)];
      return during(standInPeriod(said, person, writing), writing.plant, (span) => ({
        type: "standIn",
        person,
        standIn,
        ...span,
      }));
    }
    case "standInEnd":
      return standInEnd(said, writing);
    case "swap":
      return swap(said, someone(said.one, by), someone(said.other, by), writing);
    case "duty":
      return duty(said, writing);
    case "freeze": {
      const things = thingsIn(said.things);
      const period = periodOf(said, writing.plant, midnightOf(writing.plant), writing.now);
      return during(period, writing.plant, (span) => ({ type: "freeze", ...things, ...span }));
    }
    case "thaw":
      return { type: "arrange", arrangement: { type: "thaw", ...thingsIn(said.things) }, other: null };
    default:
      return assertNever(said, "what was said of who is there");
  }
}

function someone(whom: Whom, by: PersonId): PersonId {
  return whom === null ? by : PersonId.parse(whom);
}

function thingsIn({ assets, lines }: Things) {
  return { assets: assets.map((id) => AssetId.parse(id)), lines: lines.map((id) => LineId.parse(id)) };
}

function during(period: Period, plant: Plant, make: (span: Interval) => Arrangement): Arranging {
  if (period.type === "ask") return tell(say(plant, "presence.sayAgain", { why: period.why }));
  const { from, to, also } = period;
  const other = also === null ? null : make(also);
  return { type: "arrange", arrangement: make({ from, to }), other };
}

function personPeriod(said: Arranged, person: PersonId, { plant, now }: Writing): Period {
  const period = periodOf(said, plant, dayStartOf(plant, person), now);
  if (period.type === "ask" || period.from <= now || turnNow(plant, person, now) === null) return period;
  const start = said.times.from ?? said.times.at;
  const isToday = start?.type === "day" && !start.part && start.day === dayOf(now, plant.timeZone).toString();
  if (!isToday) return period;
  // In the middle of their turn, "today" has begun before the day does.
  const { from, to, also } = period;
  return { ...period, from: now, also: also === null ? { from, to } : { from: now, to: also.to } };
}

/** "Karin covers for me tonight": the turn of that night where the rota has one. Without a time, the turn that runs. */
function standInPeriod(said: Arranged, person: PersonId, writing: Writing): Period {
  const { plant, now } = writing;
  const running = said.times.said === null ? turnNow(plant, person, now) : null;
  const [turn, also = null] = running === null ? turnsSaid(said, plant, person, now) : [running];
  return turn === undefined ? personPeriod(said, person, writing) : { type: "period", ...turn, also };
}

/** "I'll be back on Monday" says until when somebody is away. */
function back(said: Arranged, person: PersonId, writing: Writing): Arranging {
  const { times } = said;
  const when = times.from ?? times.at;
  if (when === null) {
    const { plant, now } = writing;
    const running = nextAbsence(plant, person, now) === null ? plant.standIns.filter((each) => covers(each, now)) : [];
    const ended = ending(
      running.filter((each) => each.person === person),
      now,
    );
    return { type: "arrange", arrangement: ended ?? { type: "back", person }, other: null };
  }
  const until = { ...said, times: { ...times, at: null, from: null, until: when } };
  const read = during(personPeriod(until, person, writing), writing.plant, (span) => ({
    type: "away",
    person,
    standIn: null,
    ...span,
  }));
  return read.type === "arrange" ? { ...read, other: null } : read;
}

/** Of both directions the one in which somebody stands in; where a time was said, only what is then. */
function standInEnd(said: Extract<Arranged, { readonly type: "standInEnd" }>, writing: Writing): Arranging {
  const { plant, by, now } = writing;
  const person = someone(said.person, by);
  const other = said.standIn === undefined ? null : someone(said.standIn, by);
  const period = said.times.said === null ? null : personPeriod(said, person, writing);
  if (period?.type === "ask") return tell(say(plant, "presence.sayAgain", { why: period.why }));
  const ahead = plant.standIns.filter((each) => each.to > now && (period === null || overlaps(each, period)));
  const given = ahead.filter((each) => each.person === person && (other === null || each.standIn === other));
  const taken = ahead.filter((each) => each.standIn === person && (other === null || each.person === other));
  const found = given.length > 0 ? given : taken.filter((each) => each.person === taken[0]?.person);
  const ended = ending(found, now);
  if (ended === null) return tell(noStandIn(plant, person));
  return { type: "arrange", arrangement: ended, other: null };
}

/** Of one person; null where nobody stands in for them. */
function ending(standIns: readonly StandIn[], now: EpochMs): Arrangement | null {
  const [first] = standIns;
  const to = latest(standIns.map((each) => each.to));
  const from = earliest(standIns.map((each) => each.from));
  if (first === undefined || to === null || from === null) return null;
  const isOne = standIns.every(({ standIn }) => standIn === first.standIn);
  const standIn = isOne ? first.standIn : null;
  return { type: "standInEnd", person: first.person, standIn, from: from > now ? from : now, to };
}

/** Whoever of both has the turn gives it to the other; where a stretch was said, whoever says it gives. */
function swap(said: Arranged, one: PersonId, other: PersonId, writing: Writing): Arranging {
  const { plant, now } = writing;
  if (one === other) return tell(say(plant, "presence.notWithThemselves", { who: nameOf(plant, one) }));
  const period = periodOf(said, plant, dayStartOf(plant, one), now);
  const whole = said.times.until !== null || said.times.durationMs !== null ? period : null;
  const askAgain = (why: string) => tell(say(plant, "presence.sayAgain", { why }));
  if (whole?.type === "period") return { type: "arrange", arrangement: gives(one, other, whole), other: null };
  if (said.times.said === null) return askAgain(say(plant, "presence.whichTurn"));
  const both = { one: nameOf(plant, one), other: nameOf(plant, other) };
  const swaps = beginningsSaid(said, plant, now).flatMap((begins) => swapWithin(begins, one, other, writing) ?? []);
  const [first, second] = swaps.flatMap((each) => (each === "bothHave" ? [] : [each]));
  if (first !== undefined) return { type: "arrange", arrangement: first, other: second ?? null };
  if (swaps.length > 0) return tell(say(plant, "presence.bothHave", both));
  if (period.type === "ask") return askAgain(period.why);
  return tell(say(plant, "presence.neitherHas", both));
}

function swapWithin(begins: Interval, one: PersonId, other: PersonId, { plant, now }: Writing) {
  const [mine, theirs] = [turnWithin(begins, plant, one, now), turnWithin(begins, plant, other, now)];
  if (mine !== null && theirs !== null && mine.from === theirs.from && mine.to === theirs.to) return "bothHave";
  if (mine !== null) return gives(one, other, mine);
  return theirs === null ? null : gives(other, one, theirs);
}

function gives(person: PersonId, standIn: PersonId, { from, to }: Interval): Arrangement {
  return { type: "standIn", person, standIn, from, to };
}

function duty(said: Extract<Arranged, { readonly type: "duty" }>, writing: Writing): Arranging {
  const { plant, by } = writing;
  const person = someone(said.person, by);
  const [team, ...others] = teamsCalled(plant, said.team);
  if (team === undefined || others.length > 0) return tell(say(plant, "presence.whichTeam"));
  return during(standInPeriod(said, person, writing), writing.plant, (span) => ({
    type: "duty",
    team,
    person,
    ...span,
  }));
}
