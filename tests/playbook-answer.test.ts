import { expect, it } from 'vitest'
import type { Answer } from '../src/domain/answer.ts'
import { toSourceId } from '../src/domain/documents.ts'
import { openManual } from '../src/manual.ts'
import { withPlaybook } from '../src/playbook-answer.ts'
import { toReply } from '../src/to-reply.ts'
import { episode, question } from './fakes.ts'

const told = 'Seit einer Stunde stehen die Namen aller Antragsteller offen auf unserer Website'
const cues = [
  {
    start: 0,
    end: 9000,
    speaker: 'A',
    text: 'Haltet Uhrzeit und Weg fest, dann nehmt alles vom Netz.',
  },
]
const desk = {
  manual: openManual({ knowledgeDir: 'knowledge' }),
  engine: {
    findDocument: (id: string) => ({ about: episode({ id: toSourceId(id) }), cues }),
  },
  toLink: () => 'https://x.example',
}
const refused = (text: string, urgency: 'acute' | 'planning'): Answer => {
  return {
    status: 'refused',
    question: { ...question(text), urgency },
    why: 'not-in-sources',
    nearest: [],
  }
}

it('tells the next steps of the playbook where something burns, each with its place', () => {
  const answer = withPlaybook(refused(told, 'acute'), told, desk)
  expect(answer).toMatchObject({ status: 'answered' })
  const reply = toReply(answer)
  expect(reply.lead).toContain('Daten')
  expect(reply.claims.length).toBeGreaterThan(1)
  for (const { text, numbers } of reply.claims) {
    expect(text).not.toContain('Haltet')
    expect(reply.sources.map(({ number }) => number)).toContain(numbers[0])
  }
})

it('tells what holds in every storm where nobody says what it is about', () => {
  const text = 'hilfe, 140 kommentare, was jetzt'
  expect(toReply(withPlaybook(refused(text, 'acute'), text, desk)).lead).toContain('erste Stunde')
})

it('leaves an answer alone where nothing burns, or no place of a step is there', () => {
  const calm = refused(told, 'planning')
  expect(withPlaybook(calm, told, desk)).toBe(calm)
  const burning = refused(told, 'acute')
  const empty = { ...desk, engine: { findDocument: () => undefined } }
  expect(withPlaybook(burning, told, empty)).toBe(burning)
})

it.each([
  [
    'zwanzig fast gleiche kommentare von profilen ohne bild',
    'Abgesprochene Kommentare',
    'antworten',
  ],
  ['kollegin hat privat was übles gepostet, der screenshot geht rum', 'beschäftigten', 'Person'],
  ['auf instagram kursiert ein gefälschtes video vom bürgermeister', 'Deepfake', 'Original'],
])('tells the steps for the very case of „%s“', (text, title, said) => {
  const { lead, claims } = toReply(withPlaybook(refused(text, 'acute'), text, desk))
  expect(lead).toContain(title)
  expect(claims.map((claim) => claim.text).join(' ')).toContain(said)
})

it('tells steps in the order of their minutes, with four places at most', () => {
  const text = 'starkregen, die unterführung ist voll wasser, was sollen wir posten'
  const { claims, sources } = toReply(withPlaybook(refused(text, 'acute'), text, desk))
  const said = claims.map((claim) => claim.text)
  const minutes = said.map((own) => stepsOf('pb6').find((step) => step.do === own)?.minute)
  expect(minutes).toHaveLength(3)
  expect(minutes).toEqual(minutes.toSorted((one = 0, other = 0) => one - other))
  expect(sources.length).toBeLessThanOrEqual(4)
})

function stepsOf(id: string) {
  return desk.manual().playbooks.find((one) => one.id === id)?.steps ?? []
}
