import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/**
 * Who may import whom: the arrows of ARCHITECTURE.md. Every project has a scope (where it runs) and a type
 * (what it is) in its project.json; there is no rule for `*`, so a project without tags imports nothing.
 */
const scopes = {
  shared: { imports: ['shared'], banned: ['@nestjs/*', '@angular/*', 'leaflet', 'socket.io', 'ws'] },
  server: { imports: ['shared', 'server'], banned: ['@angular/*', 'leaflet', 'socket.io-client'] },
  client: { imports: ['shared', 'client'], banned: ['@nestjs/*', 'socket.io', 'ws'] },
  outside: { imports: ['shared', 'server', 'client'], banned: [] },
};
const types = {
  protocol: { imports: [], banned: [] },
  model: { imports: ['protocol'], banned: ['rxjs'] },
  feed: { imports: ['protocol', 'model'], banned: ['@nestjs/*'] },
  hub: { imports: ['protocol'], banned: ['@nestjs/*', 'socket.io', 'ws', 'express', 'rxjs'] },
  history: { imports: ['protocol', 'model', 'hub'], banned: ['@nestjs/*'] },
  transport: { imports: ['protocol', 'hub'], banned: [] },
  gateway: { imports: ['protocol'], banned: ['@nestjs/*'] },
  sdk: { imports: ['protocol'], banned: ['@angular/*', 'leaflet'] },
  app: {
    imports: ['protocol', 'model', 'feed', 'hub', 'history', 'transport', 'gateway', 'sdk'],
    banned: [],
  },
  e2e: { imports: ['protocol', 'model', 'sdk', 'hub', 'gateway'], banned: [] },
  tool: { imports: ['protocol', 'model', 'sdk', 'feed', 'hub', 'transport', 'gateway'], banned: [] },
};
const constraints = (kind, rules, bans) =>
  Object.entries(rules).map(([name, { imports, banned }]) => ({
    sourceTag: `${kind}:${name}`,
    onlyDependOnLibsWithTags: imports.map((other) => `${kind}:${other}`),
    ...(bans && banned.length > 0 && { bannedExternalImports: banned }),
  }));
/** Specs may bring a real peer (a `ws` server for the SDK), so for them only the arrows between projects hold. */
const boundaries = ({ bans }) => ({
  allow: [],
  depConstraints: [...constraints('scope', scopes, bans), ...constraints('type', types, bans)],
});

const limits = {
  'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
  'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
  'max-params': ['error', 3],
  complexity: ['error', 8],
};

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '.nx/**',
      '.angular/**',
      'coverage/**',
      '**/test-results/**',
      '**/playwright-report/**',
      'node_modules/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ...ts.configs.strictTypeChecked, ...ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      ...limits,
      '@nx/enforce-module-boundaries': ['error', boundaries({ bans: true })],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-definitions': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/client/examples/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['off'],
    },
  },
  {
    files: ['libs/{hub,market,tracking,feed,protocol}/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Randomness comes in as an argument (seeded).',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time comes in as an argument (a clock).',
        },
        {
          selector: 'CallExpression[callee.name=/^set(Timeout|Interval|Immediate)$/]',
          message: 'Timers live at the rim; take a scheduler.',
        },
      ],
    },
  },
  {
    files: ['apps/dashboard/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'tw', style: 'kebab-case' }],
    },
  },
  {
    files: ['**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.spec.ts', 'apps/*-e2e/**/*.ts', '**/testing/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', 400],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@nx/enforce-module-boundaries': ['error', boundaries({ bans: false })],
      // Jest's asymmetric matchers are typed `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: limits,
  },
  prettier,
);
