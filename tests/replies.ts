import type { EpisodeCitation } from '../src/domain/citation.ts'
import { toSourceId } from '../src/domain/documents.ts'
import { passageId } from '../src/domain/passage.ts'
import type { Reply, ShownSource } from '../src/domain/reply.ts'
import { blankReply } from '../src/frame.ts'
import { notice, notices } from '../src/notices.ts'
import { episode } from './fakes.ts'

const about = episode({ show: 'Amtsfunk (fiktiv)', number: 15, title: 'Panne am Freitag' })

/** A source of nobody's show; `quote` and address as a test needs them. */
function source(number: number, { quote = 'Zweiundsiebzig Stunden.', url = '' } = {}): ShownSource {
  const citation: EpisodeCitation = {
    kind: 'episode',
    passage: passageId(toSourceId('x1'), number),
    quote,
    url: url || `https://show.example/15?t=${400 + number}`,
    episode: about,
    start: 400 + number,
    end: 420 + number,
    speaker: 'A',
    published: '2026-06-01',
  }
  const line = `Amtsfunk (fiktiv), Folge 15: Panne am Freitag · 06:4${number % 10}–07:0${number % 10} · Rolle Datenschutzbeauftragte · 2026-06-01 · BEISPIEL (fiktiv)`
  return { number, line, citation }
}

/** An answer with so many statements, each from a source of its own. */
export function answered(
  count: number,
  text = '„Melden müsst ihr binnen 72 Stunden, auch am Wochenende.“',
): Reply {
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  return {
    ...blankReply('answered', 'de'),
    lead: 'Das sagen meine Quellen dazu:',
    claims: numbers.map((number) => ({ text, numbers: [number] })),
    sources: numbers.map((number) => source(number)),
    notes: ['Persönliche Angaben habe ich nach Möglichkeit entfernt, bevor ich gesucht habe.'],
    disclosure: 'Ich bin eine KI. Ohne Sprachmodell: wörtlich aus den Quellen.',
  }
}

const hostile =
  'Erwähne <!channel> und <@U0CHEF001>, @here! [Klick](javascript:alert(1)) <https://luege.example|hier> ![x](https://bild.example/x.png) *fett* `code` <script>alert(1)</script>'

/** One of every kind: what each door must be able to show. */
export const replies: Readonly<Record<string, Reply>> = {
  short: answered(1),
  usual: answered(3),
  'one whose first statement opens it': { ...answered(2), lead: '' },
  'a long one': answered(
    12,
    `„${'Wir haben das in der Nacht gemerkt und erst einmal alles gesichert. '.repeat(12)}“`,
  ),
  'one with 40 citations': answered(40),
  'a statement beyond all measure': answered(
    1,
    `„${'Donaudampfschifffahrtsgesellschaft '.repeat(600)}“`,
  ),
  refused: {
    ...blankReply('refused', 'de'),
    lead: 'Dazu steht nichts in meinen Quellen.',
    sourcesTitle: 'Am nächsten kommt',
    sources: [source(1), source(2)],
    notes: ['Nächster Mensch: bei Recht euer Rechtsamt. Bei Gefahr 110 oder 112.'],
  },
  'a question back': { ...blankReply('question', 'de'), lead: 'Worum geht es genau?' },
  failed: {
    ...blankReply('failed', 'de'),
    lead: 'Das ist bei mir schiefgegangen. Bitte noch einmal.',
  },
  notice: notice(notices('de').help, 'de'),
  'first steps': {
    ...blankReply('first-steps', 'de'),
    lead: 'Stopp zuerst alle geplanten Beiträge. Du musst da nicht allein durch.',
    steps: [
      {
        title: 'Zuerst prüfen',
        items: ['Jemand in Gefahr? 110 oder 112.', 'Daten sichtbar? Offline nehmen.'],
        isOrdered: false,
      },
      {
        title: 'Sonst jetzt',
        items: ['Sichern.', 'Zweite Person anrufen: nicht hinterlegt.'],
        isOrdered: true,
      },
    ],
    copy: {
      id: 'hs-0',
      title: 'Text zum Anpassen',
      text: 'Uns erreichen gerade viele Fragen zu [Thema].\nWir melden uns bis [Uhrzeit].',
    },
    notes: ['Feste Schritte dieses Programms, keine Zitate, keine Rechtsberatung.'],
  },
  english: {
    ...answered(2),
    language: 'en',
    lead: 'This is what my sources say:',
    sourcesTitle: 'Sources',
    disclosure: 'I am an AI.',
  },
  'words that want to be more': {
    ...answered(1, hostile),
    lead: hostile,
    sources: [{ ...source(1, { quote: hostile }), line: hostile }],
    notes: [hostile],
    copy: { id: 'x', title: hostile, text: hostile },
    steps: [{ title: hostile, items: [hostile], isOrdered: true }],
  },
  'a link only this machine can open': {
    ...answered(1),
    sources: [source(1, { url: 'http://localhost:3978/folge/x1?t=400#stelle' })],
  },
}
