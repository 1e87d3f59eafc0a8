import { type ReactNode } from 'react'
import { type Block, type Inline, type RichText as Text } from '@/lib/practices/rules'

/** Draws a text out of its structure: only these elements, and nothing of it as markup. */
export function RichText({ text }: { text: Text }) {
  return (
    <div className="flex flex-col gap-2 break-words [overflow-wrap:anywhere] [&_li>p]:m-0 [&_ol]:list-decimal [&_ol]:pl-6 [&_ul]:list-disc [&_ul]:pl-6">
      {text.content.map((block, index) => (
        <RichBlock key={index} block={block} />
      ))}
    </div>
  )
}

function RichBlock({ block }: { block: Block }) {
  if (block.type === 'paragraph') return <p>{inlines(block.content)}</p>
  if (block.type === 'heading') return <h4 className="font-bold">{inlines(block.content)}</h4>
  const items = block.content.map((item, index) => (
    <li key={index}>
      {item.content.map((inner, at) => (
        <RichBlock key={at} block={inner} />
      ))}
    </li>
  ))
  return block.type === 'bulletList' ? <ul>{items}</ul> : <ol>{items}</ol>
}

const inlines = (content: Inline[] | undefined): ReactNode =>
  (content ?? []).map((part, index) =>
    part.type === 'hardBreak' ? <br key={index} /> : <Words key={index} part={part} />,
  )

function Words({ part }: { part: Extract<Inline, { type: 'text' }> }) {
  const marks = new Set((part.marks ?? []).map(({ type }) => type))
  const italic = marks.has('italic') ? <em>{part.text}</em> : part.text
  return marks.has('bold') ? <strong>{italic}</strong> : <>{italic}</>
}
