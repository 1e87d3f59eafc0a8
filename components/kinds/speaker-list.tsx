import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Fold } from '@/components/problems/fold'
import type { SpeakerRow } from '@/lib/kinds/queries'
import { RemoveSpeakerButton, SpeakerForm } from './kind-forms'

type Choices = {
  members: { id: string; name: string }[]
  practices: { id: string; title: string; enterprise: string }[]
}

type Props = { activityId: string; speakers: SpeakerRow[]; choices: Choices | null }

/** Who shares what, with the practice that they have written of it; the way to name another, for whoever may. */
export async function SpeakerList({ activityId, speakers, choices }: Props) {
  if (speakers.length === 0 && !choices) return null
  const t = await getTranslations('kinds.speakers')
  return (
    <Section title={t('title')}>
      <Words of={['kinds']}>
        {speakers.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
        {speakers.length > 0 && (
          <ul className="divide-y rounded-md border bg-surface text-sm">
            {speakers.map(({ id, enterprise, theme, practice }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
                <span className="min-w-0 flex-1 basis-60">
                  <span className="block font-bold wrap-anywhere">{theme}</span>
                  <span className="block text-muted">{enterprise}</span>
                  {practice && (
                    <a href={`/portal/practices/${practice.id}`} className="link">
                      {t('read', { title: practice.title })}
                    </a>
                  )}
                </span>
                {choices && <RemoveSpeakerButton id={id} enterprise={enterprise} />}
              </li>
            ))}
          </ul>
        )}
        {choices && (
          <Fold summary={t('add')}>
            <SpeakerForm
              key={speakers.length}
              activityId={activityId}
              members={choices.members.map(({ id, name }) => ({ value: id, label: name }))}
              practices={choices.practices.map(({ id, title, enterprise }) => ({
                value: id,
                label: `${title} · ${enterprise}`,
              }))}
            />
          </Fold>
        )}
      </Words>
    </Section>
  )
}
