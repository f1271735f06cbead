import { describe, expect, it } from 'vitest'
import { readOn } from '../../src/answer/read-on.ts'
import { candidatesFor } from '../../src/answer/write-extract.ts'
import { hits, question, spoken } from '../fakes.ts'

const scene = spoken([
  'A: Da stellt ein Nutzer ein Foto unter unseren Beitrag, das Kennzeichen ist scharf.',
])
const advice = {
  ...spoken(['B: Wir sichern das Nötige und verbergen den Kommentar.']),
  id: after(scene.id),
}

function after(id: typeof scene.id): typeof scene.id {
  const at = id.lastIndexOf('#')
  return `${id.slice(0, at)}#${Number(id.slice(at + 1)) + 1}` as typeof scene.id
}

describe('what is read for a question', () => {
  const found = hits(scene)

  it('goes on where a passage that was found ends, once', () => {
    const all = readOn(found, (id, count) => (id === scene.id ? [advice].slice(0, count) : []))
    expect(all.map(({ passage }) => passage.id)).toEqual([scene.id, advice.id])
    expect(all[1]?.follows).toEqual({ id: scene.id, by: 1 })
    expect(readOn(all.slice(0, 1), () => [scene])).toHaveLength(1)
  })

  it('knows that the answer follows what the question speaks of', () => {
    const all = readOn(found, () => [advice])
    const reply = candidatesFor(
      question('Nutzer stellt Foto mit Kennzeichen unter Beitrag'),
      all,
    ).find(({ passage }) => passage === advice.id)
    expect(reply?.traits['own']).toBeLessThan(0.1)
    expect(reply?.traits['next']).toBe(1)
    expect(reply?.traits['raised']).toBeGreaterThan(0.5)
    expect(reply?.traits['near']).toBeGreaterThan(0.5)
  })
})

describe('where a quote may begin', () => {
  const bare = hits(spoken(['A: Nein. Die Frist läuft am Wochenende weiter.']))

  it('is never a bare yes or no to somebody else', () => {
    const all = candidatesFor(question('Läuft die Frist am Wochenende weiter?'), bare)
    expect(all.map(({ text }) => text)).toEqual(['Die Frist läuft am Wochenende weiter.'])
  })
})
