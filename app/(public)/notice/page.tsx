import { NoticeText } from '@/components/public/notice-text'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('notice.title')

export default function NoticePage() {
  return <NoticeText />
}
