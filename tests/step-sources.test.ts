import { expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { readTemplates } from '../src/crisis/templates.ts'
import { openEngine } from '../src/engine.ts'
import { linkTo } from '../src/links.ts'
import { cardFor } from '../src/opening.ts'
import { refresh } from '../src/refresh.ts'
import { withSources } from '../src/step-sources.ts'
import { manual } from './crisis/stage.ts'
import { folderWith } from './fakes.ts'

const card = cardFor('', 'de', { profile: {}, holding: readTemplates().holding })

it('gives every step of the first minutes its source and its second', async () => {
  const config = parseConfig({ DATA_DIR: folderWith({}) })
  await refresh(config, () => undefined, new AbortController().signal)
  const engine = openEngine(config)
  const toLink = (finding: Parameters<typeof linkTo>[0]) => linkTo(finding, config)
  const { sources, lead, steps } = withSources(card, manual, { engine, toLink })
  expect(sources.map(({ line }) => line.split(' · ')[0])).toEqual([
    'Stoppen: Folge 11, 02:22',
    'Gefahr: Folge 10, 10:58',
    'Daten: Folge 11, 04:37',
    'Kinder: Folge 14, 05:58',
    'Sichern: Folge 11, 05:34',
    'Anrufen: Folge 11, 08:56',
    'Statement: Folge 11, 11:33',
  ])
  for (const { citation } of sources) expect(citation.url).toMatch(/\/folge\/e1[014]\?t=/)
  expect({ lead, steps }).toEqual({ lead: card.lead, steps: card.steps })
  engine.close()
})

it('leaves the steps alone where the sources are not in the index', () => {
  const shelf = { engine: { findDocument: () => undefined }, toLink: () => '' }
  expect(withSources(card, manual, shelf).sources).toEqual([])
})
