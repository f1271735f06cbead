import type { Language } from './domain/documents.ts'
import type { Reply } from './domain/reply.ts'
import { blankReply } from './frame.ts'

/** What the product says about itself and about what happened to a message. */
interface Notices {
  readonly help: string
  readonly closed: string
  /** Where nobody has to be mentioned. */
  readonly closedHere: string
  readonly late: (from: string, to: string) => string
  readonly files: string
  readonly crowded: (count: number) => string
  readonly guest: string
  readonly unsure: string
  readonly further: string
  readonly nothingMore: string
  readonly forgotten: string
  readonly nothingYet: string
  readonly noPlace: (count: number) => string
  readonly around: string
  /** Before the playbooks that fit, each with what speaks for it. */
  readonly fits: string
  readonly first: string
}

const de: Notices = {
  help: 'Schreib, was los ist („hilfe, 140 kommentare, was jetzt“), oder frag etwas zu Social Media, Krise und Datenschutz im Rathaus. „start“ zeigt die ersten Schritte, „lage“ die offenen Lagen. Ich suche in Folgen und Beiträgen und nenne zu jeder Aussage die Stelle. Ich kann irren, ersetze weder Rechtsamt noch Datenschutzbeauftragte und veröffentliche nichts. Bitte keine Namen von Bürgerinnen und Bürgern einfügen. Bei Gefahr 110 oder 112.',
  closed: 'Gut, ich lese hier nicht weiter mit. Erwähne mich, wenn wieder etwas ist.',
  closedHere: 'Gut. Schreib mir, wenn wieder etwas ist.',
  late: (from, to) =>
    `Was hier ${from === to ? `um ${from} Uhr` : `von ${from} bis ${to} Uhr`} kam, habe ich nicht rechtzeitig beantwortet; der Text ist gelöscht. Bitte schick es noch einmal, wenn du die Antwort noch brauchst. Bei Gefahr 110 oder 112.`,
  files:
    'Bilder und Dateien lese ich nicht. Beschreib bitte in einem Satz, worum es geht. Gehören Bilder zu einem Verdacht auf Missbrauch von Kindern: nicht speichern, nicht weiterleiten, Polizei 110.',
  crowded: (count) =>
    `Hier kamen viele Nachrichten auf einmal. Ich beantworte die letzte; ${count === 1 ? 'eine davor bleibt' : `${count} davor bleiben`} ohne Antwort. Fehlt dir etwas, frag bitte noch einmal.`,
  guest:
    'Ich antworte hier nur Mitgliedern dieses Arbeitsbereichs, nicht Gästen oder Externen. Bitte frag jemanden aus dem Team; die Verwaltung des Bots kann diesen Kanal freigeben.',
  unsure:
    'Ich kann gerade nicht prüfen, ob du zum Team gehörst, und antworte deshalb nicht. Bitte versuch es in ein paar Minuten noch einmal. Bei Gefahr 110 oder 112.',
  further: 'Das steht auch noch in meinen Quellen:',
  nothingMore: 'Mehr steht dazu nicht in meinen Quellen.',
  noPlace: (count) =>
    count === 0
      ? 'Zur letzten Antwort habe ich keine Stelle mehr gespeichert. Frag bitte noch einmal.'
      : `Die letzte Antwort hat ${count === 1 ? 'eine Stelle' : `${count} Stellen`}: Schreib zum Beispiel „Stelle 1“.`,
  around: 'Im Zusammenhang; » ist die zitierte Stelle',
  fits: 'Es passt',
  first: 'Zuerst klären',
  nothingYet:
    'Hier gibt es noch keine Antwort, die ich anders sagen könnte. Stell bitte zuerst eine Frage.',
  forgotten:
    'Diese Antwort ist hier nicht mehr gespeichert. Stell die Frage bitte noch einmal, dann suche ich neu.',
}

const en: Notices = {
  help: 'Tell me what is going on (“help, 140 comments, what now”) or ask about social media, crisis and data protection in town halls. “start” shows the first steps, “lage” the open incidents (in German). I search episodes and posts and name the place for every statement. I can be wrong, I replace neither your legal office nor your data protection officer, and I publish nothing. Please do not paste names of citizens. In danger call 110 or 112.',
  closed: 'All right, I stop reading here. Mention me when something comes up.',
  closedHere: 'All right. Write to me when something comes up.',
  late: (from, to) =>
    `What came here ${from === to ? `at ${from}` : `from ${from} to ${to}`} I did not answer in time; the text is deleted. Please send it again if you still need the answer. In danger call 110 or 112.`,
  files:
    'I do not read pictures and files. Please say in one sentence what it is about. If pictures may show the abuse of children: do not save them, do not forward them, call the police, 110.',
  crowded: (count) =>
    `Many messages came at once. I answer the last one; ${count} before it ${count === 1 ? 'gets' : 'get'} no answer. If something is missing, please ask again.`,
  guest:
    'Here I answer only members of this workspace, not guests or external people. Please ask somebody of the team; whoever runs the bot can open this channel.',
  unsure:
    'I cannot check right now whether you belong to the team, so I do not answer. Please try again in a few minutes. In danger call 110 or 112.',
  further: 'My sources also say:',
  nothingMore: 'My sources say no more about this.',
  noPlace: (count) =>
    count === 0
      ? 'I no longer have a place stored for the last answer. Please ask again.'
      : `The last answer has ${count === 1 ? 'one place' : `${count} places`}: write for instance “read place 1”.`,
  around: 'In context; » marks the cited place',
  fits: 'What fits',
  first: 'Find out first',
  nothingYet:
    'There is no answer here yet that I could say otherwise. Please ask a question first.',
  forgotten:
    'This answer is no longer stored here. Please ask the question again, then I will search anew.',
}

export function notices(language: Language): Notices {
  return language === 'en' ? en : de
}

/** One plain sentence of the product. */
export function notice(lead: string, language: Language): Reply {
  return { ...blankReply('notice', language), lead }
}
