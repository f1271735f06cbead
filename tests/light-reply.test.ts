import { describe, expect, it } from 'vitest'
import { toText } from '../adapters/cli/text.ts'
import { findQuote } from '../src/answer/quote.ts'
import type { Answer } from '../src/domain/answer.ts'
import { IndexError } from '../src/domain/errors.ts'
import { commentIn, lightFor } from '../src/light-reply.ts'
import { question, spoken } from './fakes.ts'

const { signal } = new AbortController()
const passage = spoken(['A: Bei einer Drohung zuerst sichern und dann anrufen.'])

function answered(): Answer {
  const finding = findQuote(passage, 'Bei einer Drohung zuerst sichern und dann anrufen.')
  if (!finding) throw new Error('the quote is not there')
  const claim = {
    text: finding.quote,
    citations: [{ ...finding, url: 'https://x.example/1' }],
  } as const
  return {
    status: 'answered',
    question: question('?'),
    claims: [claim, claim, claim],
    dropped: 0,
    writer: 'extract',
    ms: { search: 1, write: 1, total: 2 },
  }
}

function lighting(answer: Answer | Error = answered()) {
  const asked: string[] = []
  const ask = async (text: string) => {
    asked.push(text)
    if (answer instanceof Error) throw answer
    return answer
  }
  return { asked, engine: { ask }, profile: { legalOffice: 'RA, 0000 12' }, signal }
}

const threat = 'Muss der Kommentar stehen bleiben? >>Ich weiß wo du wohnst, Zwirnhuber<<'

describe('the comment that gets a light', () => {
  it('is no draft of the town, but for one that is red: nobody drafts that', () => {
    const draft = 'kann das so online gehen, unser Statement? >>Wir klären den Vorfall gerade.<<'
    expect(commentIn(draft)).toBeUndefined()
    const red = 'kann das so online bleiben? >>Ich weiß wo du wohnst, Zwirnhuber<<'
    expect(commentIn(red)?.comment).toBe('Ich weiß wo du wohnst, Zwirnhuber')
    const answered = 'unser Statement dazu: was antworten wir? >>Wir klären den Vorfall gerade.<<'
    expect(commentIn(answered)).toBeUndefined()
  })
})

describe('the light in an answer', () => {
  it('says the colour first, then what to do, why, and who decides, with a source', async () => {
    const lit = await lightFor(threat, lighting())
    expect(lit?.light.colour).toBe('red')
    expect(lit?.reply.lead).toMatch(/^Rot/)
    expect(lit?.reply.steps.map(({ title }) => title)).toEqual([
      'Zuerst',
      'Warum',
      'Wer entscheidet',
    ])
    expect(lit?.reply.claims).toHaveLength(2)
    expect(lit?.reply.kind).toBe('answered')
    expect(toText(lit?.reply ?? fail())).toContain('RA, 0000 12')
  })

  it('lets no word of the comment out, neither to a model nor to the reader', async () => {
    const means = lighting()
    const lit = await lightFor(threat, means)
    expect(means.asked).toHaveLength(1)
    expect([...means.asked, toText(lit?.reply ?? fail())].join()).not.toMatch(/zwirnhuber|wohnst/i)
  })

  it.each([
    ['Kann ich den blocken? >>WO IST DAS GELD<<', /sperren/],
    ['was antworten wir auf >>Ihr seid alle Versager im Rathaus<<', /Wie antworten wir auf/],
    ['Darf ich den löschen? >>Du Vollidiot<<', /Kommentar/],
  ])('searches for what %j wants to do, after the light', async (text, topic) => {
    const means = lighting()
    const lit = await lightFor(text, means)
    expect(lit?.reply.lead).toMatch(/^(?:Rot|Gelb|Grün)/)
    expect(means.asked[0]).toMatch(topic)
    expect(means.asked.join()).not.toMatch(/GELD|Versager|Vollidiot/)
  })

  it('searches nothing where people come first', async () => {
    for (const comment of ['Kinderpornos im Anhang', 'Ich will nicht mehr leben']) {
      const means = lighting()
      expect((await lightFor(`>>${comment}<<`, means))?.light.colour).toBe('red')
      expect(means.asked).toEqual([])
    }
  })

  it('stands without an index as well, and says what failed', async () => {
    const broken = new IndexError('Es gibt keinen Index.', { path: '/x', fix: 'Bitte anlegen.' })
    const lit = await lightFor(threat, lighting(broken))
    expect(lit?.reply.lead).toMatch(/^Rot/)
    expect(lit?.reply.notes).toContain('Es gibt keinen Index. Bitte anlegen.')
  })

  it('is not there for any other message', async () => {
    const means = lighting()
    expect(await lightFor('Wer meldet eine Datenpanne?', means)).toBeUndefined()
    expect(means.asked).toEqual([])
  })

  it('is not there for what the town wants to say itself', async () => {
    const draft = '»Wir bedauern den Eindruck, der entstanden sein mag.«'
    for (const own of ['Entwurf vom Chef:', 'Kann das so raus?', 'Unser Text, passt der?'])
      expect(await lightFor(`${own} ${draft}`, lighting())).toBeUndefined()
  })

  it('is searched for what may be done to a person, whatever they wrote', async () => {
    const setting = lighting()
    await lightFor('darf ich den user sperren >>Wo ist das Geld hin??<<', setting)
    expect(setting.asked).toEqual(['Dürfen wir einen Nutzer sperren?'])
  })

  it('speaks English to whoever asks in English', async () => {
    const lit = await lightFor('Must we let this stay? "Ihr seid unfähig"', lighting())
    expect(lit?.reply.language).toBe('en')
    expect(lit?.reply.lead).toMatch(/^Green/)
  })
})

function fail(): never {
  throw new Error('there is no light')
}
