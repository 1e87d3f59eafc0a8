import { DiscussionView } from '@/components/kinds/discussion-view'
import { SpeakerList } from '@/components/kinds/speaker-list'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { isHeld } from '@/lib/activities/rules'
import { canNameSpeaker, canWriteDiscussion } from '@/lib/kinds/policy'
import { getDiscussion, listSpeakerChoices, listSpeakers } from '@/lib/kinds/queries'
import { takesQuestion, takesSpeakers } from '@/lib/kinds/rules'

/** What only this kind of activity has: the question of a discussion, those who share their experience. */
export async function OwnFields({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  if (activity.kind === 'DISCUSSION') {
    const mayWrite = takesQuestion(activity) && canWriteDiscussion(actor, activity)
    return (
      <DiscussionView
        activityId={activity.id}
        discussion={await getDiscussion(actor, activity.id)}
        mayWrite={mayWrite}
        isHeld={isHeld(activity)}
      />
    )
  }
  if (activity.kind !== 'EXPERIENCE_SHARING') return null
  const mayName = takesSpeakers(activity) && canNameSpeaker(actor, activity)
  const [speakers, choices] = await Promise.all([
    listSpeakers(actor, activity.id),
    mayName ? listSpeakerChoices(actor, activity) : null,
  ])
  return <SpeakerList activityId={activity.id} speakers={speakers} choices={choices} />
}
