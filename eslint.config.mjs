import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** Who may import whom (DESIGN: the arrows of ARCHITECTURE.md). No project without tags, no `*`. */
const boundaries = {
  enforceBuildableLibDependency: false,
  allow: [],
  depConstraints: [
    {
      sourceTag: 'scope:shared',
      onlyDependOnLibsWithTags: ['scope:shared'],
      bannedExternalImports: ['@nestjs/*', '@angular/*', 'leaflet'],
    },
    {
      sourceTag: 'scope:server',
      onlyDependOnLibsWithTags: ['scope:shared', 'scope:server'],
      bannedExternalImports: ['@angular/*', 'leaflet', 'socket.io-client'],
    },
    {
      sourceTag: 'scope:client',
      onlyDependOnLibsWithTags: ['scope:shared', 'scope:client'],
      bannedExternalImports: ['@nestjs/*', 'socket.io', 'ws'],
    },
    {
      sourceTag: 'scope:outside',
      onlyDependOnLibsWithTags: ['scope:shared', 'scope:server', 'scope:client'],
    },
    { sourceTag: 'type:protocol', onlyDependOnLibsWithTags: [] },
    { sourceTag: 'type:model', onlyDependOnLibsWithTags: ['type:protocol'] },
    {
      sourceTag: 'type:feed',
      onlyDependOnLibsWithTags: ['type:protocol', 'type:model'],
      bannedExternalImports: ['@nestjs/*'],
    },
    {
      sourceTag: 'type:hub',
      onlyDependOnLibsWithTags: ['type:protocol'],
      bannedExternalImports: ['@nestjs/*', 'socket.io', 'ws', 'express'],
    },
    { sourceTag: 'type:transport', onlyDependOnLibsWithTags: ['type:protocol', 'type:hub'] },
    {
      sourceTag: 'type:sdk',
      onlyDependOnLibsWithTags: ['type:protocol'],
      bannedExternalImports: ['@angular/*', 'leaflet'],
    },
    {
      sourceTag: 'type:app',
      onlyDependOnLibsWithTags: [
        'type:protocol',
        'type:model',
        'type:feed',
        'type:hub',
        'type:transport',
        'type:sdk',
      ],
    },
    {
      sourceTag: 'type:e2e',
      onlyDependOnLibsWithTags: ['type:protocol', 'type:model', 'type:sdk', 'type:feed', 'type:hub'],
    },
    {
      sourceTag: 'type:tool',
      onlyDependOnLibsWithTags: ['type:protocol', 'type:model', 'type:sdk', 'type:feed'],
    },
  ],
};

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
      '@nx/enforce-module-boundaries': ['error', boundaries],
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
        Buffer: 'readonly',
      },
    },
    rules: limits,
  },
  prettier,
);
