import { SourceError } from '../domain/errors.ts'

/** An address as it may be shown: private feeds carry their key in the query or as a password. */
export function shown(url: URL | string): string {
  const address = typeof url === 'string' ? URL.parse(url) : url
  return address ? `${address.protocol}//${address.host}${address.pathname}` : 'Adresse'
}

export function refused(address: URL, message: string, cause?: unknown): SourceError {
  return new SourceError(message, {
    file: shown(address),
    cause,
    fix: 'Was schon eingelesen ist, bleibt; beim nächsten `npm run ingest` wird es wieder versucht. Bitte sonst die Adresse prüfen.',
  })
}

export function tooLarge(address: URL, most: number): SourceError {
  return new SourceError(`Die Antwort ist größer als ${Math.round(most / 1024 ** 2)} MB.`, {
    file: shown(address),
    fix: 'Bitte prüfen, ob die Adresse wirklich zu einem Feed, Transkript oder Beitrag führt.',
  })
}

export function privateError(address: URL): SourceError {
  return new SourceError('Die Adresse führt auf diesen Rechner oder ins eigene Netz.', {
    file: shown(address),
    fix: 'Wenn das so gewollt ist, bitte bei der Quelle in sources.yaml `local: true` eintragen.',
  })
}
