import type { Names } from "../plant.ts";
import { spellingOf } from "../who/spelling.ts";
import type { PlantDraft } from "./file.ts";
import { offersInUnknownChannels } from "./offers.ts";
import { unreachableParties } from "./unreachableParties.ts";
import type { Finding, Path } from "./yamlFile.ts";

/** What each part of the file may say, but all of it together may not. */
export function contradictionsIn(draft: PlantDraft): readonly Finding[] {
  return [
    ...sharedAccounts(draft),
    ...sharedNames("assets", draft.assets ?? {}),
    ...sharedNames("lines", draft.lines ?? {}),
    ...fallbackCircles(draft),
    ...unreachableParties(draft),
    ...emptyFreezes(draft),
    ...homesWithoutChannel(draft),
    ...crewsPastTheirPattern(draft),
    ...offersInUnknownChannels(draft),
  ];
}

function sharedAccounts({ people = {} }: PlantDraft): readonly Finding[] {
  const owners = new Map<string, string>();
  return Object.entries(people).flatMap(([id, person]) =>
    person.accounts.flatMap((account, at): readonly Finding[] => {
      const other = owners.get(account) ?? id;
      owners.set(account, other);
      if (other === id) return [];
      const what = `the account ${account} belongs to ${other} already`;
      return [
        { path: ["people", id, "accounts", at], what, todo: "an account is one person's: remove it from one of both" },
      ];
    }),
  );
}

type Called = Readonly<
  Record<string, { readonly name: string; readonly names?: Names; readonly aliases: readonly string[] }>
>;

/** Two things by one name cannot be told apart in a message; so neither would be found. */
function sharedNames(section: "assets" | "lines", things: Called): readonly Finding[] {
  const owners = new Map<string, string>();
  const names = Object.entries(things).flatMap(([id, { name, names: others = {}, aliases }]) => [
    { id, called: id, path: [section, id] },
    { id, called: name, path: [section, id, "name"] },
    ...Object.entries(others).map(([language, called]) => ({ id, called, path: [section, id, "names", language] })),
    ...aliases.map((alias, at) => ({ id, called: alias, path: [section, id, "aliases", at] })),
  ]);
  return names.flatMap(({ id, called, path }) => {
    const spelling = spellingOf(called);
    const other = owners.get(spelling) ?? id;
    owners.set(spelling, other);
    return [...wordless(called, spelling, path), ...(other === id ? [] : [sharedName(called, other, path)])];
  });
}

function wordless(called: string, spelling: string, path: Path): readonly Finding[] {
  if (/\p{L}/u.test(spelling)) return [];
  return [
    {
      path,
      what: `"${called}" has no letter, so it would be found in every number`,
      todo: "write it with a word, such as PLC 7",
    },
  ];
}

function sharedName(called: string, other: string, path: Path): Finding {
  const what = `"${called}" is what ${other} is called already (case, spaces and dashes do not matter)`;
  return { path, what, todo: "give each its own name, or leave it to one of both" };
}

function fallbackCircles({ teams = {} }: PlantDraft): readonly Finding[] {
  const fallbacks = new Map<string, string | undefined>(
    Object.entries(teams).map(([id, { fallback }]) => [id, fallback]),
  );
  const next = (id: string) => fallbacks.get(id);
  return Object.keys(teams).flatMap((start): readonly Finding[] => {
    const round = [start];
    for (let id = next(start); id !== undefined && !round.includes(id); id = next(id)) round.push(id);
    const last = round.at(-1);
    // Each circle is told once, at the first of its teams in the alphabet.
    if (last === undefined || next(last) !== start || [...round].sort()[0] !== start) return [];
    const what = `the fallbacks go in a circle: ${[...round, start].join(" → ")}`;
    return [
      { path: ["teams", start, "fallback"], what, todo: "let one of them have no fallback: Ops is asked last anyway" },
    ];
  });
}

function emptyFreezes({ freezes = [] }: PlantDraft): readonly Finding[] {
  return freezes.flatMap(({ name, when }, at): readonly Finding[] =>
    when.type === "once" && when.to <= when.from
      ? [
          {
            path: ["freezes", at, "when", "to"],
            what: `the freeze "${name}" ends before it begins`,
            todo: "swap from and to",
          },
        ]
      : [],
  );
}

function homesWithoutChannel({ teams = {} }: PlantDraft): readonly Finding[] {
  return Object.entries(teams).flatMap(([id, { name, home, channel }]): readonly Finding[] =>
    home === undefined || channel[home] !== undefined
      ? []
      : [
          {
            path: ["teams", id, "home"],
            what: `${name} is at home on ${home} but has no channel there`,
            todo: `add channel.${home}`,
          },
        ],
  );
}

function crewsPastTheirPattern({ teams = {}, lines = {} }: PlantDraft): readonly Finding[] {
  const rotas = [
    ...Object.entries(teams).map(([id, { onCall }]) => ({ path: ["teams", id, "onCall"], rota: onCall })),
    ...Object.entries(lines).map(([id, { shiftLeads }]) => ({ path: ["lines", id, "shiftLeads"], rota: shiftLeads })),
  ];
  return rotas.flatMap(({ path, rota }) =>
    rota?.type !== "rotating"
      ? []
      : rota.crews.flatMap((crew, at): readonly Finding[] =>
          crew.startsAt < rota.pattern.length
            ? []
            : [
                {
                  path: [...path, "crews", at, "startsAt"],
                  what: `crew ${crew.name} starts past the end of the pattern, which has ${rota.pattern.length} days`,
                  todo: `write a number from 0 to ${rota.pattern.length - 1}`,
                },
              ],
        ),
  );
}
