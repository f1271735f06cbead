import { describe, expect, it } from 'vitest'
import { englishFor, manifestFor } from '../../adapters/teams/manifest.ts'
import { appPackage } from '../../adapters/teams/package.ts'
import { readZip } from './zip.ts'

const options = {
  url: 'https://bot.stadt.example',
  appId: '5f0c0000-1111-4222-8333-444455556666',
}

describe('the package', () => {
  const files = readZip(appPackage(options))

  it('holds the manifest, the words and the icons, and nothing else', () => {
    expect([...files.keys()]).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png'])
    expect(JSON.parse(String(files.get('manifest.json')))).toEqual(manifestFor(options))
    expect(JSON.parse(String(files.get('en.json')))).toEqual(englishFor())
  })

  it('is the same every time', () => {
    expect(Buffer.compare(appPackage(options), appPackage({ ...options }))).toBe(0)
  })

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ] as const)('has %s in the size Teams wants', (name, size) => {
    const png = files.get(name) ?? Buffer.alloc(32)
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
    // 6 is colour with transparency, 2 without.
    expect(png[25]).toBe(name === 'outline.png' ? 6 : 2)
    expect(png.length).toBeLessThan(4096)
  })
})
