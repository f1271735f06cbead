import type { Language } from '../../domain/documents.ts'
import type { Ground } from './ground.ts'

/** What a light says; `grounds` is for people, so it never repeats the comment. */
interface LightWords {
  readonly grounds: Readonly<Record<Ground, string>>
  readonly lead: {
    readonly child: string
    readonly danger: string
    readonly red: string
    readonly data: string
    readonly yellow: string
    readonly green: string
  }
  readonly first: {
    readonly child: readonly string[]
    readonly danger: string
    readonly despair: string
    readonly secure: string
    readonly hide: string
    readonly report: string
    readonly tellConcerned: string
    readonly secureBriefly: string
    readonly hideData: string
    readonly askToRewrite: string
    readonly correct: string
    readonly remind: string
    readonly secondTime: string
    readonly answer: string
    readonly dontMock: string
    readonly answerQuestion: string
  }
  readonly next: {
    readonly child: string
    readonly despair: string
    readonly red: (legalOffice: string) => string
    readonly data: (dataProtection: string) => string
    readonly yellow: (legalOffice: string) => string
    readonly green: string
  }
  /** To adapt and publish, in German whatever the language; red is answered by people. */
  readonly copy: Readonly<Record<'data' | 'rumour' | 'yellow' | 'green', string>>
  readonly copyTitle: string
  readonly titles: { readonly grounds: string; readonly first: string; readonly next: string }
  readonly note: string
  readonly missing: string
}

const copy: LightWords['copy'] = {
  data: 'Wir haben Ihren Kommentar verborgen, weil er persönliche Angaben über andere enthält. Schreiben Sie ihn gern ohne diese Angaben noch einmal. Fragen dazu: [Kontakt].',
  rumour:
    'Das stimmt so nicht. Richtig ist: [1 Satz mit Zahl]. Beleg: [Link]. Stand: [Datum]. Fragen: [Telefon].',
  yellow:
    'Kritik ist hier willkommen, auch harte. Bitte bleiben Sie dabei bei der Sache: [Link zur Netiquette]. Zu Ihrem Punkt: [1 Satz Fakt]. Fragen: [Telefon].',
  green:
    'Ihren Ärger können wir verstehen. Zur Sache: [1 Satz Fakt]. Mehr dazu: [Link]. Fragen: [Telefon].',
}

const de: LightWords = {
  grounds: {
    'child-images':
      'Möglicher Hinweis auf Bilder von Kindesmissbrauch; kann unter § 184b StGB fallen.',
    despair: 'Jemand spricht davon, sich das Leben zu nehmen.',
    threat: 'Angekündigte oder gewünschte Gewalt; kann unter §§ 111, 126, 241 StGB fallen.',
    incitement: 'Aufruf zu Gewalt; kann unter § 111 StGB fallen.',
    coercion: 'Druck mit einem Übel („wenn nicht, dann“); kann unter § 240 StGB fallen.',
    hunt: 'Wohnort oder Daten in drohendem Zusammenhang; kann unter § 126a StGB fallen.',
    hatred: 'Hass gegen eine Gruppe; kann unter § 130 StGB fallen.',
    'forbidden-sign':
      'Kennzeichen oder Parole aus der NS-Zeit; kann unter §§ 86a, 130 StGB fallen.',
    denial: 'Leugnen oder Verharmlosen des Völkermords; kann unter § 130 StGB fallen.',
    sexual: 'Sexualisierte Herabwürdigung eines Menschen; kann unter § 185 StGB fallen.',
    slander: 'Schwerer Vorwurf gegen eine Person; kann unter §§ 186, 187 StGB fallen.',
    insult: 'Schimpfwort gegen eine bestimmte Person; kann unter §§ 185, 188 StGB fallen.',
    accusation: 'Vorwurf einer Straftat gegen Menschen im Amt, ohne Beleg.',
    'private-data': 'Persönliche Angaben über andere.',
    rumour: 'Behauptung, die sich prüfen lässt und Schaden anrichten kann, wenn sie falsch ist.',
    degrading:
      'Herabwürdigende Worte gegen viele oder gegen andere hier, nicht gegen eine bestimmte Person.',
    spam: 'Werbung oder ein anderes Thema.',
    repeated: 'Derselbe Satz in Serie.',
    unclear:
      'Kein eindeutiges Wort, aber der Ton ist auffällig: Bitte liest ein Mensch, was gemeint ist.',
    question: 'Eine Frage.',
    criticism:
      'Kritik an Verwaltung oder Politik, auch hart oder ungerecht. Anders wäre ein Schimpfwort gegen eine bestimmte Person.',
  },
  lead: {
    child: 'Rot: Nicht speichern, nicht weiterleiten. Sofort die Polizei anrufen, 110.',
    danger: 'Rot, Gefahr: Zuerst 110 oder 112 anrufen. Dann sichern und verbergen.',
    red: 'Rot: Erst sichern, dann verbergen, nicht löschen. Danach entscheidet das Rechtsamt.',
    data: 'Gelb: Knapp sichern und verbergen, dann um eine Fassung ohne fremde Daten bitten.',
    yellow: 'Gelb: Stehen lassen und prüfen. Im Zweifel bleibt der Kommentar.',
    green: 'Grün: Der Kommentar bleibt stehen. Antwortet sachlich.',
  },
  first: {
    child: [
      'Nichts speichern, kein Screenshot, nichts weiterleiten, auch nicht intern.',
      'Polizei anrufen, 110. Link und Uhrzeit nur notieren.',
      'Der Plattform melden und Vorgesetzte anrufen.',
    ],
    danger: '110 oder 112 anrufen, wenn jemand in Gefahr ist. Nicht diskutieren.',
    despair:
      '112 oder 110 anrufen. Freundlich antworten: TelefonSeelsorge 0800 111 0 111, rund um die Uhr.',
    secure: 'Sichern: Screenshot mit Beitrag, Profil, Link, Datum und Uhrzeit, möglichst zu zweit.',
    hide: 'Verbergen statt löschen; Grund, Uhrzeit und Kürzel notieren.',
    report: 'Der Plattform melden (Art. 16 DSA).',
    tellConcerned: 'Die betroffene Person anrufen.',
    secureBriefly: 'Knapp sichern: Link, Uhrzeit, was für Angaben.',
    hideData: 'Verbergen, bis die Angaben heraus sind.',
    askToRewrite: 'Die Person um eine Fassung ohne fremde Angaben bitten.',
    correct: 'Einmal mit Beleg richtigstellen; allein deshalb nichts entfernen.',
    remind: 'Einmal auf die Netiquette hinweisen, gleiche Regel für alle.',
    secondTime: 'Beim zweiten Mal sichern, verbergen und den Grund nennen.',
    answer: 'Sachlich antworten oder auf eure Antworten zu häufigen Fragen verweisen.',
    dontMock: 'Nicht verspotten, nicht „liken“, nicht verbergen.',
    answerQuestion: 'Beantworten und sagen, wann ihr mehr wisst.',
  },
  next: {
    child: 'Die Polizei. Vorher niemand sonst.',
    despair: 'Rettungsdienst oder Polizei; danach die Vorgesetzten.',
    red: (legalOffice) =>
      `Rechtsamt (${legalOffice}) und Polizei: Anzeige, Strafantrag. Ob es eine Straftat ist, entscheiden Staatsanwaltschaft und Gericht.`,
    data: (dataProtection) =>
      `Datenschutzbeauftragte Person (${dataProtection}), sofort, wenn die Angaben von euch kamen.`,
    yellow: (legalOffice) =>
      `Die Moderation nach eurer Netiquette; wiederholt und schwer das Rechtsamt (${legalOffice}).`,
    green: 'Die Moderation; niemand sonst muss entscheiden.',
  },
  copy,
  copyTitle: 'Antwort zum Anpassen',
  titles: { grounds: 'Warum', first: 'Zuerst', next: 'Wer entscheidet' },
  note: 'Ampel nach Regeln und gelernten Beispielen, sie kann irren. Keine Rechtsberatung.',
  missing: 'nicht hinterlegt',
}

const en: LightWords = {
  grounds: {
    'child-images': 'Possible hint at images of child abuse; may fall under § 184b StGB.',
    despair: 'Somebody speaks of taking their own life.',
    threat: 'Violence announced or wished for; may fall under §§ 111, 126, 241 StGB.',
    incitement: 'A call for violence; may fall under § 111 StGB.',
    coercion: 'Pressure with harm (“if not, then”); may fall under § 240 StGB.',
    hunt: 'A home or details in a threatening context; may fall under § 126a StGB.',
    hatred: 'Hatred against a group; may fall under § 130 StGB.',
    'forbidden-sign': 'A sign or saying of the Nazi era; may fall under §§ 86a, 130 StGB.',
    denial: 'Denying or belittling genocide; may fall under § 130 StGB.',
    sexual: 'Sexualised degradation of a person; may fall under § 185 StGB.',
    slander: 'A grave accusation against a person; may fall under §§ 186, 187 StGB.',
    insult: 'Abuse of a particular person; may fall under §§ 185, 188 StGB.',
    accusation: 'An accusation of a crime against people in office, without evidence.',
    'private-data': 'Personal details about others.',
    rumour: 'A claim that can be checked and does harm if it is wrong.',
    degrading: 'Degrading words against many or against others here, not a particular person.',
    spam: 'Advertising or another topic.',
    repeated: 'The same sentence over and over.',
    unclear: 'No clear word, but the tone stands out: a person should read what is meant.',
    question: 'A question.',
    criticism:
      'Criticism of administration or politics, even harsh or unfair. Abuse of a particular person would be different.',
  },
  lead: {
    child: 'Red: do not save, do not forward. Call the police now, 110.',
    danger: 'Red, danger: call 110 or 112 first. Then secure and hide.',
    red: 'Red: secure first, then hide, do not delete. The legal office decides next.',
    data: 'Yellow: secure briefly and hide, then ask for a version without others’ details.',
    yellow: 'Yellow: let it stand and check. In doubt the comment stays.',
    green: 'Green: the comment stays. Answer calmly.',
  },
  first: {
    child: [
      'Save nothing, no screenshot, forward nothing, not even internally.',
      'Call the police, 110. Only note link and time.',
      'Report it to the platform and call your superior.',
    ],
    danger: 'Call 110 or 112 if anyone is in danger. Do not argue.',
    despair: 'Call 112 or 110. Answer kindly: TelefonSeelsorge 0800 111 0 111, at any hour.',
    secure: 'Secure: screenshot with post, profile, link, date and time, best by two people.',
    hide: 'Hide instead of deleting; note reason, time and initials.',
    report: 'Report it to the platform (Art. 16 DSA).',
    tellConcerned: 'Call the person concerned.',
    secureBriefly: 'Secure briefly: link, time, what kind of details.',
    hideData: 'Hide it until the details are out.',
    askToRewrite: 'Ask the author for a version without others’ details.',
    correct: 'Correct it once with evidence; remove nothing for that alone.',
    remind: 'Point to the netiquette once, the same rule for everybody.',
    secondTime: 'The second time secure it, hide it and say why.',
    answer: 'Answer calmly or point to your frequent answers.',
    dontMock: 'Do not mock, do not “like”, do not hide.',
    answerQuestion: 'Answer it and say when you will know more.',
  },
  next: {
    child: 'The police. Nobody else before.',
    despair: 'Rescue service or police; then your superiors.',
    red: (legalOffice) =>
      `Legal office (${legalOffice}) and police: reporting it. Whether it is a crime is for prosecutors and courts.`,
    data: (dataProtection) =>
      `Data protection officer (${dataProtection}), at once if the details came from you.`,
    yellow: (legalOffice) =>
      `Moderation by your netiquette; the legal office (${legalOffice}) if it is repeated and grave.`,
    green: 'Moderation; nobody else has to decide.',
  },
  copy,
  copyTitle: 'Answer to adapt (German)',
  titles: { grounds: 'Why', first: 'First', next: 'Who decides' },
  note: 'A light by rules and learned examples, it can be wrong. No legal advice.',
  missing: 'not on file',
}

export function lightWords(language: Language): LightWords {
  return language === 'en' ? en : de
}
