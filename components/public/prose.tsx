import { type ReactNode } from 'react'

export type ProseSection = { id: string; title: string; paragraphs: string[]; points?: string[] }

/** A page of plain text: title, lead, sections that can be linked to. */
export function Prose({
  title,
  lead,
  sections,
  children,
}: {
  title: string
  lead: string
  sections: ProseSection[]
  children?: ReactNode
}) {
  return (
    <article className="max-w-3xl">
      <h1 className="text-3xl">{title}</h1>
      <p className="text-muted mt-2 text-lg">{lead}</p>
      {sections.map((section) => (
        <section key={section.id} id={section.id} className="mt-8" aria-labelledby={`${section.id}-title`}>
          <h2 id={`${section.id}-title`} className="mb-2 text-xl">
            {section.title}
          </h2>
          {section.paragraphs.map((text) => (
            <p key={text} className="mt-2">
              {text}
            </p>
          ))}
          {section.points ? (
            <ul className="mt-2 list-disc space-y-1 pl-6">
              {section.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
      {children}
    </article>
  )
}
