import { hint } from '../pace.ts'
import type { Problem } from './problem.ts'
import { type Knowledge, lineOf, type Page, type Transcript } from './read.ts'

export const postHint =
  'Fiktiver Beispielbeitrag. Für dieses Projekt geschrieben. Keine Aussage realer Personen oder Podcasts.'

/** Everything says that it is invented: in its head, in its text, and where a recording begins and ends. */
export function checkNotices({ pages, posts, transcripts }: Knowledge): readonly Problem[] {
  return [
    ...[...pages, ...posts].flatMap(checkExample),
    ...pages.flatMap((page) => checkOpening(page, hint)),
    ...posts.flatMap((page) => checkOpening(page, postHint)),
    ...transcripts.flatMap(checkEnds),
  ]
}

function checkExample(page: Page): readonly Problem[] {
  if (page.head['example'] === true) return []
  return [
    {
      file: page.file,
      line: lineOf(page, 'example'),
      what: 'Im Kopf fehlt „example: true“.',
      fix: 'Bitte ergänzen; alles Mitgelieferte ist erfunden und muss so angezeigt werden.',
    },
  ]
}

function checkOpening({ file, body, bodyLine }: Page, notice: string): readonly Problem[] {
  if (body.trimStart().startsWith(`${notice}\n`)) return []
  return [
    {
      file,
      line: bodyLine,
      what: 'Der Text beginnt nicht mit dem Hinweis, dass er erfunden ist.',
      fix: `Bitte als ersten Absatz einfügen: „${notice}“`,
    },
  ]
}

function checkEnds({ file, cues }: Transcript): readonly Problem[] {
  const ends = [
    { cue: cues[0], name: 'erste' },
    { cue: cues.at(-1), name: 'letzte' },
  ]
  return ends.flatMap(({ cue, name }) => {
    if (cue?.voice === 'Hinweis' && cue.text === hint) return []
    return [
      {
        file,
        line: cue?.line ?? 1,
        what: `Die ${name} Einblendung ist nicht der Hinweis, dass die Folge erfunden ist.`,
        fix: 'Bitte `npm run pace` ausführen; es setzt ihn an Anfang und Ende.',
      },
    ]
  })
}
