import type { Heard } from './acute.ts'

/** What people read of the signals in `troubles.ts` and `signals.ts`. */
const titles: Readonly<Record<string, string>> = {
  'emergency call': 'Notruf im Text',
  'cry for help': 'Hilferuf',
  'it breaks loose': 'Es bricht los',
  shitstorm: 'Shitstorm',
  threat: 'Drohung',
  'suspected child abuse': 'Verdacht auf Bilder von Kindesmissbrauch',
  'data breach': 'Datenpanne',
  'data in the open': 'Daten sind offen',
  hacked: 'Angriff auf ein Konto oder System',
  'forgery or rumour': 'Fälschung oder Gerücht',
  crowd: 'Viele Reaktionen',
  anger: 'Wut',
  'it spreads': 'Es verbreitet sich',
  blunder: 'Schwerer Fehltritt',
  press: 'Presse fragt an',
  emergency: 'Gefahrenlage',
  now: 'Es geschieht gerade',
  pace: 'Es geht schnell',
  'what now': 'Frage, was jetzt zu tun ist',
  haste: 'Es eilt',
  distress: 'Belastung',
  'slip of ours': 'Eigenes Versehen',
  place: 'Eigener Kanal',
  us: 'Es betrifft uns',
  somebody: 'Jemand tut etwas',
  'a turn': 'Plötzliche Wendung',
  'only tells': 'Schilderung',
  loud: 'Dringender Ton',
  'nothing but a cry': 'Nur ein Hilferuf',
  'words of others': 'Fremde Worte zitiert',
}

/** A signal as people read it. */
export function titleOf({ name }: Heard): string {
  return titles[name] ?? name
}
