import { spawn } from 'node:child_process'
import process from 'node:process'
import { expect, it } from 'vitest'
import { opened, openOffice } from './stage.ts'

const child = new URL('child.ts', import.meta.url).pathname

/** Runs the child until it has written so much, kills it, and gives the last version it was sure of. */
function writeAndKill(dataDir: string, id: string, lines: number): Promise<number> {
  const writer = spawn(process.execPath, [child, dataDir, id], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    if (out.split('\n').length > lines) writer.kill('SIGKILL')
  })
  return new Promise((resolve) => {
    writer.once('close', () => resolve(Number(out.trimEnd().split('\n').findLast(Boolean))))
  })
}

it('loses nothing that somebody was told of when the process is killed', async () => {
  const office = openOffice()
  const { id } = opened(office)
  for (const lines of [1, 5, 20]) {
    const sure = await writeAndKill(office.dataDir, id, lines)
    const { version, log } = office.again().find(id) ?? { version: 0, log: [] }
    expect(version).toBeGreaterThanOrEqual(sure)
    expect(sure).toBeGreaterThanOrEqual(lines)
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1))
  }
  office.close()
})
