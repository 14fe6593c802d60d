import { CopyButton } from './copy-button'

export interface SnippetProps {
  id: string
  title: string
  text: string
  code: string
  words: Record<'copy' | 'copied', string>
}

/** A piece of source to take along. */
export function Snippet({ id, title, text, code, words }: SnippetProps) {
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <p>{text}</p>
      <pre className="break-words whitespace-pre-wrap rounded-control border border-line bg-sunken p-4 text-[0.94rem]">
        <code>{code}</code>
      </pre>
      <CopyButton text={code} words={words} />
    </section>
  )
}
