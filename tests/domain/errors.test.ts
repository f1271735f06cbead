import { expect, it } from 'vitest'
import { ConfigError, explain, SourceError, trace, UpstreamError } from '../../src/domain/errors.ts'

it('says what failed, where, and what to do', () => {
  const error = new SourceError('Die Zeitangabe ist nicht lesbar', {
    file: 'a.vtt',
    line: 7,
    fix: 'Bitte ändern.',
  })
  expect(explain(error)).toEqual({
    code: 'bad-source',
    text: 'a.vtt:7: Die Zeitangabe ist nicht lesbar. Bitte ändern.',
  })
})

it('says every bad variable at once', () => {
  expect(explain(new ConfigError(['PORT: x', 'HOST: y'], { fix: 'Bitte ändern.' })).text).toBe(
    'PORT: x\nHOST: y. Bitte ändern.',
  )
})

it('gives nothing away of what it does not know, but where it happened', () => {
  const error = new TypeError('Geheimnis von @anton')
  expect(`${explain(error).text} ${trace(error)}`).not.toContain('anton')
  expect(trace(error)).toMatch(/^\(TypeError/)
  expect(trace('Geheimnis')).toBe('(string)')
})

it('needs no trace where there are words', () => {
  expect(trace(new UpstreamError('Der Dienst ist weg.', { provider: 'x', fix: 'Warten.' }))).toBe(
    '',
  )
})
