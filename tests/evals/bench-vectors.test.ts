import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function bench(scratch: string, ...args: readonly string[]): Promise<Ran> {
  const options = { cwd: root, env: { TMPDIR: scratch } }
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['evals/bench-vectors.ts', ...args],
      options,
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

describe('npm run bench:vectors', () => {
  it('prints one JSON object and nothing else, and clears away what it wrote', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'bench-vectors-test-'))
    const { code, stdout, stderr } = await bench(scratch, '--quick', '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.trimEnd()).not.toContain('\n')
    const run = {
      vectors: 300,
      openMs: expect.any(Number),
      buildMs: expect.any(Number),
      p50Ms: expect.any(Number),
      p99Ms: expect.any(Number),
      rssMb: expect.any(Number),
    }
    expect(JSON.parse(stdout)).toEqual({
      dimension: 32,
      questions: 50,
      runs: [
        { ...run, way: 'exact', recallAt10: 1 },
        { ...run, way: 'graph', recallAt10: expect.any(Number) },
      ],
    })
    expect(JSON.parse(stdout).runs[1].recallAt10).toBeGreaterThanOrEqual(0.99)
    expect(readdirSync(scratch)).toEqual([])
  })

  it('refuses what it does not know and names the way to help', async () => {
    const { code, stdout, stderr } = await bench(tmpdir(), '--schnell')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('--schnell')
    expect(stderr).toContain('--help')
  })
})
