import type { Config } from '../../src/config.ts'
import { heardAt, isTranscript, type Transcript } from '../../src/domain/documents.ts'
import { clock, clockSpan } from '../../src/domain/time.ts'
import { examine } from '../../src/ingest/examine.ts'
import { showAt } from '../../src/links.ts'
import { indexPath } from '../../src/refresh.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { usageError } from './options.ts'

/** What the importer understood of one source of the index. */
export function inspectEpisode(config: Config, id: string, isJson: boolean): string {
  const shelf = openShelf(indexPath(config))
  try {
    const document = shelf.findDocument(id)
    if (!document) throw usageError(`„${id}“ ist weder ein Pfad noch ein Name im Index.`)
    if (!isTranscript(document)) {
      const { about, sections } = document
      if (isJson)
        return JSON.stringify({
          about,
          sections: sections.map(({ heading, text }) => ({ heading, characters: text.length })),
        })
      return [
        `${about.title} (Beitrag, ${about.language})`,
        ...sections.map(({ heading, text }) => `  ${heading}: ${text.length} Zeichen`),
      ].join('\n')
    }
    return isJson ? JSON.stringify(toJson(document)) : toText(document)
  } finally {
    shelf.close()
  }
}

function toJson(document: Transcript): object {
  const { places, ...found } = examine(document)
  const links = places.map((second) => ({
    second,
    heard: heardAt(document.about, second),
    url: showAt(document.about, second) ?? null,
  }))
  return { about: document.about, ...found, links }
}

function toText(document: Transcript): string {
  const { about, cues } = document
  const found = examine(document)
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [`${title}: keine`] : [`${title}:`, ...lines.map((line) => `  ${line}`)]
  return [
    `${about.title} (${about.show}${about.published ? `, ${about.published}` : ''})`,
    `Sprache: ${about.language}${found.heard && found.heard !== about.language ? `, gehört: ${found.heard}` : ''}`,
    `Länge: Transkript ${clock(about.duration)}${about.audioDuration ? `, Aufnahme ${clock(about.audioDuration)}` : ''}; ${cues.length} Textstellen`,
    ...(about.isMachineMade ? ['Von einer Maschine verschriftet, noch nicht durchgesehen.'] : []),
    ...list(
      'Stimmen',
      found.speakers.map(
        (one) =>
          `${one.label}: ${one.cues} Textstellen, ${clock(one.seconds)}${one.isDoubtful ? ' (vielleicht verhört)' : ''}`,
      ),
    ),
    ...list(
      'Kapitel',
      about.chapters.map(({ start, title }) => `${clock(start)} ${title}`),
    ),
    `Längste Textstelle: ${found.longest ? clockSpan(found.longest.start, found.longest.end) : 'keine'}`,
    ...list(
      'Lücken über 30 s',
      found.gaps.map(({ start, end }) => clockSpan(start, end)),
    ),
    ...list(
      'Vielleicht Schleifen',
      found.loops.map(({ start, count }) => `ab ${clock(start)}: ${count} Textstellen`),
    ),
    ...list(
      'Werbung',
      found.advertisements.map(({ start, end }) => clockSpan(start, end)),
    ),
    ...list(
      'Verschoben',
      (about.shifts ?? []).map(({ from, by }) => `ab ${clock(from)} um ${by.toFixed(1)} s`),
    ),
    ...list(
      'Verweise',
      found.places.map((second) => `${clock(second)} → ${showAt(about, second) ?? 'eigene Seite'}`),
    ),
  ].join('\n')
}
