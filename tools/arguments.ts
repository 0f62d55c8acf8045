import { type ParseArgsConfig, parseArgs } from "node:util";

/** What a command takes. `takes`: as its usage says it, behind its name. */
type Takes = {
  readonly takes: string;
  /** Most words. Default: none. */
  readonly most?: number;
  /** Options, such as `--json`; one that ends in `=` takes what stands behind it. Default: none. */
  readonly flags?: readonly string[];
};

/**
 * What a command was given. Ends it with 2, and a line of what it takes, where something of that is none of its arguments: read over,
 * it would do something else than was asked for.
 */
export function argumentsOf(
  { takes, most = 0, flags = [] }: Takes,
  given: readonly string[] = process.argv.slice(2),
): readonly string[] {
  const isFlag = (word: string) => flags.some((flag) => (flag.endsWith("=") ? word.startsWith(flag) : word === flag));
  const words = given.filter((word) => !word.startsWith("-"));
  const unknown = given.find((word) => word.startsWith("-") && !isFlag(word)) ?? words[most];
  return unknown === undefined ? given : refuse(`"${unknown}" is nothing that this command knows.`, takes);
}

/** The same of options that have names. */
export function optionsOf<Options extends NonNullable<ParseArgsConfig["options"]>>(takes: string, options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    return refuse(cause instanceof Error ? cause.message : String(cause), takes);
  }
}

function refuse(why: string, takes: string): never {
  console.error(`${why}\nIt takes: ${takes === "" ? "nothing" : takes}`);
  process.exit(2);
}
