import { describe, expect, it } from 'vitest'
import { SourceError } from '../src/domain/errors.ts'
import { parseFrontMatter, parseYaml } from '../src/front-matter.ts'

function errorOf(run: () => unknown): SourceError {
  try {
    run()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('parseFrontMatter', () => {
  it('splits head and body and says where the body starts', () => {
    const matter = parseFrontMatter('---\ntitle: Eins\nnumber: 3\n---\n\nText\n', 'a.md')
    expect(matter).toEqual({ head: { title: 'Eins', number: 3 }, body: '\nText\n', bodyLine: 5 })
  })

  it('survives a byte order mark and CRLF', () => {
    const matter = parseFrontMatter('\uFEFF---\r\ntitle: Zwei\r\n---\r\nText\r\nmehr', 'a.md')
    expect(matter).toEqual({ head: { title: 'Zwei' }, body: 'Text\nmehr', bodyLine: 4 })
  })

  it('gives an empty head where there is none, or nothing in it', () => {
    expect(parseFrontMatter('# Titel\n---\n', 'a.md').head).toEqual({})
    expect(parseFrontMatter('---\n---\nText', 'a.md')).toEqual({
      head: {},
      body: 'Text',
      bodyLine: 3,
    })
    expect(parseFrontMatter('', 'a.md')).toEqual({ head: {}, body: '', bodyLine: 1 })
  })

  it('names the line in the whole file for invalid YAML', () => {
    const error = errorOf(() =>
      parseFrontMatter('---\ntitle: A\nshow: "offen\n---\nText', 'e/a.md'),
    )
    expect(error).toMatchObject({ file: 'e/a.md', code: 'bad-source' })
    expect(error.line).toBeGreaterThanOrEqual(3)
    expect(errorOf(() => parseFrontMatter('---\na: 1\nb: c: d\n---\n', 'a.md')).line).toBe(3)
    expect(errorOf(() => parseFrontMatter('---\na: 1\na: 2\n---\n', 'a.md')).line).toBe(3)
    expect(errorOf(() => parseFrontMatter('---\r\na: 1\r\nb: c: d\r\n---\r\n', 'a.md')).line).toBe(
      3,
    )
  })

  it('refuses a head that is not closed or has no fields', () => {
    expect(errorOf(() => parseFrontMatter('---\ntitle: A\n', 'a.md'))).toMatchObject({ line: 1 })
    expect(errorOf(() => parseFrontMatter('---\n- a\n- b\n---\n', 'a.md'))).toMatchObject({
      line: 2,
    })
  })

  it('does not let aliases blow up', () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
    )
    const text = `---\na0: &a0 [x]\n${rows.join('\n')}\n---\n`
    expect(errorOf(() => parseFrontMatter(text, 'a.md'))).toMatchObject({ code: 'bad-source' })
  })
})

describe('parseYaml', () => {
  it('reads a text, and nothing as null', () => {
    expect(parseYaml('a: [1, 2]', 's.yaml')).toEqual({ a: [1, 2] })
    expect(parseYaml('', 's.yaml')).toBeNull()
  })

  it('names the line', () => {
    expect(errorOf(() => parseYaml('a: 1\nb: [1\nc: 2\n', 's.yaml')).line).toBe(3)
  })
})
