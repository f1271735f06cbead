import { beforeAll, describe, expect, it } from 'vitest'
import { problemsOf } from './gallery/check.ts'
import { toPage } from './gallery/page.ts'
import { playAll } from './gallery/scenes.ts'
import type { Shape, Shown } from './gallery/shape.ts'
import { toText } from './gallery/text.ts'

const names = [
  'acute danger short long model refused unsafe question-back follow-up closed',
  'english english-refused english-acute error help files removed more edited',
  'command command-start command-help dm dm-acute',
  'place place-post feedback draft-roadworks draft-leak draft-rude draft-threat',
  'copy nobody human human-direct shared guest home home-admin home-english form prompts',
  'crowded status',
  'lage-1 lage-2 lage-stufe lage-text lage-luecken lage-freigabe lage-telefon lage-eigener lage-3',
  'lage-freigegeben lage-4 lage-nudge lage-bericht lage-abschluss lage-abschluss-dialog lage-5',
  'late linked',
].flatMap((line) => line.split(' '))

let shapes: readonly Shape[]
beforeAll(async () => {
  shapes = await playAll()
  // Thirty conversations one after the other, on whatever else the machine does.
}, 240_000)

function find(name: string): Shape {
  const found = shapes.find((one) => one.name === name)
  if (!found) throw new Error(`no shape ${name}`)
  return found
}

const textOf = (name: string) => toText(find(name))

function said({ shown }: Shape): readonly string[] {
  return shown.flatMap((one: Shown) => (one.kind === 'message' ? [one.message.text] : []))
}

describe('what people meet in Slack', () => {
  it('is all there, is taken by Slack everywhere and leads nobody astray', () => {
    expect(shapes.map(({ name }) => name)).toEqual(names)
    expect(shapes.flatMap(problemsOf)).toEqual([])
  })

  it('is drawn whole: no block is unknown to the page', () => {
    expect(toPage(shapes)).not.toContain('class="unknown"')
  })

  it('begins with the action where it burns, and stays within 800 characters', () => {
    for (const name of ['acute', 'english-acute', 'command-start', 'dm-acute']) {
      const [card = ''] = said(find(name))
      expect(card.slice(0, 120)).toMatch(/^(?:Stopp zuerst|First stop)/)
      expect(card.length).toBeLessThanOrEqual(800)
    }
  })

  it('leads an incident on a card that fits a phone, at every stage', () => {
    for (const stage of [1, 2, 3, 4, 5]) {
      const [card = ''] = said(find(`lage-${stage}`))
      expect(card).toContain('L1')
      expect(card.length).toBeLessThanOrEqual(800)
    }
  })

  it('announces a search only where one follows', () => {
    expect(textOf('acute')).toContain('suche ich Quellen')
    expect(textOf('command-start')).not.toContain('suche ich Quellen')
  })

  it('says in every message, private ones too, that an AI speaks', () => {
    const mute = shapes
      .filter(({ name }) => name !== 'long' && !name.startsWith('dm'))
      .filter(
        (shape) => said(shape).length > 0 && !/Ich bin eine KI|I am an AI/.test(toText(shape)),
      )
    expect(mute.map(({ name }) => name)).toEqual([])
  })

  it('gives what is to be copied in a field that can be marked on a phone', () => {
    for (const name of ['copy', 'draft-roadworks', 'draft-leak', 'draft-rude']) {
      expect(JSON.stringify(find(name))).toContain('"initial_value"')
    }
  })

  it('says in words, not in bold alone, which part of a place is cited', () => {
    expect(textOf('place')).toMatch(/zitiert\n.*\*/)
    expect(textOf('place-post')).toMatch(/zitiert/)
  })

  it('tells of the parts of a long answer, each with its own sources', () => {
    const [first = '', second = ''] = said(find('long'))
    expect(first).toMatch(/^Teil 1 von \d/)
    expect(second).toMatch(/^Teil 2 von \d/)
    expect(second).not.toMatch(/^\[1\]/m)
    expect(textOf('long').match(/~ Teil \d von \d/g)?.length).toBeGreaterThan(1)
  })

  it('offers a person where the bot fails, and says that somebody was told', () => {
    expect(textOf('error')).toContain('[Mensch holen]')
    for (const name of ['human', 'human-direct']) {
      expect(textOf(name)).toContain('Ich habe Bescheid gegeben.')
    }
  })
})
