'use client'

import { EditorContent, useEditor, useEditorState, type Editor, type JSONContent } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { Bold, Heading3, Italic, List, ListOrdered, type LucideIcon } from 'lucide-react'
import type { RichText } from '@/lib/practices/rules'

export type EditorWords = Record<'toolbar' | 'bold' | 'italic' | 'heading' | 'bullets' | 'numbers', string>

type Props = {
  value: RichText
  labelledBy: string
  describedBy: string | undefined
  words: EditorWords
  onChange: (text: RichText) => void
}

/** What is pasted comes in as these kinds or as plain words: everything else has no place in the schema. */
const kinds = StarterKit.configure({
  heading: { levels: [3] },
  blockquote: false,
  code: false,
  codeBlock: false,
  horizontalRule: false,
  link: false,
  strike: false,
  underline: false,
})

/** The editor of a rich text; loaded after the page, in the place of a plain box. */
export default function RichEditor({ value, labelledBy, describedBy, words, onChange }: Props) {
  const editor = useEditor({
    extensions: [kinds],
    content: value as JSONContent,
    immediatelyRender: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        ...(describedBy && { 'aria-describedby': describedBy }),
        class:
          'min-h-32 px-3 py-2 outline-none [&_h3]:font-bold [&_li>p]:m-0 [&_ol]:list-decimal [&_ol]:pl-6 [&_p]:my-1 [&_ul]:list-disc [&_ul]:pl-6',
      },
    },
    onUpdate: (event) => onChange(event.editor.getJSON() as RichText),
  })
  if (!editor) return <div className="min-h-40 rounded-md border border-input bg-surface" />
  return (
    <div className="rounded-md border border-input bg-surface focus-within:outline-3 focus-within:outline-focus">
      <Toolbar editor={editor} words={words} />
      <EditorContent editor={editor} />
    </div>
  )
}

function Toolbar({ editor, words }: { editor: Editor; words: EditorWords }) {
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      heading: current.isActive('heading'),
      bullets: current.isActive('bulletList'),
      numbers: current.isActive('orderedList'),
    }),
  })
  const buttons: { key: keyof typeof active; icon: LucideIcon; run: () => void }[] = [
    { key: 'bold', icon: Bold, run: () => editor.chain().focus().toggleBold().run() },
    { key: 'italic', icon: Italic, run: () => editor.chain().focus().toggleItalic().run() },
    { key: 'heading', icon: Heading3, run: () => editor.chain().focus().toggleHeading({ level: 3 }).run() },
    { key: 'bullets', icon: List, run: () => editor.chain().focus().toggleBulletList().run() },
    { key: 'numbers', icon: ListOrdered, run: () => editor.chain().focus().toggleOrderedList().run() },
  ]
  return (
    <div role="toolbar" aria-label={words.toolbar} className="flex gap-1 border-b px-1 py-1">
      {buttons.map(({ key, icon: Icon, run }) => (
        <button
          key={key}
          type="button"
          aria-label={words[key]}
          title={words[key]}
          aria-pressed={active[key]}
          onClick={run}
          className="inline-flex size-8 items-center justify-center rounded hover:bg-sunken aria-pressed:bg-primary-soft aria-pressed:text-primary pointer-coarse:size-(--target)"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      ))}
    </div>
  )
}
