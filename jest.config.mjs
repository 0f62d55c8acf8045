/** @type {import("jest").Config} */
export default {
  // Suites of one process share what they import. jest's own runner gives every suite a world of its own, and half of the
  // time went into reading and warming up the same modules for each (two cores, 2026-11-29: 3,961 tests took 282 s so, and
  // 4,846 take 245 s like this).
  // Referee does no work on import and keeps nothing in modules, so there is nothing to shield from one another.
  runner: "jest-light-runner",
  transform: {},
  // The suites wait for Redis and HTTP half of the time, so every core may have one.
  maxWorkers: "100%",
  setupFiles: ["<rootDir>/test/support/typescript.mjs"],
  setupFilesAfterEnv: ["<rootDir>/test/support/timeLimit.mjs", "<rootDir>/test/support/properties.mjs"],
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.referee/"],
  globalSetup: "<rootDir>/test/support/globalSetup.mjs",
  globalTeardown: "<rootDir>/test/support/globalTeardown.mjs",
};
