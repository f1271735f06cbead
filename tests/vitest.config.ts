import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/temporary.ts'],
    setupFiles: ['tests/offline.ts', 'tests/seed.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    // Most tests wait for sockets rather than reckon; one worker a core would leave the cores idle.
    maxWorkers: 4,
    // A guard against what hangs, no measure: on a busy machine a program takes ten times as long to start.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
