import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

// The manners of the house that a machine can check; CONTRIBUTING.md tells the others. Layout is prettier's, the layers
// and docstrings are test/architecture.test.ts's.
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: the name is then the same in every file.',
}
const classesAreErrors = {
  selector: 'ClassDeclaration:not([superClass.name=/(Error|Refused|NotFound)$/])',
  message: 'A class is for errors only; write functions and values.',
}

export default defineConfig(
  globalIgnores(['node_modules/', 'var/', 'coverage/', 'views/assets/']),
  {
    rules: {
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'no-console': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'no-param-reassign': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNullish: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // return res.redirect(…) and () => (count += 1) are short, and nobody mistakes them
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      // index signatures are read by brackets, so that a typing mistake is not taken for a field
      '@typescript-eslint/dot-notation': 'off',
      // knex answers any: where its rows are read, their type is said
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', 200],
      'no-restricted-syntax': ['error', noDefaultExport, classesAreErrors],
    },
  },
  // what is meant to be read in a terminal
  {
    files: [
      'src/cli.ts',
      'src/cli/**/*.ts',
      'test/support/run-tests.ts',
      'test/bench/**/*.ts',
      'test/browser/pictures.ts',
      'db/*.mjs',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // mocha, knex and supertest hand out promises and values whose types say less than the test knows
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
