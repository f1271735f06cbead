import { describe, expect, it } from 'vitest'
import { ruledOn } from '../../src/crisis/heard-kinds.ts'

const kindsOf = (text: string) => ruledOn(text).kinds.map(({ id }) => id)

/** Words with a sense of every day and one that burns: of what kind, where none, where one. */
const senses: readonly (readonly [kind: string, harmless: string, real: string])[] = [
  ['unfall', 'Nach dem Absturz der App war der Text weg', 'Absturz eines Segelfliegers am Hang'],
  ['unfall', 'Tote Links auf der Website suchen', 'Ein Toter im Freibad'],
  ['unfall', 'Auf Mastodon ist tote Hose', 'Zwei Tote nach dem Sturm'],
  ['unfall', 'Das Urheberrecht wird verletzt', 'Beim Umzug wurde ein Kind verletzt'],
  ['unfall', 'Der Satz ist unglücklich formuliert', 'Zugunglück am Bahnhof'],
  ['unfall', 'Die Unfallkasse hat eine Broschüre', 'Unfall auf dem Festplatz'],
  ['unfall', 'Das Thema ist für mich gestorben', 'Beim Fest ist ein Mann gestorben'],
  ['unfall', 'Unsere Reichweite ist eingestürzt', 'Das Hallendach ist eingestürzt'],
  ['brand', 'Wir sind Feuer und Flamme für das Projekt', 'Feuer in der Turnhalle'],
  ['brand', 'Employer Brand auf LinkedIn', 'Brand im Lager des Bauhofs'],
  ['brand', 'Das gießt nur Öl ins Feuer', 'Die Kita brennt'],
  ['evakuierung', 'Anschlag am schwarzen Brett', 'Anschlag auf das Rathaus'],
  ['evakuierung', 'Der Fahrplan ist ein Anschlag auf meine Nerven', 'Anschlag auf die Parade'],
  ['evakuierung', 'Schüler aus der Sek II führen das Interview', 'Das SEK ist am Bahnhof'],
  ['unwetter', 'Die neue Starkregenkarte ist online', 'Starkregen, Keller laufen voll'],
  ['unwetter', 'Hochwasserschutz: Flyer für die Anwohner', 'Der Hochwasserschutz hält nicht'],
  ['unwetter', 'Eine Lawine von Anfragen', 'Lawine auf der Passstraße'],
  ['unwetter', 'Blitzlichtgewitter bei der Eröffnung', 'Gewitter über dem Festgelände'],
  ['trinkwasser', 'Die Stimmung im Rat ist vergiftet', 'Jemand hat den Brunnen vergiftet'],
  ['trinkwasser', 'Das war der Keim der Idee', 'Keime im Trinkwasser gefunden'],
  ['drohung', 'Plakate für das Stadtfest aufhängen', 'Euch sollte man alle aufhängen'],
  ['drohung', 'Sonntag die erste Kerze anzünden', 'Das Rathaus gehört angezündet'],
  [
    'drohung',
    'Kerzen für den Frieden anzünden',
    'Ich habe heute früh eine Kerze für Sie angezündet',
  ],
  ['drohung', 'Die Verwaltung schlägt ein Treffen vor', 'Er schlägt ihr die Zähne ein'],
  ['drohung', 'Der Kollege bringt die Unterlagen um 10 Uhr', 'Ich bring dich um, schreibt er'],
  ['drohung', 'Dem Hort droht eine Kürzung', 'Einer droht der Bürgermeisterin'],
  ['drohung', 'Die Androhung des Zwangsgelds ist raus', 'Eine Morddrohung kam per Mail'],
  ['drohung', 'Die Kommunalwahl steht vor der Tür', 'Da steht einer vor der Tür der Chefin'],
  ['drohung', 'Der Bus steht vor dem Haus der Jugend', 'Einer steht nachts vor ihrem Haus'],
  ['drohung', 'Wir finden sie gut', 'Wir finden dich, schreibt er'],
  ['drohung', 'Merkt euch den Termin', 'Merkt euch die Gesichter, steht da'],
  ['drohung', 'Ihr seid dran mit dem Newsletter', 'Ihr seid dran, steht im Brief'],
  ['drohung', 'Bilder an der Wand im Foyer', 'Den Rat an die Wand stellen'],
  ['drohung', 'Eine Drohne steigt in die Luft', 'Wir jagen das Amt in die Luft'],
  ['drohung', 'Heute kracht es im Rat', 'Heute Nacht kracht es, schreibt einer'],
  ['drohung', 'Die Patrone im Drucker ist leer', 'Eine Patrone lag im Briefkasten'],
  ['drohung', 'Das ist ein Totschlagargument', 'Er schlägt den Amtsleiter tot'],
  ['drohung', 'Zielscheibe der Kritik ist die Ampel', 'Ein Foto von ihr mit Zielscheibe'],
  ['aufruf_gewalt', 'Die Narren stürmen das Rathaus', 'Sie wollen das Rathaus stürmen'],
  ['aufruf_gewalt', 'Martinszug mit Fackeln', 'Mit Fackeln vor ihr Haus'],
  ['aufruf_gewalt', 'Wir verabreden uns im Rathaus', 'Sie verabreden sich vor ihrem Haus'],
  ['suizid', 'Das muss man sich nicht antun', 'Er schreibt, er will sich etwas antun'],
  ['suizid', 'Plakat zur Suizidprävention', 'Jemand kündigt Suizid an'],
  ['suizid', 'Wir springen auf den Zug auf', 'Er will von der Brücke springen'],
  ['hackerangriff', 'Mails werden verschlüsselt verschickt', 'Alle Dateien sind verschlüsselt'],
  ['hackerangriff', 'Wir haben die 1000 Follower geknackt', 'Unser Konto wurde geknackt'],
  ['hackerangriff', 'Phishing-Schulung am Montag', 'Phishing-Mails in unserem Namen'],
  ['koordinierte_kommentare', 'Die Lage gerät außer Kontrolle', 'Trolle unter jedem Beitrag'],
  ['koordinierte_kommentare', 'Alle sitzen in einem Boot', 'Lauter Bots kommentieren'],
  ['koordinierte_kommentare', 'Unser Chatbot und unsere Kampagne', 'Eine Hetzkampagne gegen uns'],
  ['koordinierte_kommentare', 'Copy Paste aus Word', 'Überall derselbe Text, kopiert'],
  ['fake_seite', 'Ein Gewinnspiel der Stadt planen', 'Ein falsches Gewinnspiel mit unserem Wappen'],
  ['deepfake', 'Bearbeitetes Bild hochladen', 'Bearbeitetes Video der Bürgermeisterin'],
  ['daten_im_netz', 'Liste der Spielplätze online stellen', 'Liste mit allen Kindern online'],
]

describe('a word with two senses', () => {
  it.each(senses)('is no %s in „%s“', (kind, harmless) => {
    expect(kindsOf(harmless)).not.toContain(kind)
  })

  it.each(senses)('is %s where it burns (not „%s“): „%s“', (kind, _, real) => {
    expect(kindsOf(real)).toContain(kind)
  })

  it('is heard beside a phrase of every day all the same', () => {
    expect(kindsOf('Kerze anzünden für die Verletzten, der Brand im Heim ist gelöscht')).toEqual(
      expect.arrayContaining(['brand', 'unfall']),
    )
    expect(kindsOf('Die Plakate hängen, und einer droht der Bürgermeisterin')).toContain('drohung')
  })

  it.each([
    'Bombenstimmung auf dem Stadtfest',
    'Wir geben Gas beim Newsletter',
    'Morgen ein Gruppenfoto schießen',
    'Da ist noch eine Leiche im Keller',
    'Das Video ist zum Totlachen',
    'Brandneu: unsere App',
  ])('of „%s“ tells of no harm', (text) => {
    const { kinds, alarms } = ruledOn(text)
    expect([kinds, alarms.filter(({ weight }) => weight > 1)]).toEqual([[], []])
  })
})
