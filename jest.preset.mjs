/**
 * The Jest settings that every Node project shares: its `jest.config.mjs` is one call of this.
 * Nest 12 ships ES modules only, so node_modules is transformed too (Jest then caches the result).
 */
export const nodeProject = (displayName, rootDir, more = {}) => ({
  displayName,
  rootDir,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json'],
  transform: {
    '^.+\\.[mc]?[tj]s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^@tickway/(.*)$': `${import.meta.dirname}/libs/$1/src/index.ts` },
  ...more,
});
