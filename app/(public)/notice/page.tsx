import { type Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoticeText } from '@/components/public/notice-text'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notice'))('title') }
}

export default function NoticePage() {
  return <NoticeText />
}
