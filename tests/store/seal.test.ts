import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/domain/errors.ts'
import { openSeal } from '../../src/store/seal.ts'
import { dataDir, dataKey } from './stage.ts'

const seal = openSeal({ dataDir: '', dataKey })

function attempt(folder: string): unknown {
  try {
    return openSeal({ dataDir: folder })
  } catch (error) {
    return error
  }
}

describe('a sealed text', () => {
  it('opens where it was put, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
        expect(seal.open(seal.close(text, about), about)).toBe(text)
      }),
    )
  })

  it('opens nowhere else', () => {
    expect(seal.open(seal.close('geheim', 'q1 question'), 'q2 question')).toBeUndefined()
  })

  it('opens with no other key', () => {
    const other = openSeal({ dataDir: '', dataKey: `${dataKey}!` })
    expect(other.open(seal.close('geheim', 'a'), 'a')).toBeUndefined()
  })

  it('does not open when a bit of it was changed, or a part is missing', () => {
    const whole = seal.close('geheim', 'a')
    for (const at of whole.keys()) {
      const changed = Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ 1 : byte))
      expect(seal.open(changed, 'a')).toBeUndefined()
      expect(seal.open(whole.slice(0, at), 'a')).toBeUndefined()
    }
  })

  it('never looks the same twice and never shows its words', () => {
    const [one, two] = [seal.close('Rathaus', 'a'), seal.close('Rathaus', 'a')]
    expect(Buffer.compare(one, two)).not.toBe(0)
    expect(Buffer.from(one).includes('Rathaus')).toBe(false)
  })
})

describe('a name for a person', () => {
  it('is the same for the same person, and another for anybody else', () => {
    expect(seal.alias('slack:T1:U1')).toBe(seal.alias('slack:T1:U1'))
    expect(seal.alias('slack:T1:U1')).not.toBe(seal.alias('slack:T1:U2'))
    expect(seal.alias('slack:T1:U1')).toMatch(/^[\w-]{22}$/)
  })

  it('cannot be made without the key', () => {
    const other = openSeal({ dataDir: '', dataKey: `${dataKey}!` })
    expect(other.alias('slack:T1:U1')).not.toBe(seal.alias('slack:T1:U1'))
  })
})

describe('the key beside the data', () => {
  it('is made once, for its owner alone', () => {
    const folder = join(dataDir(), 'neu')
    const text = openSeal({ dataDir: folder }).close('geheim', 'a')
    expect(openSeal({ dataDir: folder }).open(text, 'a')).toBe('geheim')
    expect(readdirSync(folder)).toEqual(['key'])
    expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  })

  it('is not made where DATA_KEY names one', () => {
    const folder = dataDir()
    openSeal({ dataDir: folder, dataKey })
    expect(readdirSync(folder)).toEqual([])
  })

  it('seals nothing when it is empty or cut', () => {
    const folder = dataDir()
    for (const damaged of ['', '\n', '0123456789abcdef']) {
      writeFileSync(join(folder, 'key'), damaged)
      expect(attempt(folder)).toMatchObject({
        code: 'bad-config',
        message: expect.stringContaining('beschädigt'),
        fix: expect.stringContaining('Sicherung'),
      })
    }
    rmSync(join(folder, 'key'))
    expect(openSeal({ dataDir: folder }).alias('x')).toBeTypeOf('string')
  })

  it('says what to do when it can be neither read nor made', () => {
    const folder = dataDir()
    mkdirSync(join(folder, 'key'))
    writeFileSync(join(folder, 'file'), '')
    for (const place of [folder, join(folder, 'file')]) {
      const error = attempt(place)
      expect(error).toBeInstanceOf(ConfigError)
      expect(error).toMatchObject({ fix: expect.stringContaining('DATA_KEY') })
    }
  })
})
