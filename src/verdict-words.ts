import type { Language } from './domain/documents.ts'

/** Why an answer was not helpful, as every door offers it; what is kept is the name, never free text. */
export const verdictReasons: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  de: {
    'wrong-place': 'Stelle falsch',
    'off-target': 'Geht an der Frage vorbei',
    outdated: 'Veraltet',
    missing: 'Es fehlt etwas',
    other: 'Anderes',
  },
  en: {
    'wrong-place': 'Wrong place',
    'off-target': 'Misses the question',
    outdated: 'Outdated',
    missing: 'Something is missing',
    other: 'Something else',
  },
}
