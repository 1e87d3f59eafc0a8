import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import type { DraftPart, Lack } from '@/lib/activities/draft-rules'
import type { DraftSection } from '@/lib/core/prisma/enums'
import { sectionPaths } from './task-list'

type Props = { activityPath: string; lacks: Lack[]; unseen: DraftSection[]; isNobody: boolean }

/** What is in the way of publishing, and what nobody has looked at yet; each leads to where it is mended. */
export async function Missing({ activityPath, lacks, unseen, isNobody }: Props) {
  const t = await getTranslations('setup')
  const to = (section: DraftPart) => `${activityPath}${sectionPaths[section]}`
  return (
    <>
      {lacks.length > 0 && (
        <Banner tone="danger">
          {t('checked.missing')}
          <ul className="list-disc pl-5">
            {lacks.map(({ code, section }) => (
              <li key={code}>
                <a href={to(section)} className="link">
                  {t(`checked.lack.${code}`)}
                </a>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {isNobody && (
        <Banner tone="warning">
          <a href={to('AUDIENCE')} className="link">
            {t('checked.nobody')}
          </a>
        </Banner>
      )}
      {unseen.length > 0 && (
        <Banner tone="warning">
          {t('checked.unseen')}
          <ul className="list-disc pl-5">
            {unseen.map((section) => (
              <li key={section}>
                <a href={to(section)} className="link">
                  {t(`section.${section}`)}
                </a>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  )
}
