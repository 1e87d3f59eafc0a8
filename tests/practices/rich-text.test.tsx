import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RichText } from '@/components/rich-text/rich-text'
import { richText } from '@/lib/practices/schema'
import { nestingMax, plainText, sectionLengthMax, textOf } from '@/lib/practices/rules'

const nasty = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '"><svg onload=1>',
  ),
)

const text = fc.record(
  {
    type: fc.constantFrom('text', 'hardBreak', 'image', 'script'),
    text: nasty,
    marks: fc.array(fc.record({ type: fc.constantFrom('bold', 'italic', 'link'), attrs: fc.object() }), {
      maxLength: 2,
    }),
    attrs: fc.dictionary(fc.constantFrom('onclick', 'href', 'src', 'style', 'class'), nasty),
  },
  { requiredKeys: ['type'] },
)

const { node } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.record(
      {
        type: fc.constantFrom('paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'iframe'),
        content: fc.array(tie('node'), { maxLength: 4 }),
        attrs: fc.dictionary(fc.constantFrom('onclick', 'href', 'style', 'level'), nasty),
        onclick: nasty,
      },
      { requiredKeys: ['type'] },
    ),
  ),
}))

/** What the renderer may write, and nothing beside it. */
const allowed = /^<\/?(div|p|h4|ul|ol|li|strong|em)( class="[^"<>]*")?>$|^<br\/>$/

describe('rich text', () => {
  it('renders no element but its own, whatever the tree', () => {
    let accepted = 0
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (content) => {
        const read = richText.safeParse({ type: 'doc', content })
        if (!read.success) return
        accepted += 1
        const markup = renderToStaticMarkup(<RichText text={read.data} />)
        for (const [tag] of markup.matchAll(/<[^>]*>/g)) expect(tag).toMatch(allowed)
      }),
      { numRuns: 400, seed: 3 },
    )
    expect(accepted).toBeGreaterThan(20)
  })

  it('keeps what is pasted as words', () => {
    const read = richText.parse(textOf('<script>alert(1)</script>\n第二行'))
    expect(renderToStaticMarkup(<RichText text={read} />)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(plainText(read)).toBe('<script>alert(1)</script>\n第二行')
  })

  it('refuses what is too long or nested too deep', () => {
    expect(richText.safeParse(textOf('字'.repeat(sectionLengthMax + 1))).success).toBe(false)
    let block: unknown = { type: 'paragraph', content: [{ type: 'text', text: '深' }] }
    for (let depth = 0; depth <= nestingMax; depth++)
      block = { type: 'bulletList', content: [{ type: 'listItem', content: [block] }] }
    expect(richText.safeParse({ type: 'doc', content: [block] }).success).toBe(false)
  })
})
