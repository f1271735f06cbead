// The package has no types of its own; this is the part of it that we use.
declare module 'snowball-stemmers' {
  namespace library {
    interface Stemmer {
      stem(word: string): string
    }

    const newStemmer: (language: 'german') => Stemmer
  }

  export = library
}
