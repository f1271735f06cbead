// The package has no types of its own; this is the part of it that we use.
declare module 'webvtt-parser' {
  namespace library {
    interface Node {
      readonly type?: string
      readonly name?: string
      readonly value?: string | number
      readonly children?: readonly Node[]
    }

    interface ParsedCue {
      readonly startTime: number
      readonly endTime: number
      readonly tree: Node
    }

    interface Parsed {
      readonly cues: readonly ParsedCue[]
      readonly errors: readonly { readonly message: string; readonly line: number }[]
    }

    const WebVTTParser: new (
      entities: Readonly<Record<string, string>>,
    ) => { parse(input: string, mode: 'metadata'): Parsed }
  }

  export = library
}
