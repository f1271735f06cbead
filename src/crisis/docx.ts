import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { Sheet, SheetPart } from './sheet.ts'

/** A sheet as a Word document in German, with real headings and lists. */
export async function sheetToDocx({ title, parts }: Sheet): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Sturmlotse',
    lastModifiedBy: 'Sturmlotse',
    styles: {
      default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'de-DE' } } } },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...parts.flatMap(partToParagraphs),
        ],
      },
    ],
  })
  return await Packer.toBuffer(document)
}

function partToParagraphs({ heading, lines }: SheetPart): readonly Paragraph[] {
  return [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }),
    ...lines.map((line) => new Paragraph({ bullet: { level: 0 }, children: runsOf(line) })),
  ]
}

// A line break within a line is one of its own in Word.
function runsOf(line: string): readonly TextRun[] {
  return line.split('\n').map((text, at) => new TextRun(at > 0 ? { text, break: 1 } : { text }))
}
