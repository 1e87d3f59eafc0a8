import { paragraphsOf } from '@/lib/announcements/rules'

/** The text as it was typed: paragraphs, nothing else is read out of it. */
export const AnnouncementText = ({ body }: { body: string }) => (
  <div className="flex max-w-3xl flex-col gap-3 text-base/7 wrap-anywhere">
    {paragraphsOf(body).map((paragraph, index) => (
      <p key={index}>{paragraph}</p>
    ))}
  </div>
)
