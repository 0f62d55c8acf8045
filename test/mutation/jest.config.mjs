import base from "../../jest.config.mjs";

// Set up and torn down is a Redis, which the rules do without.
const { globalSetup, globalTeardown, ...config } = base;

/** The tests of the rules alone, so that a mutant is judged in seconds. @type {import("jest").Config} */
export default {
  ...config,
  rootDir: "../..",
  maxWorkers: 1,
  testMatch: ["<rootDir>/test/request/**/*.test.ts"],
  // Lives at random find in minutes what the stories find in seconds.
  testPathIgnorePatterns: ["/node_modules/", "/neverForgotten\\.test\\.ts$"],
};
