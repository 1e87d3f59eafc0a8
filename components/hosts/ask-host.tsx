import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { AskHostForm } from './host-forms'

type Props = { activityId: string; members: { id: string; name: string }[] }

/** The way to ask a member of the activity's alliances. */
export async function AskHost({ activityId, members }: Props) {
  const t = await getTranslations('hosts.ask')
  return (
    <Section title={t('submit')}>
      <Words of={['hosts']}>
        <AskHostForm activityId={activityId} members={members.map(({ id, name }) => ({ value: id, label: name }))} />
      </Words>
    </Section>
  )
}
