import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import type { DraftPart } from '@/lib/activities/draft-rules'

/** Where each part is filled in, below the page of the activity. */
export const sectionPaths: Record<DraftPart, string> = {
  BASICS: '/setup/basics',
  HOST: '/host',
  PAIRS: '/pairs',
  QUESTION: '/setup/own',
  SPEAKERS: '/setup/own',
  AUDIENCE: '/audience',
  AGENDA: '/setup/agenda',
  CHECK_IN: '/setup/check-in',
  NOTICES: '/setup/notices',
}

type Props = { activityPath: string; tasks: { section: DraftPart; isDone: boolean }[] }

/** The sections of a draft in their order, each with its state. */
export async function TaskList({ activityPath, tasks }: Props) {
  const t = await getTranslations('setup')
  return (
    <ol className="max-w-3xl divide-y rounded-md border bg-surface">
      {tasks.map(({ section, isDone }, index) => (
        <li key={section} className="relative flex items-center gap-3 px-4 py-3 hover:bg-sunken">
          <span aria-hidden className="w-5 shrink-0 text-muted tabular-nums">
            {index + 1}
          </span>
          <span className="min-w-0 flex-1">
            <Link
              href={`${activityPath}${sectionPaths[section]}`}
              prefetch={false}
              className="link font-bold after:absolute after:inset-0"
              aria-describedby={`state-${section}`}
            >
              {t(`section.${section}`)}
            </Link>
            <span className="block text-sm text-muted">{t(`hint.${section}`)}</span>
          </span>
          <span id={`state-${section}`}>
            <Badge tone={isDone ? 'success' : 'neutral'}>{t(isDone ? 'state.DONE' : 'state.TODO')}</Badge>
          </span>
        </li>
      ))}
    </ol>
  )
}
