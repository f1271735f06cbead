/** Pieces of what a model must not write, for a generator to put together. */
export const forbiddenPieces = [
  ...['12:34', '1:02:34', '00:07', ' Uhr', 'https://', 'http:', '//', 'x.example', 'www.', '.de'],
  ...[
    '@',
    '@here',
    '<@U1>',
    '<!channel>',
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    'Folge ',
    '12',
  ],
  ...[
    'javascript:',
    'a@b.de',
    '\u200B',
    '\u202E',
    '\u0000',
    '&lt;',
    '&#60;',
    '`',
    '**',
    '：',
    '＠',
  ],
] as const

/** Told apart from the rules of the cleaning on purpose: this is how a door or a reader sees them. */
/** What no cleaned text may hold. */
export const forbidden =
  /\d:\d\d|:\/\/|www\.\S|@|[<>`]|\]\(|javascript:\S|(?<!\p{L})Folge \d|\w\.(?:de|com|org|example)\b|[\p{Cc}\p{Cf}]/u
