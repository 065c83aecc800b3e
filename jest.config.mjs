/** Unit, contract and property tests. Programs (LibreOffice, openpyxl) are under test/interop, run by .ci/run. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  setupFiles: ['<rootDir>/test/support/property-seed.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/interop/'],
  transform: {
    '^.+\\.[cm]?tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
    ],
    '/node_modules/(?:lodash-es|nanoid|rbush|quickselect|kdbush)/.+\\.js$': [
      '@swc/jest',
      { jsc: { target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // Univer's packages ask for these, which have only the newer kind of module.
  transformIgnorePatterns: [
    '/node_modules/(?!(?:.+/)?(?:lodash-es|nanoid|rbush|quickselect|kdbush)/)',
  ],
  // A loaded machine is slow, not wrong.
  testTimeout: 300_000,
  collectCoverageFrom: ['src/**/*.{ts,tsx}'],
  coverageReporters: ['text-summary', 'json-summary'],
};
