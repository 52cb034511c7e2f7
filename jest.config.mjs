/** All unit specs in one Jest run (the conformance run of apps/api-e2e needs a built server and has its own command). */
export default {
  // A busy machine is slow, not wrong.
  testTimeout: 20_000,
  projects: [
    '<rootDir>/libs/*/jest.config.mjs',
    '<rootDir>/apps/api/jest.config.mjs',
    '<rootDir>/apps/dashboard/jest.config.mjs',
    '<rootDir>/tools/*/jest.config.mjs',
  ],
};
