import { z } from 'zod'
import { fromChapters } from './chapter-files.ts'

const Show = z.object({ title: z.string() })
const Player = z.object({
  show: Show,
  title: z.string(),
  link: z.string().nullish().catch(null),
  duration: z.union([z.string(), z.number()]).nullish().catch(null),
  chapters: z.unknown(),
  transcripts: z.unknown(),
})

/** What the configuration of a Podlove player says about an episode; `undefined` for other JSON. */
export function fromPlayer(value: unknown) {
  const parsed = Player.safeParse(value)
  if (!parsed.success) return undefined
  const { title, chapters, transcripts, ...rest } = parsed.data
  return { ...rest, title, chapters: fromChapters(chapters), transcripts }
}
