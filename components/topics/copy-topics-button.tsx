import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Words } from '@/components/layout/words'
import { copyTopics } from '@/lib/topics/actions'
import { copyAnnexTopics } from '@/lib/topics/discussion-actions'

/** Takes over what the year before left unfinished; not there where it left nothing. */
function CopyTopicsButton(props: { allianceYearId: string; year: number; titles: string[] }) {
  const { allianceYearId, year, titles } = props
  const t = useTranslations('topics.list')
  const common = useTranslations('common')
  if (titles.length === 0) return null
  return (
    <Words>
      <ActionButton
        action={copyTopics}
        input={{ allianceYearId }}
        label={t('copy', { count: titles.length })}
        say={t('copied')}
        confirm={{
          title: t('copyTitle', { from: String(year - 1) }),
          text: t('copyText', { year: String(year), titles: titles.join(t('comma')) }),
          confirmLabel: common('confirm'),
        }}
      />
    </Words>
  )
}

/** Takes the topic that the notice's annex suggests; for a year that has none yet. */
function CopyAnnexButton({ allianceYearId, titles }: { allianceYearId: string; titles: string[] }) {
  const t = useTranslations('topics.list')
  if (titles.length === 0) return null
  return (
    <Words>
      <ActionButton action={copyAnnexTopics} input={{ allianceYearId }} label={t('annex')} say={t('annexDone')} />
    </Words>
  )
}

type Both = { allianceYearId: string; year: number; unfinished: string[]; annex: string[] }

/** Both ways to fill a year with topics that are known. */
export function CopyTopicsButtons({ allianceYearId, year, unfinished, annex }: Both) {
  return (
    <>
      <CopyAnnexButton allianceYearId={allianceYearId} titles={annex} />
      <CopyTopicsButton allianceYearId={allianceYearId} year={year} titles={unfinished} />
    </>
  )
}
