const { MUTANTS_OF = "", MUTANTS_TESTS = "", MUTANTS_FOUND = ".referee/mutants/found.json" } = process.env;

/** What `run.mjs` asks of Stryker. @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: MUTANTS_OF.split(","),
  plugins: ["./test/mutants/lightRunner.mjs"],
  testRunner: "light",
  // What is tried at random would kill by luck, and takes longest.
  lightRunner: { tests: [MUTANTS_TESTS], without: ["test/request/neverForgotten.test.ts"] },
  coverageAnalysis: "perTest",
  // What a module works out while it is imported would need a process of its own for every mutant.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: MUTANTS_FOUND,
  concurrency: 1,
  timeoutMS: 1_500,
  timeoutFactor: 1,
  disableTypeChecks: false,
  // TypeScript 7 has no interface that Stryker could ask to rewrite ours for its copy.
  tsconfigFile: "none",
  tempDirName: ".referee/mutants/copy",
  ignorePatterns: ["docs", "bench", "/.referee", "dist"],
  reporters: ["progress-append-only"],
  allowConsoleColors: false,
};
