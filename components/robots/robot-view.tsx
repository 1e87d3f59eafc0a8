import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import { Badge } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { RobotMessageRow, RobotView as View } from '@/lib/robots/queries'
import { problemOf } from '@/lib/robots/rules'
import { formatInstant } from '@/lib/text/format'
import { RobotButtons, SendAgainButton, SetRobotForm } from './robot-forms'

type Props = {
  alliance: { id: string; name: string }
  robot: View | null
  messages: RobotMessageRow[]
  isDone: boolean
}

/** Whether an alliance has a robot, how to connect one, and what it said. */
export async function RobotView({ alliance, robot, messages, isDone }: Props) {
  const [t, locale] = await Promise.all([getTranslations('robots'), getLocale()])
  return (
    <Words of={['robots']}>
      <div className="flex flex-col gap-8">
        {isDone && robot && <Banner tone="success">{t('done')}</Banner>}
        <Section title={t('title')}>
          <p className="max-w-3xl text-muted">{t('lead')}</p>
          <DescriptionList
            entries={[
              {
                label: t('state'),
                value: robot ? <Badge tone="success">{t('isSet')}</Badge> : <Badge>{t('isNotSet')}</Badge>,
              },
              ...(robot
                ? [
                    { label: t('key'), value: t('keyEnd', { end: robot.keyEnd }) },
                    { label: t('setBy'), value: robot.setBy.name },
                    { label: t('setAt'), value: formatInstant(locale, robot.setAt) },
                  ]
                : []),
            ]}
          />
          {robot && <RobotButtons allianceId={alliance.id} name={alliance.name} />}
        </Section>
        <Section title={robot ? t('replaceTitle') : t('setTitle')}>
          <p className="max-w-3xl text-muted">{t('setLead')}</p>
          <div className="max-w-2xl">
            <SetRobotForm allianceId={alliance.id} isSet={robot !== null} />
          </div>
        </Section>
        <Section title={t('messages')}>
          {messages.length === 0 ? <p className="text-muted">{t('none')}</p> : <Messages messages={messages} />}
        </Section>
      </div>
    </Words>
  )
}

async function Messages({ messages }: { messages: RobotMessageRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('robots'), getLocale()])
  const tones = { SENT: 'success', WAITING: 'neutral', FAILED: 'danger' } as const
  const words = (row: RobotMessageRow) => {
    if (row.state === 'SENT' && row.sentAt) return t('sent', { at: formatInstant(locale, row.sentAt) })
    return row.state === 'FAILED' ? t('failed') : t('waiting')
  }
  return (
    <Table label={t('messages')} isCards>
      <thead>
        <tr>
          <Th>{t('text')}</Th>
          <Th>{t('createdAt')}</Th>
          <Th>{t('result')}</Th>
          <Th>
            <span className="sr-only">{t('again')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {messages.map((row) => (
          <tr key={row.id}>
            <th
              scope="row"
              className="h-auto font-normal wrap-anywhere whitespace-pre-line max-sm:border-0 max-sm:px-0"
            >
              {row.body}
            </th>
            <LabelledTd label={t('createdAt')}>{formatInstant(locale, row.createdAt)}</LabelledTd>
            <LabelledTd label={t('result')} className="l">
              <Badge tone={tones[row.state]}>{words(row)}</Badge>
              {row.problem && (
                <span className="block text-sm text-muted">
                  {t('problem', {
                    problem: t(`problems.${problemOf(row.problem)}`, { code: row.problem }),
                    attempts: row.attempts,
                  })}
                </span>
              )}
            </LabelledTd>
            <td className="r">{row.state === 'FAILED' && <SendAgainButton id={row.id} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
