/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  // The suites wait for Redis and HTTP half of the time, so every core may have one.
  maxWorkers: "100%",
  // What a suite leaves behind slows those after it in the same process: a worker that grew is replaced.
  workerIdleMemoryLimit: "350MB",
  // Many start processes of their own. A busy machine needs more than jest's 5 s for that; what hangs needs for ever.
  testTimeout: 30_000,
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
  },
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  globalSetup: "<rootDir>/test/support/globalSetup.mjs",
  globalTeardown: "<rootDir>/test/support/globalTeardown.mjs",
};
