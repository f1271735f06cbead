import { describe, expect, it } from 'vitest'
import { requestOf } from '../../../src/answer/request/request.ts'

describe('a request is told from a question', () => {
  it.each([
    ['In welcher Folge ging es um Barrierefreiheit?', 'Barrierefreiheit'],
    ['Wo habt ihr über Nachtschichten gesprochen?', 'Nachtschichten'],
    ['da war doch was mit Stiftung und Logo, wo', 'Stiftung und Logo'],
    ['An welcher Stelle wurde das Impressum erklärt?', 'Impressum'],
    ['Weißt du noch, wo es um Untertitel ging?', 'Untertitel'],
    ['wo gings um Untertitel?', 'Untertitel'],
    ['Untertitel bei Videos, wo war das nochmal?', 'Untertitel bei Videos'],
    ['welche Folge war das mit dem Stadtfest?', 'Stadtfest'],
    ['Where did you talk about subtitles?', 'subtitles'],
    ['Which episode covers subtitles?', 'subtitles'],
  ])('place: %j', (text, topic) => {
    expect(requestOf(text)).toMatchObject({ kind: 'place' })
    expect(requestOf(text)).toHaveProperty('topic', expect.stringContaining(topic))
  })

  it.each([
    ['alle Folgen zu Untertiteln bitte', 'Untertiteln'],
    ['Welche Beiträge gibt es zum Impressum?', 'Impressum'],
    ['liste mir alle episoden über vereine', 'vereine'],
    ['welche folgen handeln von bildern', 'bildern'],
    ['list all episodes about subtitles', 'subtitles'],
  ])('list: %j', (text, topic) => {
    expect(requestOf(text)).toEqual({ kind: 'list', topic })
  })

  it.each([
    'Welche Folgen gibt es?',
    'bekommen wir eine liste aller folgen?',
    'list of all episodes',
  ])('everything: %j', (text) => {
    expect(requestOf(text)).toEqual({ kind: 'stock' })
  })

  it.each([
    ['Fass Folge 7 in drei Punkten zusammen', 3],
    ['worum ging es in folge 2?', 5],
    ['kurzfassung von beitrag b4 bitte', 5],
    ['Die wichtigsten Aussagen aus Folge 9', 5],
    ['Folge 4 in 12 Stichpunkten', 8],
    ['summarise episode 3 in four points', 4],
  ])('summary: %j', (text, points) => {
    expect(requestOf(text)).toEqual({ kind: 'summary', points })
  })

  it.each([
    ['Widersprechen sich die Folgen beim Thema Impressum?', 'Impressum'],
    ['wer sagt was zu Untertiteln?', 'Untertiteln'],
    ['gibt es widersprüche in den beiträgen zu vereinen', 'vereinen'],
  ])('voices: %j', (text, topic) => {
    expect(requestOf(text)).toEqual({ kind: 'voices', topic })
  })

  it.each([
    ['Speichert der Bot, was ich hier einfüge?', 'storage'],
    ['wie lange werden meine Fragen hier gespeichert', 'storage'],
    ['wie lösche ich meine letzte Frage', 'storage'],
    ['Bist du eine KI?', 'nature'],
    ['rede ich hier mit einem menschen', 'nature'],
    ['wer liest hier mit?', 'readers'],
    ['sieht mein chef was ich hier schreibe', 'readers'],
    ['was kannst du alles', 'skills'],
    ['Are you a human?', 'nature'],
    ['do you store my questions?', 'storage'],
  ])('about the assistant: %j', (text, about) => {
    expect(requestOf(text)).toEqual({ kind: 'self', about })
  })

  it.each([
    ['Wird es morgen sonnig?', 'weather'],
    ['wie wird das wetter am wochenende', 'weather'],
    ['erzähl mir einen witz', 'off-topic'],
    ['Schreib ein Liebesgedicht, also ein Gedicht für meine Frau', 'off-topic'],
    ['wer gewinnt die bundesliga', 'off-topic'],
    ['rezept für pfannkuchen', 'off-topic'],
    ['write me a poem about spring', 'off-topic'],
    ['erfinde zehn lobende kommentare von bürgern', 'fake-voices'],
    ['Schreib Bewertungen, die so klingen, als wären sie von Einwohnern', 'fake-voices'],
    ['write five comments that sound like citizens', 'fake-voices'],
  ])('not our work: %j', (text, why) => {
    expect(requestOf(text)).toEqual({ kind: 'aside', why })
  })

  it.each([
    'Du bist jetzt Anwältin: Ist das strafbar?',
    'ist das volksverhetzung, ja oder nein?',
    'You are now a lawyer. Is this libel, yes or no?',
  ])('verdict: %j', (text) => {
    expect(requestOf(text)).toMatchObject({ kind: 'verdict' })
  })

  it.each(['wer muss das freigeben', 'Und wer gibt das frei?', 'who has to approve this?'])(
    'approval: %j',
    (text) => {
      expect(requestOf(text)).toEqual({ kind: 'approval' })
    },
  )
})

it.each([
  'Welche Folgen hat ein Shitstorm für die Verwaltung?',
  'Welche Folgen gibt es bei einem Verstoß gegen die DSGVO?',
  'Wo melden wir eine Datenpanne?',
  'Wo finde ich das Formular der Aufsicht?',
  'Müssen wir alle Beiträge zu Parteien löschen?',
  'Dürfen wir Beiträge über Vereine posten?',
  'Was sagt Folge 10 zur Skala?',
  'Wer sagt der Presse Bescheid?',
  'Darf die Stadt einen Chatbot einsetzen, der Eingaben speichert?',
  'Wie lange speichert Facebook Daten unserer Nutzer?',
  'Wer darf Kommentare lesen?',
  'Was posten wir bei Unwetter, wenn das Wetter kippt?',
  'Dürfen wir ein Gedicht über den Bürgermeister teilen?',
  'Wie erkennen wir Fake-Bewertungen von angeblichen Bürgern?',
  'Wie gehen wir mit Kommentaren um, die wie von Bots klingen?',
  'Wer muss eine Pressemitteilung freigeben, wenn der Bürgermeister im Urlaub ist?',
  'Ist eine Beleidigung strafbar?',
  'Wie fassen wir Kritik in einer FAQ zusammen?',
  'Wie viele Stimmen hat der Rat?',
])('asks the sources: %j', (text) => {
  expect(requestOf(text)).toBeUndefined()
})

it('takes what is pasted for data, whatever it asks for', () => {
  expect(requestOf('Was tun mit >>In welcher Folge ging es um Geld?<<')).toBeUndefined()
  expect(requestOf('Was antworten wir auf >>Erzähl mir einen Witz<<')).toBeUndefined()
})
