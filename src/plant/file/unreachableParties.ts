import { assertNever } from "../../errors.ts";
import type { PlantDraft, RotaFile } from "./file.ts";
import type { Finding } from "./yamlFile.ts";

/**
 * Whoever is asked must be reachable: one account, address by which an account is looked up, or phone number among those who
 * are asked is the least.
 */
export function unreachableParties(draft: PlantDraft): readonly Finding[] {
  const reachable = new Set(
    Object.entries(draft.people ?? {}).flatMap(([id, { accounts, email, phone }]) =>
      accounts.length > 0 || email !== undefined || phone !== undefined ? [id] : [],
    ),
  );
  return partiesIn(draft).flatMap(({ path, name, asked }): readonly Finding[] => {
    if (asked.some((person) => reachable.has(person))) return [];
    const what = `nobody can act for ${name}: none of its people has an account, an e-mail address or a phone number`;
    return [{ path, what, todo: `add accounts to ${[...new Set(asked)].join(", ")}` }];
  });
}

type Asked = { readonly path: readonly string[]; readonly name: string; readonly asked: readonly string[] };

function partiesIn({ teams = {}, lines = {}, ops }: PlantDraft): readonly Asked[] {
  const answers = new Map<string, readonly string[]>(
    Object.entries(teams).map(([id, { lead, backup = lead }]) => [id, [backup, lead]]),
  );
  const answering = (id: string) => answers.get(id) ?? [];
  return [
    ...Object.entries(teams).map(([id, { name, members, onCall }]) => ({
      path: ["teams", id],
      name,
      asked: [...members, ...peopleIn(onCall), ...answering(id)],
    })),
    ...Object.entries(lines).flatMap(([id, { name, team, shiftLeads }]) =>
      shiftLeads === undefined
        ? []
        : [
            {
              path: ["lines", id, "shiftLeads"],
              name: `the shift lead of ${name}`,
              asked: [...peopleIn(shiftLeads), ...answering(team)],
            },
          ],
    ),
    ...(ops === undefined ? [] : [{ path: ["ops"], name: "Ops", asked: [...ops.leads, ops.manager] }]),
  ];
}

/** Everybody a rota names; of a calendar, those its titles are said to mean. */
function peopleIn(rota: RotaFile): readonly string[] {
  switch (rota.type) {
    case "weekly":
      return rota.turns.map(({ person }) => person);
    case "rotating":
      return rota.crews.flatMap(({ people }) => people);
    case "byShift":
      return Object.values(rota.people).flat();
    case "list":
      return rota.people;
    case "ical":
      return Object.values(rota.names);
    default:
      return assertNever(rota, "rota");
  }
}
