import MiniSearch, { type Options } from 'minisearch'
import snowball from 'snowball-stemmers'
import type { Passage } from '../src/domain/passage.ts'

/** What the benchmark holds us against. */
export interface Peer {
  readonly name: string
  build(passages: readonly Passage[]): PeerIndex
  /** Opens what `save` gave, as a program would that has its index in place. */
  load(saved: string): PeerIndex
}

export interface PeerIndex {
  /** Numbers of passages in the order they were built from, best first. */
  search(question: string): readonly number[]
  save(): string
}

interface Entry {
  readonly id: number
  readonly title: string
  readonly text: string
}

/**
 * MiniSearch as its manual sets it up, with a German stemmer.
 *
 * It is given every advantage that ours has or could have: stems are remembered from one build to
 * the next, and it keeps no texts, so that it hands out ids where we hand out passages.
 */
export function openPeer(): Peer {
  const options = optionsWith(openStemmer())
  return {
    name: 'MiniSearch + Snowball (de)',
    build: (passages) => {
      const index = new MiniSearch<Entry>(options)
      index.addAll(passages.map(toEntry))
      return toPeerIndex(index)
    },
    load: (saved) => toPeerIndex(MiniSearch.loadJSON<Entry>(saved, options)),
  }
}

function optionsWith(stem: (word: string) => string): Options<Entry> {
  return {
    fields: ['text', 'title'],
    processTerm: (term) => stem(term.toLowerCase()),
    searchOptions: { combineWith: 'OR' },
  }
}

/** The German Snowball stemmer; stems are remembered. */
export function openStemmer(): (word: string) => string {
  const stemmer = snowball.newStemmer('german')
  const remembered = new Map<string, string>()
  return (word) => {
    const stemmed = remembered.get(word) ?? stemmer.stem(word)
    remembered.set(word, stemmed)
    return stemmed
  }
}

function toEntry({ about, text }: Passage, id: number): Entry {
  return { id, title: about.title, text }
}

function toPeerIndex(index: MiniSearch<Entry>): PeerIndex {
  return {
    search: (question) =>
      index
        .search(question)
        .slice(0, 10)
        .map(({ id }) => Number(id)),
    save: () => JSON.stringify(index),
  }
}
