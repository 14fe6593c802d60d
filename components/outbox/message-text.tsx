/** As phones and mail readers find them in a text. */
const LINK = /(https?:\/\/[^\s]*[^\s.,;:)])/

/** The text as the recipient reads it, links to follow included. */
export function MessageText({ text, language, className }: { text: string; language: string; className: string }) {
  const pieces = text.split(LINK).map((piece, place) => ({ piece, place }))
  return (
    <p lang={language} className={`text-[0.97rem] break-words whitespace-pre-line ${className}`}>
      {pieces.map(({ piece, place }) =>
        LINK.test(piece) ? (
          <a key={place} href={piece} className="text-brand underline underline-offset-4">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  )
}
