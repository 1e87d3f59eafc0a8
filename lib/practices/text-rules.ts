/**
 * Rich text as structure: a tree of a few known kinds. What is no such kind has no place in it, so that no markup, script
 * or address can hide in what people write.
 */
export type Mark = { type: 'bold' | 'italic' }
export type Inline = { type: 'text'; text: string; marks?: Mark[] | undefined } | { type: 'hardBreak' }
export type Block =
  | { type: 'paragraph'; content?: Inline[] | undefined }
  | { type: 'heading'; content?: Inline[] | undefined }
  | { type: 'bulletList' | 'orderedList'; content: ListItem[] }
export type ListItem = { type: 'listItem'; content: Block[] }
export type RichText = { type: 'doc'; content: Block[] }

/** Of one section. */
export const sectionLengthMax = 8_000
export const sectionNodesMax = 2_000
export const nestingMax = 6

export const emptyText: RichText = { type: 'doc', content: [] }

/** What was typed into a plain box: each line a paragraph. */
export function textOf(typed: string): RichText {
  const lines = typed.split(/\r?\n/).map((line) => line.trim())
  const content = lines
    .filter((line) => line !== '')
    .map((line): Block => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
  return { type: 'doc', content }
}

const inlineText = (content: Inline[] | undefined): string =>
  (content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join('')

function blockLines(block: Block, depth: number): string[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [inlineText(block.content)]
  return block.content.flatMap((item, index) => {
    const mark = block.type === 'bulletList' ? '· ' : `${index + 1}. `
    const lines = item.content.flatMap((inner) => blockLines(inner, depth + 1))
    return lines.map((line, at) => `${'  '.repeat(depth)}${at === 0 ? mark : '  '}${line}`)
  })
}

/** The same as plain lines: for a plain box, for comparing, for counting. */
export const plainText = (text: RichText): string => text.content.flatMap((block) => blockLines(block, 0)).join('\n')

export const isBlank = (text: RichText): boolean => plainText(text).trim() === ''
