import { getTranslations } from 'next-intl/server'
import { ActivityCourse } from '@/components/activities/activity-facts'
import { ActivityFiles } from '@/components/activities/activity-files'
import { UploadFileForm } from '@/components/files/upload-file-form'
import { Words } from '@/components/layout/words'
import type { Actor } from '@/lib/access/actor'
import * as policy from '@/lib/activities/policy'
import { listActivityFiles, listRemovedActivityFiles, type ActivityDetail } from '@/lib/activities/queries'
import { fileBytesMax, filesMax, isHeld } from '@/lib/activities/rules'
import { acceptedExtensions } from '@/lib/core/sniff'
import { Certified } from './certified'
import { Followups, LeftOver } from './followups'
import { Judged } from './judged'
import { Learning } from './learning'

type Props = { actor: Actor; activity: ActivityDetail; problem: string | null }

/** What was planned, what was said, and the files of both. */
export async function Course({ actor, activity, problem }: Props) {
  const { id } = activity
  const files = await listActivityFiles(actor, id)
  const mayWrite = policy.canWriteMinutes(actor, activity) && isHeld(activity)
  const hasMinutesFile = files.some(({ kind }) => kind === 'MINUTES')
  return (
    <>
      <LeftOver actor={actor} activity={activity} />
      <Learning actor={actor} activity={activity} />
      <Certified actor={actor} activity={activity} />
      <Judged actor={actor} activity={activity} />
      <ActivityCourse
        activity={activity}
        hasMinutesFile={hasMinutesFile}
        {...(mayWrite && { minutesHref: `/portal/activities/${id}/minutes` })}
      />
      <Followups actor={actor} activity={activity} />
      <Files actor={actor} activity={activity} problem={problem} />
    </>
  )
}

/** Materials and minutes as files, and the way to bring more. */
export async function Files({ actor, activity, problem }: Props) {
  const { id } = activity
  const [t, files, removed] = await Promise.all([
    getTranslations('activities.files'),
    listActivityFiles(actor, id),
    listRemovedActivityFiles(actor, id),
  ])
  const hasMinutesFile = files.some(({ kind }) => kind === 'MINUTES')
  const isOwed = isHeld(activity) && !hasMinutesFile && activity.minutes === ''
  return (
    <ActivityFiles
      activityId={id}
      files={files}
      removed={removed}
      mayRemove={policy.canRemoveActivityFile(actor, activity)}
      upload={
        policy.canAddActivityFile(actor, activity) && (
          <Words of={['activities']}>
            <UploadFileForm
              action={`/api/activities/${id}/files`}
              hint={t('hint', { limitMegabytes: fileBytesMax / 1e6 })}
              kinds={isHeld(activity) ? ['MATERIAL', 'MINUTES'] : ['MATERIAL']}
              chosen={isOwed ? 'MINUTES' : 'MATERIAL'}
              accept={acceptedExtensions.join(',')}
              limitBytes={fileBytesMax}
              problem={problem && { code: problem, params: { limitMegabytes: fileBytesMax / 1e6, max: filesMax } }}
            />
          </Words>
        )
      }
    />
  )
}
