import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { problemsOf } from './gallery/check.ts'
import { toPage } from './gallery/page.ts'
import { playAll } from './gallery/scenes.ts'
import { chromiumMissing, hasChromium, shoot } from './gallery/shoot.ts'
import { toText } from './gallery/text.ts'

// Everything a person can meet in Slack, printed: `--json`, `--html FILE`, `--screenshots DIR`, or text.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    html: { type: 'string' },
    screenshots: { type: 'string' },
  },
})

const shapes = await playAll()
const problems = shapes.flatMap(problemsOf)

if (values.html) {
  writeFileSync(values.html, toPage(shapes))
  console.error(`${shapes.length} shapes in ${values.html}`)
}
if (values.screenshots && !hasChromium()) console.error(chromiumMissing)
if (values.screenshots && hasChromium()) {
  console.error(`${await shoot(shapes, values.screenshots)} pictures in ${values.screenshots}`)
}
if (values.json) console.log(JSON.stringify({ shapes, problems }, null, 2))
else if (!values.html && !values.screenshots) console.log(shapes.map(toText).join('\n\n'))

for (const problem of problems) console.error(`PROBLEM ${problem}`)
process.exitCode = problems.length > 0 ? 1 : 0
