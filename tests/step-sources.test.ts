import { expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { readTemplates } from '../src/crisis/templates.ts'
import { toSourceId } from '../src/domain/documents.ts'
import { openEngine } from '../src/engine.ts'
import { linkTo } from '../src/links.ts'
import { cardFor } from '../src/opening.ts'
import { refresh } from '../src/refresh.ts'
import { findCitations, withSources } from '../src/step-sources.ts'
import { manual } from './crisis/stage.ts'
import { episode, folderWith } from './fakes.ts'

const card = cardFor('', 'de', { profile: {}, template: readTemplates().holding })

it('gives every step of the first minutes its source and its second', async () => {
  const config = parseConfig({ DATA_DIR: folderWith({}) })
  await refresh(config, () => undefined, new AbortController().signal)
  const engine = openEngine(config)
  const toLink = (finding: Parameters<typeof linkTo>[0]) => linkTo(finding, config)
  const { sources, lead, steps } = withSources(card, manual, { engine, toLink })
  expect(sources.map(({ line }) => line.split(' · ')[0])).toEqual([
    'Stoppen: Folge 11, 02:22',
    'Gefahr: Folge 13, 04:45',
    'Daten: Folge 11, 04:37',
    'Kinder: Beitrag b01, 4',
    'Sichern: Folge 11, 05:34',
    'Anrufen: Folge 11, 08:17',
    'Statement: Folge 11, 11:33',
  ])
  for (const { citation } of sources)
    expect(citation.url).toMatch(/\/folge\/e1\d\?t=|\/beitrag\/b01/)
  expect({ lead, steps }).toEqual({ lead: card.lead, steps: card.steps })
  engine.close()
})

it('leaves the steps alone where the sources are not in the index', () => {
  const shelf = { engine: { findDocument: () => undefined }, toLink: () => '' }
  expect(withSources(card, manual, shelf).sources).toEqual([])
})

it('shows what carries a step only together, or the next place', () => {
  const cues = [{ start: 0, end: 9, text: 'Ruft jemanden an.' }]
  const about = (id: string) => ({ about: episode({ id: toSourceId(id) }), cues })
  const cite = [
    { source: 'e1', start: 0 },
    { source: 'e2', start: 0, also: true },
    { source: 'e3', start: 0 },
  ]
  const shown = (...there: readonly string[]) => {
    const findDocument = (id: string) => (there.includes(id) ? about(id) : undefined)
    const found = findCitations(cite, { engine: { findDocument }, toLink: () => '' })
    return found.map((one) => (one.kind === 'episode' ? one.episode.id : ''))
  }
  expect(shown('e1', 'e2', 'e3')).toEqual(['e1', 'e2'])
  expect(shown('e1', 'e3')).toEqual(['e3'])
  expect(shown('e1')).toEqual([])
})
