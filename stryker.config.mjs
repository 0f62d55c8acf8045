// Changes the rules one place at a time and looks whether a test notices. Run by `npm run test:mutation`.
/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "jest",
  // There is no such file: Stryker would rewrite one by an interface that TypeScript 7 no longer has.
  tsconfigFile: "none",
  testRunnerNodeArgs: ["--experimental-vm-modules"],
  jest: { configFile: "test/mutation/jest.config.mjs" },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  ignorePatterns: [".referee", ".ci", "docs", "bench", "dist", "test/browser", "test/faults", "test/adapters"],
  tempDirName: ".referee/mutation/sandbox",
  incremental: true,
  concurrency: 1,
  reporters: ["clear-text"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 30,
};
