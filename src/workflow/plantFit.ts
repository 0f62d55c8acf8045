import { mayActFor } from "../plant/duty/authority.ts";
import { peopleOf } from "../plant/duty/rota.ts";
import type { PlantSource } from "../plant/file/read.ts";
import { type Finding, readYaml } from "../plant/file/yamlFile.ts";
import type { PersonId } from "../plant/ids.ts";
import type { Party } from "../plant/party.ts";
import type { Asset, Plant, Team } from "../plant/plant.ts";
import { closestTo, type Problem } from "../plant/problem.ts";
import { resolveOwner } from "../plant/who/owner.ts";
import { safetyTeams } from "../plant/who/safetyTeams.ts";
import type { Language } from "../words/reader.ts";
import { notAgreed } from "./agreedFit.ts";
import { decides } from "./kinds/kinds.ts";
import type { SoundTypes } from "./read.ts";
import type { RequestType, Step } from "./requestType.ts";
import { missingTexts } from "./texts.ts";

/** Names are told so far; the rest is counted. */
const TOLD_AT_MOST = 3;

/**
 * What a sound plant file and sound request types cannot do together, each at its place in one of their files: a team
 * the plant has not, two approvals that only one person could give, a call that would reach nobody by phone.
 */
export function problemsBetween(plant: Plant, source: PlantSource, { types, sources }: SoundTypes): readonly Problem[] {
  const all = [...types.values()];
  // A text is parsed once more only for the place of what is wrong with it.
  const locate = ({ file, text }: Pick<PlantSource, "file" | "text">, findings: readonly Finding[]) =>
    findings.length === 0 ? [] : findings.map(readYaml(text, file).locate);
  const calls = all.some(({ call }) => call !== null);
  return [
    ...(calls ? locate(source, withoutPhone(plant)) : []),
    ...all.flatMap((type) => {
      const typeSource = sources.get(type.type);
      return typeSource === undefined
        ? []
        : locate(typeSource, [
            ...unknownTeams(plant, type),
            ...settledForSafety(plant, type),
            ...lonely(plant, type),
            ...notAgreed(type, types),
            ...untranslated(plant, type),
          ]);
    }),
  ];
}

/** What somebody of the plant would read in another language than theirs. */
function untranslated(plant: Plant, type: RequestType): readonly Finding[] {
  return languagesOf(plant).flatMap((language): readonly Finding[] => {
    const missing = missingTexts(type, language);
    if (missing.length === 0) return [];
    const more = missing.length > TOLD_AT_MOST ? ` and ${missing.length - TOLD_AT_MOST} more` : "";
    const what = `somebody in ${plant.name} reads ${language}, and this type does not say in it: ${missing.slice(0, TOLD_AT_MOST).join(", ")}${more}`;
    return [{ severity: "warning", path: ["name"], what, todo: `add them under texts: ${language}:` }];
  });
}

function languagesOf({ language, people, teams, lines, ops }: Plant): readonly Language[] {
  const spoken = [...people.values(), ...teams.values(), ...lines.values(), ops].flatMap((each) => each.language ?? []);
  return [...new Set([language, ...spoken])];
}

/** The steps that a file writes, by where it does. */
function stepLists({ stages, alarm }: RequestType) {
  return [
    ...stages.map(({ steps }, stage) => ({ steps, path: ["stages", stage, "steps"] })),
    { steps: alarm?.steps ?? [], path: ["alarm", "steps"] },
  ];
}

/** A team may be Safety's by the plant file alone; nobody else's yes answers for it either. */
function settledForSafety(plant: Plant, type: RequestType): readonly Finding[] {
  const lists = stepLists(type);
  const owners = new Set<string>(safetyTeams(plant).map(({ id }) => `team:${id}`));
  const theirs = new Set(
    lists.flatMap(({ steps }) => steps.filter(({ owner }) => owners.has(owner)).map(({ id }) => id)),
  );
  return lists.flatMap(({ steps, path }) =>
    steps.flatMap(({ id, settles }, step) =>
      settles
        .filter((settled) => theirs.has(settled))
        .map((settled) => ({
          path: [...path, step, "settles"],
          what: `no yes of "${id}" answers for "${settled}", which is Safety's in ${plant.name}`,
          todo: "remove it from settles",
        })),
    ),
  );
}

function unknownTeams(plant: Plant, type: RequestType): readonly Finding[] {
  const known = new Map<string, Team>(plant.teams);
  return stepLists(type).flatMap(({ steps, path }) =>
    steps.flatMap(({ owner }, step) => {
      const id = owner.startsWith("team:") ? owner.slice("team:".length) : null;
      if (id === null || known.has(id)) return [];
      const meant = closestTo(id, known.keys());
      const todo = meant === null ? "name one of its teams, or a role" : `did you mean "team:${meant}"?`;
      return [{ path: [...path, step, "owner"], what: `${plant.name} has no team "${id}"`, todo }];
    }),
  );
}

/** Approvals of one stage are given by different people; so there must be enough of them, whatever it is about. */
function lonely(plant: Plant, { stages }: RequestType): readonly Finding[] {
  return stages.flatMap(({ steps }, stage): readonly Finding[] => {
    const approvals = steps.filter(decides);
    const answered = new Map<string, boolean>(); // many assets, few owners
    const without = [...plant.assets.values()].filter((asset) => {
      const parties = approvals.map((step) => partyOf(plant, step, asset));
      const key = JSON.stringify(parties);
      const enough = answered.get(key) ?? enoughPeople(plant, parties);
      answered.set(key, enough);
      return !enough;
    });
    if (without.length === 0) return [];
    const ids = approvals.map(({ id }) => id).join(", ");
    const what = `too few people in ${plant.name} for the approvals ${ids} on ${sayNames(without)}`;
    return [
      { severity: "warning", path: ["stages", stage], what, todo: "two approvals are two people: add one to a team" },
    ];
  });
}

function enoughPeople(plant: Plant, parties: readonly Party[]): boolean {
  return canBeShared(parties.map((party) => [...plant.people.keys()].filter((id) => mayActFor(plant, party, id))));
}

/** Whether each group can send somebody, and nobody is sent twice. */
function canBeShared([group, ...others]: readonly (readonly PersonId[])[]): boolean {
  if (group === undefined) return true;
  return group.some((person) => canBeShared(others.map((each) => each.filter((id) => id !== person))));
}

function partyOf(plant: Plant, { owner }: Step, { id, line }: Asset): Party {
  return resolveOwner(plant, owner, { asset: id, line, requester: { type: "ops" } }).party;
}

/** Whoever is called when a line is down may be asleep: chat alone does not wake them. */
function withoutPhone(plant: Plant): readonly Finding[] {
  const called = [...plant.assets.values()].flatMap(({ line, owner }) => (line === undefined ? [] : [owner]));
  const people = [...new Set(called)].flatMap((id) => {
    const team = plant.teams.get(id);
    return team === undefined
      ? []
      : [...peopleOf(plant, team.onCall), ...(team.backup ? [team.backup] : []), team.lead];
  });
  const silent = [...new Set([...people, ...plant.ops.leads, plant.ops.manager])].flatMap((id) => {
    const person = plant.people.get(id);
    return person === undefined || person.phone !== undefined ? [] : [person];
  });
  return silent.map(({ id, name }) => ({
    severity: "warning",
    path: ["people", id],
    what: `${name} may be called when a line is down, but has no phone number`,
    todo: "add phone: in quotes",
  }));
}

function sayNames(things: readonly { readonly name: string }[]): string {
  const told = things.slice(0, TOLD_AT_MOST).map(({ name }) => name);
  return things.length > told.length ? `${told.join(", ")} and ${things.length - told.length} more` : told.join(", ");
}
